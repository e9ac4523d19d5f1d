using ClaimTracker.Comparison.Repeats;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>A claim that rejects something, with what its words refer to.</summary>
/// <param name="Claim">As read.</param>
/// <param name="Facts">As compared.</param>
/// <param name="Charges">Whether it rejects charges without naming them.</param>
/// <param name="Accounts">Whether it rejects what was said without naming it.</param>
/// <param name="Earlier">Whether it means earlier or similar ones.</param>
/// <param name="Named">The number of the actor whose words they are; −1 where nothing tells.</param>
internal sealed record DenialContext(Claim Claim, ClaimFacts Facts, bool Charges, bool Accounts, bool Earlier, int Named);

/// <summary>Finds, in one article, what a denial that names no deed stands against: what the other side said just before.</summary>
internal sealed class DenialResolver(ConflictModel model, ArticleFacts article, IReadOnlyDictionary<string, ClaimFacts> byKey)
{
    /// <summary>How far after a general denial its own explanation begins: “rejected such allegations, saying that …”, in code units.</summary>
    private const int ExplanationReach = 60;

    /// <summary>The share of a denial's stems that a claim must have to be what it rejects.</summary>
    private const double WordingShare = 0.6;

    public void Resolve(IReadOnlyList<DenialContext> denials)
    {
        foreach (var denial in denials)
        {
            if (!model.IsParty(denial.Facts.Side) || denial.Facts.Stances.Any(s => !s.Backing))
                continue;
            if (denial.Charges)
                ResolveCharges(denial);
            else if (denial.Accounts)
                ResolveAccounts(denial);
            else if (denial.Claim.Act == ClaimAct.Denies)
                ResolveWording(denial.Facts);
        }
    }

    private void ResolveCharges(DenialContext denial)
    {
        var facts = denial.Facts;
        if (Explanation(facts) is { } explanation)
            facts.Stances = [.. explanation.Stances.Where(s => s.Answer == 1)];
        else if (denial.Earlier && StandingOn(denial.Claim.Topics) is >= 0 and var act)
            facts.Stances = [new(new(QuestionKind.Deed, act, -1, facts.Side), 1, false)];
        else
            AgainstCharges(facts, [.. Before(facts, 2).Where(c => c.Act == ClaimAct.Accuses && c.Side == model.Opposite(facts.Side))]);
    }

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

    private void AgainstCharges(ClaimFacts denial, List<ClaimFacts> charges)
    {
        if (charges.Count == 0)
            return;
        var nearest = charges.Max(c => c.Paragraph);
        charges.RemoveAll(c => c.Paragraph < nearest);
        var stances = charges.SelectMany(c => c.Stances).Where(s => s is { Backing: false, Answer: 0, Question.Kind: QuestionKind.Deed }
            && s.Question.Agent == denial.Side).Distinct().ToList();
        if (stances.Count == 0)
        {
            article.Accounts.Add((denial, charges));
            return;
        }

        denial.Stances = [.. stances.Select(s => s with { Answer = 1 })];
        if (denial.Window.Basis != WindowBasis.Event)
            denial.Window = charges[^1].Window;
    }

    private void ResolveAccounts(DenialContext denial)
    {
        var facts = denial.Facts;
        var other = model.Opposite(facts.Side);
        var before = Before(facts, 1).Where(c => c.Side == other && CanBeDenied(c)).ToList();
        if (before.Any(c => c.Speaker == denial.Named))
            before.RemoveAll(c => c.Speaker != denial.Named);
        if (before.Count > 0)
            article.Accounts.Add((facts, before));
    }

    /// <summary>An admission of one's own losses is not what the other side denies, nor is what is only wanted.</summary>
    private bool CanBeDenied(ClaimFacts claim) =>
        claim.Act is ClaimAct.Asserts or ClaimAct.Accuses or ClaimAct.Confirms && claim.NestedIn is null && !claim.InTitle
        && !claim.Figures.Any(f => model.Side(f.Group) == claim.Side);

    /// <summary>Claims that stand before, in the same paragraph or one of the last few.</summary>
    private IEnumerable<ClaimFacts> Before(ClaimFacts claim, int paragraphs) => article.Claims.Where(c =>
        c != claim && c.Start < claim.Start && c.Paragraph >= claim.Paragraph - paragraphs && c.Paragraph <= claim.Paragraph);

    private void ResolveWording(ClaimFacts denial)
    {
        if (denial.Stems.Length < 2)
            return;
        var rejected = article.Claims.Where(c => c != denial && c.Act != ClaimAct.Denies && model.IsParty(c.Side) && c.Side != denial.Side
            && (IsInside(c, denial) || Wordings.Shared(denial.Stems, c.Stems) is var shared && shared >= 2 && shared >= denial.Stems.Length * WordingShare)).ToList();
        if (rejected.Count > 0)
            article.Worded.Add((denial, rejected));
    }

    private bool IsInside(ClaimFacts claim, ClaimFacts denial) =>
        claim.NestedIn is { } outer && byKey.TryGetValue(outer, out var around) && around == denial && claim.Start == denial.Start;
}
