using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What a figure counts, so far as it tells which figures can be compared at all.</summary>
internal readonly record struct FigureKey(string Measure, string Unit, string Group);

/// <summary>A figure with the claim that it stands in.</summary>
internal sealed class FigureClaim(ClaimFacts claim, FigureFacts figure) : IDated, IComparable<FigureClaim>
{
    public ClaimFacts Claim => claim;

    public FigureFacts Figure => figure;

    public EventWindow Window => figure.Window;

    public int CompareTo(FigureClaim? other) => string.CompareOrdinal(claim.Key, other!.Claim.Key) is not 0 and var byClaim
        ? byClaim
        : string.CompareOrdinal(figure.Id, other.Figure.Id);
}

/// <summary>All figures of one measure and group, on whatever day.</summary>
internal sealed class FigureBlock(ConflictModel model, DisputeWriter writer, FigureKey key) : Block<FigureClaim>(model, standing: false)
{
    private readonly FigureForms _forms = new();
    private readonly Numbers<string> _wholes = new(StringComparer.Ordinal);
    private FigureShifts? _shifts;

    public void Add(FigureClaim figure) => Map.Add(figure);

    /// <summary>What can be compared at all; null where nobody knows whose they are.</summary>
    public static FigureKey? KeyOf(FigureFacts figure) =>
        figure.Group is { } group ? new(figure.Measure, figure.Unit ?? "", group) : null;

    /// <summary>Civilians are not set against soldiers; those whose sort nothing tells go with the lexicon's last category.</summary>
    protected override Cell CellOf(FigureClaim figure) => Cells.Of(figure.Claim, figure.Figure.Places, _forms.Of(figure.Figure), figure.Figure.Rejected,
        _wholes.Of((figure.Figure.Category >= 0 ? Model.Lexicon.Categories[figure.Figure.Category] : Model.Lexicon.Categories[^1]).Whole));

    protected override EpisodeResult Compare(EpisodeId episode, OrderedItems<FigureClaim> items, Scratch scratch)
    {
        List<Dispute> disputes = [];
        List<NotComparable> apart = [];
        List<List<int>> parts = [];
        foreach (var (whole, sort) in Wholes(items, scratch))
            foreach (var (part, place) in Parts.Of(items.Cells, whole, scratch, out _))
            {
                parts.Add(part);
                AddDispute(episode, items, part, DisputeWriter.Slug(sort, place >= 0 ? Model.Places.Id(place) : null), disputes, apart, scratch);
            }

        _shifts ??= new(Model, writer, writer.MeasureName(key.Measure), _forms);
        return new(disputes, [.. apart.Distinct()], FigureShifts.LooksAt(episode) ? _shifts.Find(episode, items, parts, scratch) : []);
    }

    protected override EpisodeResult CompareWithNext(EpisodeId episode, OrderedItems<FigureClaim> items, EpisodeId next, OrderedItems<FigureClaim> later, Scratch scratch) =>
        new([], OtherDays.Find(writer, key, (episode, items), (next, later)), []);

    /// <returns>The ranks of each sort with its name; null for the last category's, which goes without saying.</returns>
    private List<(List<int> Ranks, string? Sort)> Wholes(OrderedItems<FigureClaim> items, Scratch scratch)
    {
        List<(List<int> Ranks, string? Sort)> wholes = [];
        var bySort = new List<int>?[_wholes.Count];
        for (var rank = 0; rank < items.Count; rank++)
        {
            var sort = items.Cells[rank].Sort;
            if (bySort[sort] is null)
                wholes.Add((bySort[sort] = scratch.List(), _wholes[sort] == Model.Lexicon.Categories[^1].Whole ? null : _wholes[sort]));
            bySort[sort]!.Add(rank);
        }

        return wholes;
    }

    private void AddDispute(
        EpisodeId episode, OrderedItems<FigureClaim> items, List<int> part, string name, List<Dispute> disputes, List<NotComparable> apart,
        Scratch scratch)
    {
        var cells = items.Cells;
        var (left, right, third) = (scratch.List(), scratch.List(), scratch.List());
        foreach (var rank in part)
            if (cells[rank].Side >= 0)
                (cells[rank].Stands switch { SidePlace.Left => left, SidePlace.Right => right, _ => third }).Add(rank);
        // Where only one of the two counts, whoever counts beside them is what it is held against.
        if (left.Count == 0 != (right.Count == 0) && third.Count > 0)
            (left, right, third) = left.Count > 0 ? (left, third, scratch.List()) : (third, right, scratch.List());

        var split = new FigureSplit(_forms, items, left, right, scratch);
        if (split.Left.Ranks.Count == 0 || split.Right.Ranks.Count == 0)
        {
            RecordFits(items, split, apart);
            return;
        }

        var positions = scratch.Positions.Of(Cells.Lists, (_, rank) => items.Key(rank));
        positions.Add(cells, split.Left.Ranks);
        positions.Add(cells, split.Right.Ranks);
        var backs = scratch.Map();
        foreach (var rank in third)
        {
            ref var backing = ref backs.Of(cells[rank].Said, out var known);
            if (!known)
                backing = split.Right.Fits(_forms[cells[rank].Said]) ? 1 : 0;
            positions.Add(cells[rank], rank, backing == 1);
        }

        foreach (var rank in split.FittingClaims(cells))
            positions.Add(cells[rank], rank, true);
        disputes.Add(Write(episode, name, items, split, positions, scratch));
    }

    /// <summary>One figure of each value and side: of a burst, whose figures repeat each other, nobody lists every pair.</summary>
    private void RecordFits(OrderedItems<FigureClaim> items, FigureSplit split, List<NotComparable> apart)
    {
        var all = split.Left.Ranks.Concat(split.Right.Ranks).Concat(split.Fitting)
            .DistinctBy(r => (items.Cells[r].Side, items.Cells[r].Said)).Select(r => items[r]).DistinctBy(f => (f.Claim.Side, FigureForms.ValueOf(f.Figure))).ToList();
        foreach (var (one, other) in all.Zip(all.Skip(1)))
            if (one.Claim != other.Claim && one.Claim.Side != other.Claim.Side)
                apart.Add(NotComparablePair.Of(one.Claim, other.Claim, ApartReason.Fits,
                    writer.Text(TextName.ApartFits, ("first", one.Figure.Words), ("second", other.Figure.Words)),
                    $"same measure: {key.Measure}", $"same group: {key.Group}", "intervals overlap"));
    }

    private Dispute Write(EpisodeId episode, string part, OrderedItems<FigureClaim> items, FigureSplit split, PositionList positions, Scratch scratch)
    {
        var (accuser, denier) = (writer.SideName(items.Cells[split.Left.Ranks[0]].Side), writer.SideName(items.Cells[split.Right.Ranks[0]].Side));
        var place = writer.Places(positions, false);
        var days = Days.Of(episode.Window);
        var (left, right) = (Forms(items.Cells, split.Left.Ranks, scratch), Forms(items.Cells, split.Right.Ranks, scratch));
        (string, string?)[] words = [("counted", writer.WithWhose(key.Group, Counted(left.Concat(right)))), ("measure", writer.MeasureName(key.Measure)), ("place", place), ("days", days), ("accuser", accuser), ("denier", denier)];
        var difference = writer.Text(TextName.FigureDifference, ("first", Figures(left)), ("second", Figures(right)));
        var dispute = new Dispute(DisputeWriter.Slug(key.Measure, key.Group, key.Unit is "people" ? null : key.Unit, episode.Slug, part), writer.Text(TextName.FigureQuestion, words),
            DisputeKind.Figure, positions.Positions(), 0, writer.Text(TextName.FigureWhy, words))
        { Difference = difference };
        return writer.Finish(dispute, positions, episode.Window, place, [$"same measure: {key.Measure}", $"same group: {key.Group}", $"figures: {difference}"],
            split.Nearest());
    }

    /// <summary>Each form of some figures, in the order in which they first come, and how many have it.</summary>
    private List<(FigureFacts Form, int Count)> Forms(ReadOnlySpan<Cell> cells, List<int> ranks, Scratch scratch)
    {
        var (forms, counts) = (scratch.List(), scratch.Map());
        foreach (var rank in ranks)
        {
            ref var count = ref counts.Of(cells[rank].Said, out var known);
            count++;
            if (!known)
                forms.Add(cells[rank].Said);
        }

        return forms.ConvertAll(f => (_forms[f], counts.Of(f, out _)));
    }

    private static string Figures(List<(FigureFacts Form, int Count)> forms) =>
        string.Join(", ", forms.Select(f => f.Form).OrderBy(f => f.Low).ThenBy(f => f.High).Select(f => f.Words).Distinct());

    /// <summary>What is counted, in the words that most claims use, the shortest of them first; “one soldier” has no word for many.</summary>
    private string Counted(IEnumerable<(FigureFacts Form, int Count)> forms) =>
        forms.Where(f => f.Form.Counted is not null).GroupBy(f => (Words: f.Form.Counted!, IsOne: f.Form.High == 1), f => f.Count).OrderBy(c => c.Key.IsOne)
            .ThenByDescending(c => c.Sum()).ThenBy(c => c.Key.Words.Length).ThenBy(c => c.Key.Words, StringComparer.Ordinal).Select(c => c.Key.Words).FirstOrDefault() ?? key.Group;
}
