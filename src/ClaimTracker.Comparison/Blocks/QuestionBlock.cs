using System.Runtime.InteropServices;
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
internal sealed class QuestionBlock(ConflictModel model, DisputeWriter writer, Question question)
    : Block<Answer>(model, IsStanding(model, question), question.Kind == QuestionKind.Charge || model.Acts.All[question.Act].Lasting)
{
    private readonly AnswerShifts _shifts = new(model, writer, question);

    /// <summary>Names of a deed are no answers that anyone goes back on.</summary>
    private bool IsDeedOrDoer => question.Kind is QuestionKind.Deed or QuestionKind.Who;

    public void Add(ClaimFacts claim, Stance stance) => Map.Add(new(claim, stance));

    protected override Cell CellOf(Answer answer) => Cells.Of(answer.Claim, answer.Claim.Places, answer.Stance.Answer, answer.Stance.Backing);

    protected override EpisodeResult Compare(EpisodeId episode, OrderedItems<Answer> items, Scratch scratch)
    {
        if (question.Kind == QuestionKind.Charge)
            return Charge(episode, items, scratch) is { } charge ? new([charge], [], []) : EpisodeResult.Nothing;
        List<Dispute> disputes = [];
        foreach (var (part, place) in PlaceParts(items, scratch))
            if (Camps(items.Cells, CollectionsMarshal.AsSpan(part)) is { } camps)
                disputes.Add(writer.Write(question, camps.First, episode, place, Positions(items, part, camps, scratch)));
        return new(disputes, [], IsDeedOrDoer ? Shifts(episode, items, scratch) : []);
    }

    protected override EpisodeResult CompareWithNext(EpisodeId episode, OrderedItems<Answer> items, EpisodeId next, OrderedItems<Answer> later, Scratch scratch) =>
        question.Kind == QuestionKind.Charge ? EpisodeResult.Nothing : new([], OtherDays.Find(Model, writer, question, (episode, items), (next, later)), []);

    /// <summary>Those of the two who accuse, and those of the accused who reject it; null where only one of them is there, or the accused has no side to stand on.</summary>
    private Dispute? Charge(EpisodeId episode, OrderedItems<Answer> items, Scratch scratch)
    {
        var positions = scratch.Positions.Of(Cells.Lists, (_, rank) => items.Key(rank));
        positions.Add(items.Cells, items.Ranks(scratch));
        foreach (var cell in items.Cells)
            if (cell.Said == 0)
                return positions.Sides.Count() < 2 ? null : writer.WriteCharge(question, cell.Side, episode, positions);
        return null;
    }

    /// <summary>None of what only leans one way.</summary>
    private List<Shift> Shifts(EpisodeId episode, OrderedItems<Answer> items, Scratch scratch)
    {
        var said = scratch.List();
        for (var rank = 0; rank < items.Count; rank++)
            if (!items.Cells[rank].Aside)
                said.Add(rank);
        return _shifts.Find(episode, items, [said], scratch);
    }

    private static bool IsStanding(ConflictModel model, Question question) =>
        model.Acts.All[question.Act].Standing && (question.Other < 0 || model.Acts.All[question.Other].Standing);

    /// <summary>
    /// Claims about different places apart, unless a denial covers all of them. Who says of no place who did it speaks of all: the places of
    /// which both sides answer differently by themselves are questions of their own, the others are one with what is said of no place.
    /// </summary>
    private IEnumerable<(List<int> Ranks, string? Place)> PlaceParts(OrderedItems<Answer> items, Scratch scratch)
    {
        var all = items.Ranks(scratch);
        if (IsStanding(Model, question) || Model.Acts.All[question.Act].Anywhere)
            return [(all, null)];
        var parts = Parts.Of(items.Cells, all, scratch, out var general);
        if (parts.Count <= 1)
            return [(all, null)];
        if (question.Kind == QuestionKind.Who && general.Count > 0)
            return WithGeneral(items, parts, general, scratch);
        if (general.Exists(rank => question.Kind != QuestionKind.Deed || items.Cells[rank].Said == 1))
            return [(all, null)];
        return parts.Select(p => (p.Ranks, (string?)Model.Places.Id(p.First)));
    }

    private IEnumerable<(List<int> Ranks, string? Place)> WithGeneral(OrderedItems<Answer> items, List<(List<int> Ranks, int First)> parts, List<int> general, Scratch scratch)
    {
        var rest = scratch.List();
        rest.AddRange(general);
        foreach (var (ranks, first) in parts)
        {
            if (Camps(items.Cells, CollectionsMarshal.AsSpan(ranks)[..^general.Count]) is not null)
                yield return (ranks, Model.Places.Id(first));
            else
                rest.AddRange(CollectionsMarshal.AsSpan(ranks)[..^general.Count]);
        }

        yield return (rest, null);
    }

    private PositionList Positions(OrderedItems<Answer> items, List<int> part, Opposition camps, Scratch scratch)
    {
        var positions = scratch.Positions.Of(Cells.Lists, (_, rank) => items.Key(rank));
        var cells = items.Cells;
        foreach (var rank in part)
        {
            ref readonly var cell = ref cells[rank];
            if (cell.Stands == SidePlace.Third)
                positions.Add(cell, rank, cell.Aside || cell.Said == (camps.Outsiders == SidePlace.Right ? camps.Left : camps.Right));
            else if (cell.Said == (cell.Stands == SidePlace.Left ? camps.Left : camps.Right))
                positions.Add(cell, rank, cell.Aside);
        }

        return positions;
    }

    /// <summary>What left and right answer, where they answer differently.</summary>
    /// <param name="Left">What the left side answers.</param>
    /// <param name="Right">What the right side answers.</param>
    /// <param name="Outsiders">Whose place third parties take where that side says nothing; third where both sides answer.</param>
    private readonly record struct Opposition(int Left, int Right, SidePlace Outsiders = SidePlace.Third)
    {
        /// <summary>Who says that it happened; for other questions than a deed whoever stands first.</summary>
        public SidePlace First => Outsiders != SidePlace.Third ? SidePlace.Third : Left == 0 ? SidePlace.Left : SidePlace.Right;
    }

    /// <summary>
    /// The answers by which most claims of both oppose each other; null where none do. Third parties make a dispute only of what one side is said to have
    /// done and rejects, the other being silent.
    /// </summary>
    private Opposition? Camps(ReadOnlySpan<Cell> cells, ReadOnlySpan<int> part) => OfBoth(cells, part) ?? OfAccused(cells, part);

    private Opposition? OfAccused(ReadOnlySpan<Cell> cells, ReadOnlySpan<int> part)
    {
        if (question.Kind != QuestionKind.Deed || !Model.IsParty(question.Agent))
            return null;
        var (rejected, told) = (false, false);
        foreach (var rank in part)
        {
            ref readonly var cell = ref cells[rank];
            if (cell.Aside)
                continue;
            if (cell.Stands != SidePlace.Third && cell.Side != question.Agent)
                return null;
            rejected |= cell.Side == question.Agent && cell.Said == 1;
            told |= cell.Stands == SidePlace.Third && cell.Said == 0;
        }

        return !(rejected && told) ? null : Model.PlaceOf(question.Agent) == SidePlace.Left ? new(1, 0, SidePlace.Right) : new(0, 1, SidePlace.Left);
    }

    private Opposition? OfBoth(ReadOnlySpan<Cell> cells, ReadOnlySpan<int> part)
    {
        // Nobody, then yes and no, the first and the other name, or the number of a side.
        var answers = 1 + Math.Max(2, Model.Sides);
        var (left, right) = (new int[answers], new int[answers]);
        foreach (var rank in part)
        {
            ref readonly var cell = ref cells[rank];
            if (!cell.Aside && cell.Stands != SidePlace.Third)
                (cell.Stands == SidePlace.Left ? left : right)[1 + cell.Said]++;
        }

        Opposition? best = null;
        var most = (0, 0);
        for (var one = 0; one < answers; one++)
            for (var other = 0; other < answers; other++)
                if (one != other && left[one] > 0 && right[other] > 0
                    && (Math.Min(left[one], right[other]), left[one] + right[other]) is var weight && weight.CompareTo(most) > 0)
                    (best, most) = (new(one - 1, other - 1), weight);
        return best;
    }
}
