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
internal sealed class FigureBlock(ConflictModel model, DisputeWriter writer, FigureKey key) : Block<FigureClaim>(standing: false)
{
    private readonly ShiftFinder _shifts = new(model, writer);
    private readonly Dictionary<EpisodeId, SpeakerChains<FigureClaim>> _chains = [];

    public void Add(FigureClaim figure) => Map.Add(figure);

    /// <summary>What can be compared at all; null where nobody knows whose they are.</summary>
    public static FigureKey? KeyOf(FigureFacts figure) =>
        figure.Group is { } group ? new(figure.Measure, figure.Unit ?? "", group) : null;

    protected override EpisodeResult Compare(EpisodeId episode, IReadOnlyList<FigureClaim> items, EpisodeId? next)
    {
        List<Dispute> disputes = [];
        List<NotComparable> apart = [];
        List<Shift> shifts = [];
        var chains = Chains(_chains, model, episode, items.Count);
        foreach (var (whole, sort) in Wholes(items))
            foreach (var (part, place) in PlaceGroups.Of(whole, f => f.Figure.Places, model.Places, out _))
            {
                var name = DisputeWriter.Slug(sort, place >= 0 ? model.Places.Id(place) : null);
                AddDispute(episode, part, name, disputes, apart);
                if (ShiftFinder.LooksAt(episode))
                    shifts.AddRange(chains.Of(name, part, some => _shifts.OfFigures(episode, writer.MeasureName(key.Measure), some)));
            }

        chains.Settle();
        if (episode.Kind == EpisodeKind.Event && next is { } later)
            OtherDays.Find(writer, key, (episode, items), (later, Map.Items(later)), apart);
        return new(disputes, [.. apart.Distinct()], [.. shifts.Distinct()]);
    }

    /// <summary>Civilians are not set against soldiers; those whose sort nothing tells go with the lexicon's last category.</summary>
    /// <returns>The figures with the name of their sort; null for the last category's, which goes without saying.</returns>
    private IEnumerable<(IReadOnlyList<FigureClaim> Figures, string? Sort)> Wholes(IReadOnlyList<FigureClaim> figures)
    {
        var categories = model.Lexicon.Categories;
        return figures.GroupBy(f => categories[f.Figure.Category >= 0 ? f.Figure.Category : categories.Count - 1].Whole)
            .Select(g => ((IReadOnlyList<FigureClaim>)[.. g], g.Key == categories[^1].Whole ? null : g.Key));
    }

    private void AddDispute(EpisodeId episode, IReadOnlyList<FigureClaim> figures, string part, List<Dispute> disputes, List<NotComparable> apart)
    {
        var left = figures.Where(f => model.PlaceOf(f.Claim.Side) == SidePlace.Left && f.Claim.Side >= 0).ToList();
        var right = figures.Where(f => model.PlaceOf(f.Claim.Side) == SidePlace.Right && f.Claim.Side >= 0).ToList();
        var third = figures.Where(f => model.PlaceOf(f.Claim.Side) == SidePlace.Third && f.Claim.Side >= 0).ToList();
        // Where only one of the two counts, whoever counts beside them is what it is held against.
        if (left.Count == 0 != (right.Count == 0) && third.Count > 0)
            (left, right, third) = left.Count > 0 ? (left, third, new List<FigureClaim>()) : (third, right, []);

        List<FigureClaim> fitting = [];
        Part(left, right, fitting);
        if (left.Count == 0 || right.Count == 0)
        {
            RecordFits(left, right, fitting, apart);
            return;
        }

        var positions = new PositionList(model);
        foreach (var figure in left.Concat(right))
            positions.Add(figure.Claim, false);
        var values = right.Select(r => r.Figure).DistinctBy(ValueOf).ToList();
        foreach (var figure in third)
            positions.Add(figure.Claim, values.Exists(r => !Opposes(figure.Figure, r)));
        var placed = left.Concat(right).Select(f => f.Claim).ToHashSet();
        foreach (var figure in fitting.Where(f => !placed.Contains(f.Claim)).Order())
            positions.Add(figure.Claim, true);
        disputes.Add(Write(episode, part, left, right, positions));
    }

    /// <summary>Takes out figures that fit one of the other side, the vaguest first, until all that remain exclude each other.</summary>
    /// <remarks>
    /// Figures of one value fit the same others, and taking one of them out changes nothing for the rest, so that they go together: a burst has
    /// thousands of figures and few values.
    /// </remarks>
    private static void Part(List<FigureClaim> left, List<FigureClaim> right, List<FigureClaim> fitting)
    {
        var (lefts, rights) = (Same.Of(left), Same.Of(right));
        foreach (var one in lefts)
            foreach (var other in rights.Where(r => !Opposes(one.Value, r.Value)))
            {
                one.Fits += other.Figures.Count;
                other.Fits += one.Figures.Count;
            }

        while (lefts.Count > 0 && rights.Count > 0)
        {
            var worst = lefts.Concat(rights).OrderByDescending(s => s.Fits).ThenByDescending(s => s.Value.High - s.Value.Low)
                .ThenBy(s => s.Figures[0].Claim.Key, StringComparer.Ordinal).First();
            if (worst.Fits == 0)
                break;
            fitting.AddRange(worst.Figures);
            foreach (var other in (lefts.Remove(worst) ? rights : lefts).Where(o => !Opposes(worst.Value, o.Value)))
                other.Fits -= worst.Figures.Count;
            rights.Remove(worst);
        }

        Keep(left, lefts);
        Keep(right, rights);
    }

    private static void Keep(List<FigureClaim> figures, List<Same> kept)
    {
        var values = kept.Select(s => ValueOf(s.Value)).ToHashSet();
        figures.RemoveAll(f => !values.Contains(ValueOf(f.Figure)));
    }

    private static (double, double, bool) ValueOf(FigureFacts figure) => (figure.Low, figure.High, figure.Rejected);

    /// <summary>Figures of one side that say the same number.</summary>
    private sealed class Same(List<FigureClaim> figures)
    {
        public List<FigureClaim> Figures { get; } = figures;

        public FigureFacts Value => Figures[0].Figure;

        /// <summary>How many of the other side's figures it fits.</summary>
        public int Fits { get; set; }

        public static List<Same> Of(List<FigureClaim> figures) => [.. figures.GroupBy(f => ValueOf(f.Figure)).Select(g => new Same([.. g]))];
    }

    /// <summary>Two figures oppose each other where no number satisfies both, or where one side rejects the other's.</summary>
    private static bool Opposes(FigureFacts first, FigureFacts second) =>
        first.Rejected != second.Rejected ? first.Overlaps(second) : !first.Rejected && !first.Overlaps(second);

    /// <summary>One figure of each value and side: of a burst, whose figures repeat each other, nobody lists every pair.</summary>
    private void RecordFits(List<FigureClaim> left, List<FigureClaim> right, List<FigureClaim> fitting, List<NotComparable> apart)
    {
        var all = left.Concat(right).Concat(fitting).DistinctBy(f => (f.Claim.Side, ValueOf(f.Figure))).ToList();
        foreach (var (one, other) in all.Zip(all.Skip(1)))
            if (one.Claim != other.Claim && one.Claim.Side != other.Claim.Side)
                apart.Add(NotComparablePair.Of(one.Claim, other.Claim, ApartReason.Fits,
                    writer.Text(TextName.ApartFits, ("first", one.Figure.Words), ("second", other.Figure.Words)),
                    $"same measure: {key.Measure}", $"same group: {key.Group}", "intervals overlap"));
    }

    private static double Nearest(List<FigureClaim> left, List<FigureClaim> right)
    {
        var values = right.Select(r => r.Figure).DistinctBy(ValueOf).ToList();
        return left.Select(l => l.Figure).DistinctBy(ValueOf).Min(l => values.Min(r => Distance(l, r)));
    }

    private Dispute Write(EpisodeId episode, string part, List<FigureClaim> left, List<FigureClaim> right, PositionList positions)
    {
        var (accuser, denier) = (writer.SideName(left[0].Claim.Side), writer.SideName(right[0].Claim.Side));
        var place = writer.Places(positions, false);
        var days = Days.Of(episode.Window);
        var counted = Counted(left.Concat(right));
        (string, string?)[] words = [("counted", counted), ("measure", writer.MeasureName(key.Measure)), ("place", place), ("days", days), ("accuser", accuser), ("denier", denier)];
        var difference = writer.Text(TextName.FigureDifference, ("first", Figures(left)), ("second", Figures(right)));
        var dispute = new Dispute(DisputeWriter.Slug(key.Measure, key.Group, key.Unit is "people" ? null : key.Unit, episode.Slug, part), writer.Text(TextName.FigureQuestion, words),
            DisputeKind.Figure, positions.Positions(), 0, writer.Text(TextName.FigureWhy, words))
        { Difference = difference };
        return writer.Finish(dispute, positions, episode.Window, place, [$"same measure: {key.Measure}", $"same group: {key.Group}", $"figures: {difference}"],
            Nearest(left, right));
    }

    /// <summary>0 to 1: what the smaller number lacks of the larger, at the ends that lie nearest; a rejected figure is halfway.</summary>
    private static double Distance(FigureFacts first, FigureFacts second)
    {
        var (low, high) = first.High < second.Low ? (first.High, second.Low) : (second.High, first.Low);
        return high > low && low >= 0 ? 1 - low / high : 0.5;
    }

    private static string Figures(List<FigureClaim> figures) =>
        string.Join(", ", figures.Select(f => (f.Figure.Low, f.Figure.High, f.Figure.Words)).Distinct().OrderBy(f => f.Low).ThenBy(f => f.High)
            .Select(f => f.Words).Distinct());

    /// <summary>What is counted, in the words that most claims use, the shortest of them first; “one soldier” has no word for many.</summary>
    private string Counted(IEnumerable<FigureClaim> figures) =>
        figures.Where(f => f.Figure.Counted is not null).CountBy(f => (Words: f.Figure.Counted!, IsOne: f.Figure.High == 1)).OrderBy(c => c.Key.IsOne)
            .ThenByDescending(c => c.Value).ThenBy(c => c.Key.Words.Length).ThenBy(c => c.Key.Words, StringComparer.Ordinal).Select(c => c.Key.Words).FirstOrDefault() ?? key.Group;
}
