using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>A claim with its answer to the block's question.</summary>
internal sealed class Answer(ClaimFacts claim, Stance stance) : IDated, IComparable<Answer>
{
    public ClaimFacts Claim => claim;

    public Stance Stance => stance;

    public EventWindow Window { get; } = claim.Window is { IsEvent: true, Basis: WindowBasis.Event }
        && claim.Article.SharedWindows.TryGetValue(stance.Question, out var shared) ? shared : claim.Window;

    public int CompareTo(Answer? other) => string.CompareOrdinal(claim.Key, other!.Claim.Key) is not 0 and var byClaim
        ? byClaim
        : stance.Answer != other.Stance.Answer ? stance.Answer.CompareTo(other.Stance.Answer) : stance.Backing.CompareTo(other.Stance.Backing);
}

/// <summary>All claims that answer one question.</summary>
internal sealed class QuestionBlock(ConflictModel model, DisputeWriter writer, Question question) : Block<Answer>(IsStanding(model, question), question.Kind == QuestionKind.Charge || model.Acts.All[question.Act].Lasting)
{
    private readonly ShiftFinder _shifts = new(model, writer);
    private readonly Dictionary<EpisodeId, SpeakerChains<Answer>> _chains = [];

    /// <summary>Names of a deed are no answers that anyone goes back on.</summary>
    private bool IsDeedOrDoer => question.Kind is QuestionKind.Deed or QuestionKind.Who;

    public void Add(ClaimFacts claim, Stance stance) => Map.Add(new(claim, stance));

    protected override EpisodeResult Compare(EpisodeId episode, IReadOnlyList<Answer> items, EpisodeId? next)
    {
        List<Dispute> disputes = [];
        if (question.Kind == QuestionKind.Charge)
            return Charge(episode, items) is { } charge ? new([charge], [], []) : EpisodeResult.Nothing;
        foreach (var (part, place) in PlaceParts(items))
            if (Camps(part) is { } camps)
                disputes.Add(writer.Write(question, camps.Left == 0 ? SidePlace.Left : SidePlace.Right, episode, place, Positions(part, camps)));
        List<NotComparable> apart = [];
        if (next is { } later)
            OtherDays.Find(model, writer, question, (episode, items), (later, Map.Items(later)), apart);
        return new(disputes, apart, IsDeedOrDoer ? Shifts(episode, items) : []);
    }

    /// <summary>Those of the two who accuse, and those of the accused who reject it; null where only one of them is there, or the accused has no side to stand on.</summary>
    private Dispute? Charge(EpisodeId episode, IReadOnlyList<Answer> items)
    {
        var positions = new PositionList(model);
        foreach (var item in items)
            positions.Add(item.Claim, false);
        var accuser = items.FirstOrDefault(i => i.Stance.Answer == 0);
        return accuser is null || positions.Sides.Count() < 2 ? null : writer.WriteCharge(question, accuser.Claim.Side, episode, positions);
    }

    private List<Shift> Shifts(EpisodeId episode, IReadOnlyList<Answer> items)
    {
        var chains = Chains(_chains, model, episode, items.Count);
        List<Shift> found = [.. chains.Of("", items.Where(a => !a.Stance.Backing), some => _shifts.OfAnswers(episode, some)).Distinct()];
        chains.Settle();
        return found;
    }

    private static bool IsStanding(ConflictModel model, Question question) =>
        model.Acts.All[question.Act].Standing && (question.Other < 0 || model.Acts.All[question.Other].Standing);

    /// <summary>
    /// Claims about different places apart, unless a denial covers all of them. Who says of no place who did it speaks of all: the places of
    /// which both sides answer differently by themselves are questions of their own, the others are one with what is said of no place.
    /// </summary>
    private IEnumerable<(IReadOnlyList<Answer> Answers, string? Place)> PlaceParts(IReadOnlyList<Answer> answers)
    {
        if (IsStanding(model, question) || model.Acts.All[question.Act].Anywhere)
            return [(answers, null)];
        var parts = PlaceGroups.Of(answers, a => a.Claim.Places, model.Places, out var general);
        if (parts.Count <= 1)
            return [(answers, null)];
        if (question.Kind == QuestionKind.Who && general.Count > 0)
            return WithGeneral(parts, general);
        if (general.Any(a => question.Kind != QuestionKind.Deed || a.Stance.Answer == 1))
            return [(answers, null)];
        return parts.Select(p => ((IReadOnlyList<Answer>)p.Items, (string?)model.Places.Id(p.First)));
    }

    private IEnumerable<(IReadOnlyList<Answer>, string?)> WithGeneral(List<(List<Answer> Items, int First)> parts, List<Answer> general)
    {
        List<Answer> rest = [.. general];
        foreach (var (items, first) in parts)
        {
            var placed = items.SkipLast(general.Count).ToList();
            if (Camps(placed) is not null)
                yield return (items, model.Places.Id(first));
            else
                rest.AddRange(placed);
        }

        yield return (rest, null);
    }

    private PositionList Positions(IReadOnlyList<Answer> answers, Opposition camps)
    {
        var positions = new PositionList(model);
        foreach (var answer in answers)
            switch (model.PlaceOf(answer.Claim.Side))
            {
                case SidePlace.Third:
                    positions.Add(answer.Claim, answer.Stance.Backing || answer.Stance.Answer == camps.Right);
                    break;
                case SidePlace.Left when answer.Stance.Answer == camps.Left:
                case SidePlace.Right when answer.Stance.Answer == camps.Right:
                    positions.Add(answer.Claim, answer.Stance.Backing);
                    break;
            }

        return positions;
    }

    /// <summary>What left and right answer, where they answer differently.</summary>
    private readonly record struct Opposition(int Left, int Right);

    /// <summary>The answers by which most claims of both oppose each other; null where none do. Third parties make no dispute of their own.</summary>
    private Opposition? Camps(IReadOnlyList<Answer> answers)
    {
        var (left, right) = (new SortedDictionary<int, int>(), new SortedDictionary<int, int>());
        foreach (var answer in answers)
        {
            var place = model.PlaceOf(answer.Claim.Side);
            if (answer.Stance.Backing || place == SidePlace.Third)
                continue;
            var counts = place == SidePlace.Left ? left : right;
            counts[answer.Stance.Answer] = counts.GetValueOrDefault(answer.Stance.Answer) + 1;
        }

        Opposition? best = null;
        var most = (0, 0);
        foreach (var (one, ones) in left)
            foreach (var (other, others) in right)
                if (one != other && (Math.Min(ones, others), ones + others) is var weight && weight.CompareTo(most) > 0)
                    (best, most) = (new(one, other), weight);
        return best;
    }
}
