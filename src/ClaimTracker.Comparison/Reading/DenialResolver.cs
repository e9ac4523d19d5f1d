using ClaimTracker.Comparison.Denials;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>A claim that rejects something, with what its words refer to.</summary>
/// <param name="Claim">As read.</param>
/// <param name="Facts">As compared.</param>
/// <param name="Refers">What it stands for where it names no deed.</param>
/// <param name="Named">The number of the actor whose words they are; −1 where nothing tells.</param>
/// <param name="Text">The article's text.</param>
/// <param name="OfWords">Whether it speaks of what others said at all: “rejected claims of heavy losses”.</param>
/// <param name="Start">Where in it what is rejected begins, after “the claim that”.</param>
/// <param name="Own">Stems of its own: neither names nor words that negate.</param>
internal sealed record DenialContext(Claim Claim, ClaimFacts Facts, Reference Refers, int Named, string Text, bool OfWords, int Start, int[] Own);

/// <summary>Finds, in one article, what a denial that names no deed stands against: what the other side said just before.</summary>
internal sealed class DenialResolver(ConflictModel model, ArticleFacts article)
{
    /// <summary>How far after a general denial its own explanation begins: “rejected such allegations, saying that …”, in code units.</summary>
    private const int ExplanationReach = 60;

    /// <summary>How many paragraphs back a charge, an account or a figure can stand that is rejected without being named.</summary>
    private const int ChargeReach = 2, AccountReach = 1, FigureReach = 6;

    public void Resolve(IReadOnlyList<DenialContext> denials)
    {
        foreach (var denial in denials)
        {
            var facts = denial.Facts;
            if (facts.Stances.Any(s => !s.Backing))
                continue;
            if (!model.IsParty(facts.Side))
            {
                AgainstChargeFromOutside(denial);
                continue;
            }

            if (OnlyExplains(facts))
                continue;
            switch (denial.Refers)
            {
                case Reference.Charges or Reference.EarlierCharges:
                    ResolveCharges(denial);
                    break;
                case Reference.Last:
                    ResolveLast(denial);
                    break;
                case Reference.Account:
                    ResolveAccount(denial, Before(facts, AccountReach));
                    break;
                case Reference.Figures:
                    ResolveAccount(denial, NearestWith(facts, Before(facts, FigureReach), c => c.Figures.Length > 0 && CanBeDenied(c)));
                    break;
                case Reference.None when denial.Claim.Act == ClaimAct.Denies:
                    if (!ResolveWording(denial) && denial.OfWords)
                        ResolveLosses(denial);
                    break;
            }
        }
    }

    /// <summary>“rejected the figures, saying the claims were baseless”: the second says nothing that the first does not.</summary>
    private bool OnlyExplains(ClaimFacts denial) => article.Accounts.Exists(a =>
        a.Denial.Speaker == denial.Speaker && denial.Start >= a.Denial.End && denial.Start - a.Denial.End <= ExplanationReach);

    private void ResolveCharges(DenialContext denial)
    {
        var facts = denial.Facts;
        if (Explanation(facts) is { } explanation)
            facts.Stances = [.. explanation.Stances.Where(s => s.Answer == 1)];
        else if (denial.Refers == Reference.EarlierCharges && StandingOn(denial.Claim.Topics) is >= 0 and var act)
            facts.Stances = [new(new(QuestionKind.Deed, act, -1, facts.Side), 1, false)];
        else
            AgainstCharges(denial, NearestWith(facts, Before(facts, ChargeReach), c => IsCharge(c, facts.Side)));
    }

    /// <summary>“Ruritania denied this”, “rejects having done so”: the last thing that the other side said, there or in the paragraph before.</summary>
    private void ResolveLast(DenialContext denial)
    {
        var before = NearestWith(denial.Facts, Before(denial.Facts, AccountReach), CanBeDenied);
        if (before.Count == 0)
            return;
        var last = before.Max(c => c.Start);
        var rejected = before.Where(c => c.Start == last).ToList();
        Deny(denial.Facts, rejected, [.. rejected.SelectMany(c => c.Stances).Where(s => !s.Backing && s.Question.Kind is QuestionKind.Deed or QuestionKind.Who).Distinct()]);
    }

    /// <summary>“Mordovia called the allegation unfounded”: what one of the two had laid to the charge of a third country, or of an armed group, just before.</summary>
    private void AgainstChargeFromOutside(DenialContext denial)
    {
        if (denial.Refers is Reference.None || model.Outside(denial.Facts.Speaker) is not (>= 0 and var accused))
            return;
        var charges = Before(denial.Facts, ChargeReach).Where(c => c.Stances.Any(s => IsCharge(s, accused))).ToList();
        if (charges.Count == 0)
            return;
        var last = charges.MaxBy(c => c.Start)!;
        denial.Facts.Stances = [.. last.Stances.Where(s => IsCharge(s, accused)).Select(s => s with { Answer = 1 })];
        if (denial.Facts.Window.Basis != WindowBasis.Event)
            denial.Facts.Window = last.Window;
    }

    private static bool IsCharge(Stance stance, int accused) => stance is { Backing: false, Answer: 0, Question.Kind: QuestionKind.Charge } && stance.Question.Agent == accused;

    /// <summary>“rejected such allegations, saying that …”: the words that follow say which.</summary>
    private ClaimFacts? Explanation(ClaimFacts denial) => article.Claims.FirstOrDefault(c =>
        c.Speaker == denial.Speaker && c.Act == ClaimAct.Denies && c.Start >= denial.End && c.Start - denial.End <= ExplanationReach
        && c.Stances.Any(s => s is { Answer: 1, Backing: false }));

    private int StandingOn(IReadOnlyList<string> topics)
    {
        for (var act = 0; act < model.Acts.All.Count; act++)
            if (model.Acts.All[act] is { Standing: true, Topic: { } topic, Opposes.Count: 0 } && topics.Contains(topic))
                return act;
        return -1;
    }

    private bool IsCharge(ClaimFacts claim, int accused) =>
        claim.Side == model.Opposite(accused) && (claim.Act == ClaimAct.Accuses || Charges(claim, accused).Any());

    private static IEnumerable<Stance> Charges(ClaimFacts claim, int accused) => claim.Stances.Where(s =>
        s is { Backing: false, Answer: 0, Question.Kind: QuestionKind.Deed } && s.Question.Agent == accused);

    private void AgainstCharges(DenialContext denial, List<ClaimFacts> charges)
    {
        if (charges.Count == 0)
            ResolveLast(denial);
        else
            Deny(denial.Facts, charges, [.. charges.SelectMany(c => Charges(c, denial.Facts.Side)).Distinct()]);
    }

    /// <summary>Gives a denial the answers against what it rejects; without any to turn, it stands against the words as a whole.</summary>
    private void Deny(ClaimFacts denial, List<ClaimFacts> rejected, IReadOnlyList<Stance> stances)
    {
        if (stances.Count == 0)
        {
            article.Accounts.Add((denial, rejected));
            return;
        }

        denial.Stances = [.. stances.Select(s => s with { Answer = s.Question.Kind == QuestionKind.Who ? model.Opposite(s.Answer) : 1 - s.Answer })];
        if (denial.Window.Basis != WindowBasis.Event)
            denial.Window = rejected[^1].Window;
    }

    /// <summary>What was said before by whose words are rejected: what has figures or deeds, where any of it has.</summary>
    private void ResolveAccount(DenialContext denial, IEnumerable<ClaimFacts> before)
    {
        var other = model.Opposite(denial.Facts.Side);
        var rejected = before.Where(c => c.Side == other && CanBeDenied(c)).ToList();
        if (rejected.Exists(c => c.Speaker == denial.Named))
            rejected.RemoveAll(c => c.Speaker != denial.Named);
        if (rejected.Exists(HasSubstance))
            rejected.RemoveAll(c => !HasSubstance(c));
        if (rejected.Count > 0)
            article.Accounts.Add((denial.Facts, rejected));
    }

    private static bool HasSubstance(ClaimFacts claim) => claim.Figures.Length > 0 || claim.Stances.Any(s => !s.Backing);

    /// <summary>An admission of one's own losses is not what the other side denies, nor is what is only wanted.</summary>
    private bool CanBeDenied(ClaimFacts claim) =>
        claim.Act is ClaimAct.Asserts or ClaimAct.Accuses or ClaimAct.Confirms && claim is { NestedIn: null, InTitle: false, Wish: false }
        && !claim.Figures.Any(f => model.Side(f.Group) == claim.Side);

    /// <summary>Claims that stand before, in the same paragraph or one of the last few.</summary>
    private IEnumerable<ClaimFacts> Before(ClaimFacts claim, int paragraphs) => article.Claims.Where(c =>
        c != claim && c.Start < claim.Start && c.Paragraph >= claim.Paragraph - paragraphs && c.Paragraph <= claim.Paragraph);

    /// <summary>Those of a kind in the last paragraph that has one of the other side.</summary>
    private List<ClaimFacts> NearestWith(ClaimFacts denial, IEnumerable<ClaimFacts> claims, Func<ClaimFacts, bool> isOne)
    {
        var found = claims.Where(c => c.Side == model.Opposite(denial.Side) && isOne(c)).ToList();
        var nearest = found.Count > 0 ? found.Max(c => c.Paragraph) : 0;
        found.RemoveAll(c => c.Paragraph < nearest);
        return found;
    }

    /// <summary>“rejected claims of heavy losses among its forces. The spokesman of the rebels had said that 58 soldiers were killed”: counts of one's own, before or behind.</summary>
    private void ResolveLosses(DenialContext denial)
    {
        var facts = denial.Facts;
        var counts = article.Claims.Where(c => c.Side == model.Opposite(facts.Side) && Math.Abs(c.Paragraph - facts.Paragraph) <= AccountReach && CanBeDenied(c)
            && c.Figures.Any(f => model.Side(f.Group) == facts.Side) && c.Topics.Intersect(facts.Topics).Any()).ToList();
        if (counts.Count > 0)
            article.Accounts.Add((facts, counts));
    }

    /// <summary>Leaves a denial in its own words to be set against the same words of others, wherever they stand.</summary>
    /// <returns>Whether they stand in the article.</returns>
    private bool ResolveWording(DenialContext denial)
    {
        if (WordedDenial.Of(denial.Facts, denial.Own, WordedDenial.Printed(denial.Claim, denial.Text, denial.Start)) is not { } worded)
            return false;
        article.Worded.Add(worded);
        return article.Claims.Exists(c => worded.IsInside(c) || worded.Rejects(c, model));
    }
}
