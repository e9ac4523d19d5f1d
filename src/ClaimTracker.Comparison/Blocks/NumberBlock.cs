using System.Globalization;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>An exact number of one measure, whoever is counted.</summary>
internal readonly record struct NumberKey(string Measure, string Unit, double Number);

/// <summary>Claims with the same number: where the two sides give it to other people, another place or another day, they speak of one event.</summary>
internal sealed class NumberBlock(ConflictModel model, DisputeWriter writer, NumberKey key) : Block<FigureClaim>(standing: false)
{
    /// <summary>Smaller numbers are the same by chance too often to tell one event from another.</summary>
    private const int LeastOfOneEvent = 5, LeastOfOtherEvents = 20;

    /// <summary>How far apart two days can be to be two dates of one event.</summary>
    private const int FarthestDays = 3;

    /// <summary>What can be compared at all; null for figures that are no exact number, too small, or rejected.</summary>
    public static NumberKey? KeyOf(FigureFacts figure) =>
        figure.Low == figure.High && figure is { Low: >= LeastOfOneEvent, Rejected: false } ? new(figure.Measure, figure.Unit ?? "", figure.Low) : null;

    public void Add(FigureClaim figure) => Map.Add(figure);

    protected override EpisodeResult Compare(EpisodeId episode, IReadOnlyList<FigureClaim> items, EpisodeId? next)
    {
        List<Dispute> disputes = [];
        if (episode.Kind is EpisodeKind.Event or EpisodeKind.Article)
        {
            foreach (var (part, place) in PlaceGroups.Of(items, f => f.Figure.Places, model.Places, out _))
                if (place >= 0 || OneArticle(part))
                    AddSorts(episode, place, part, disputes);
            if (key.Number >= LeastOfOtherEvents && episode.Kind == EpisodeKind.Event)
            {
                AddPlaces(episode, items, disputes);
                if (next is { } later && later.From - episode.To <= FarthestDays)
                    AddDays(episode, items, later, Map.Items(later), disputes);
            }
        }

        return new(disputes, [], []);
    }

    private static bool OneArticle(List<FigureClaim> figures) => figures.TrueForAll(f => f.Claim.Article == figures[0].Claim.Article);

    /// <summary>One says that they were civilians, the other that they were fighters.</summary>
    private void AddSorts(EpisodeId episode, int place, List<FigureClaim> figures, List<Dispute> disputes)
    {
        foreach (var left in figures.Where(f => IsOf(f, SidePlace.Left) && Sort(f) is not null).GroupBy(Sort))
            foreach (var right in figures.Where(f => IsOf(f, SidePlace.Right) && Sort(f) is not null && Sort(f) != left.Key).GroupBy(Sort))
                disputes.Add(Write(DisputeKind.Category, episode, [.. left], [.. right], left.Key!, right.Key!,
                    DisputeWriter.Slug(left.Key, right.Key, place >= 0 ? model.Places.Id(place) : null)));
    }

    /// <summary>One says that it was here, the other that it was there.</summary>
    private void AddPlaces(EpisodeId episode, IReadOnlyList<FigureClaim> items, List<Dispute> disputes)
    {
        foreach (var group in items.Where(f => f.Figure.Group is not null).GroupBy(f => f.Figure.Group))
        {
            var parts = PlaceGroups.Of([.. group], f => f.Figure.Places, model.Places, out var general);
            if (general.Count > 0 || parts.Count != 2 || parts[0].Items.Exists(f => !IsOf(f, PlaceOf(parts[0].Items[0])))
                || parts[1].Items.Exists(f => !IsOf(f, PlaceOf(parts[1].Items[0]))))
                continue;
            var (left, right) = PlaceOf(parts[0].Items[0]) == SidePlace.Left ? (parts[0], parts[1]) : (parts[1], parts[0]);
            if (PlaceOf(left.Items[0]) == SidePlace.Left && PlaceOf(right.Items[0]) == SidePlace.Right)
                disputes.Add(Write(DisputeKind.DateOrPlace, episode, left.Items, right.Items, model.Places.Name(left.First), model.Places.Name(right.First),
                    DisputeWriter.Slug("place", group.Key)));
        }
    }

    /// <summary>One says that it was on this day, the other that it was days later.</summary>
    private void AddDays(
        EpisodeId episode, IReadOnlyList<FigureClaim> items, EpisodeId later, IReadOnlyList<FigureClaim> laterItems, List<Dispute> disputes)
    {
        foreach (var group in items.Concat(laterItems).Where(f => f.Figure.Group is not null).DistinctBy(f => f.Figure.Group).Select(f => f.Figure.Group))
        {
            var first = items.Where(f => f.Figure.Group == group).ToList();
            var second = laterItems.Where(f => f.Figure.Group == group).ToList();
            if (first.Count == 0 || second.Count == 0 || !Touch(first, second))
                continue;
            var (left, right, days) = PlaceOf(first[0]) == SidePlace.Left ? (first, second, (episode, later)) : (second, first, (later, episode));
            if (left.TrueForAll(f => IsOf(f, SidePlace.Left)) && right.TrueForAll(f => IsOf(f, SidePlace.Right)))
                disputes.Add(Write(DisputeKind.DateOrPlace, episode, left, right, Days.Of(days.Item1.Window), Days.Of(days.Item2.Window),
                    DisputeWriter.Slug("day", group)));
        }
    }

    /// <summary>A burst names few places many times over: each list of places is looked at once.</summary>
    private bool Touch(List<FigureClaim> first, List<FigureClaim> second)
    {
        var others = Places(second);
        return Places(first).TrueForAll(own => others.TrueForAll(other => Touch(own, other)));
    }

    private bool Touch(int[] own, int[] other) => Array.Exists(own, p => !model.Places.IsWide(p) && Array.Exists(other, q =>
        !model.Places.IsWide(q) && model.Places.Touch(p, q)));

    private static List<int[]> Places(List<FigureClaim> figures)
    {
        List<int[]> different = [];
        foreach (var figure in figures)
            if (!different.Exists(d => d.AsSpan().SequenceEqual(figure.Figure.Places)))
                different.Add(figure.Figure.Places);
        return different;
    }

    private SidePlace PlaceOf(FigureClaim figure) => model.PlaceOf(figure.Claim.Side);

    private bool IsOf(FigureClaim figure, SidePlace place) => figure.Claim.Side >= 0 && PlaceOf(figure) == place;

    private string? Sort(FigureClaim figure) => figure.Figure.Category >= 0 ? model.Lexicon.Categories[figure.Figure.Category].Whole : null;

    private Dispute Write(
        DisputeKind kind, EpisodeId episode, List<FigureClaim> left, List<FigureClaim> right, string first, string second, string part)
    {
        var positions = new PositionList(model);
        foreach (var figure in left.Concat(right))
            positions.Add(figure.Claim, false);
        var category = kind == DisputeKind.Category;
        var number = key.Number.ToString("#,0.##", CultureInfo.InvariantCulture);
        (string, string?)[] words =
        [
            ("number", number), ("measure", writer.MeasureName(key.Measure)), ("first", first), ("second", second),
            ("days", category ? Days.Of(episode.Window) : ""), ("place", category ? writer.Places(positions, false) : ""),
            ("accuser", writer.SideName(left[0].Claim.Side)), ("denier", writer.SideName(right[0].Claim.Side)),
        ];
        var dispute = new Dispute(DisputeWriter.Slug(number, key.Measure, episode.Slug, part),
            writer.Text(category ? TextName.CategoryQuestion : TextName.DateOrPlaceQuestion, words), kind, positions.Positions(), 0,
            writer.Text(category ? TextName.CategoryWhy : TextName.DateOrPlaceWhy, words))
        {
            Difference = writer.Text(TextName.FigureDifference, ("first", first), ("second", second)),
        };
        return writer.Finish(dispute, positions, episode.Window, null, [$"same number: {number} {key.Measure}", $"{first} against {second}"]);
    }
}
