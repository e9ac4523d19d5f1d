using System.Numerics;
using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Numbers of one unit that were told in one week.</summary>
internal readonly record struct WeekKey(string Unit, int Week);

/// <summary>
/// Numbers that a reader may hold against each other because both sides tell them in the same days, and that count different things:
/// the other side's losses, the wounded, another place, a running total.
/// </summary>
internal sealed class LookAlikeBlock(ConflictModel model, DisputeWriter writer, WeekKey key) : IBlock
{
    /// <summary>Enough to look up why two numbers are not set against each other; of a burst nobody lists every pair.</summary>
    private const int MostPairs = 24, MostOfSide = 24;

    /// <summary>In how many ways two figures may differ and still look alike.</summary>
    private const int MostDifferences = 2;

    private const int DaysOfWeek = 7;

    private const string PerDay = "_per_day";

    private readonly Dictionary<ArticleFacts, List<FigureClaim>> _articles = [];
    private readonly Dictionary<Counted, FigureClaim> _left = [], _right = [];
    private EpisodeResult _result = EpisodeResult.Nothing;
    private EpisodeResult _told = EpisodeResult.Nothing;
    private bool _isStale;

    public IEnumerable<EpisodeResult> Results => [_result];

    /// <summary>What can be told apart at all; null for a figure whose unit or day nobody knows.</summary>
    public static WeekKey? KeyOf(ClaimFacts claim, FigureFacts figure) => figure is { Unit: { } unit, Rejected: false } && claim.Day is { } day
        ? new(unit.EndsWith(PerDay, StringComparison.Ordinal) ? unit[..^PerDay.Length] : unit, day / DaysOfWeek)
        : null;

    /// <summary>What a figure counts.</summary>
    private readonly record struct Counted(string Measure, string? Group, int Category, EventWindow Window, int Place);

    public void Add(FigureClaim figure)
    {
        if (!_articles.TryGetValue(figure.Claim.Article, out var own))
            _articles[figure.Claim.Article] = own = [];
        own.Add(figure);
        Tell(figure);
    }

    public void Remove(ArticleFacts article)
    {
        if (!_articles.Remove(article, out var gone))
            return;
        // Others that count the same come forward where one that told it goes.
        if (!gone.Exists(f => TellingOf(f)?.GetValueOrDefault(CountedOf(f)) == f))
            return;
        _isStale = true;
        _left.Clear();
        _right.Clear();
        foreach (var figure in _articles.Values.SelectMany(a => a))
            Tell(figure);
    }

    public void Refresh(Scratch scratch)
    {
        if (!_isStale)
            return;
        _isStale = false;
        var (left, right) = (FirstOf(_left), FirstOf(_right));
        var pairs =
            from l in left
            from r in right
            where l.Claim != r.Claim && !l.Figure.Overlaps(r.Figure)
            let apart = Differences(l.Figure, r.Figure)
            let count = BitOperations.PopCount((uint)apart)
            where count is > 0 and <= MostDifferences && apart != Difference.Days
            orderby count, l, r
            select Write(l, r, apart);
        _result = left.Count == 0 || right.Count == 0 ? EpisodeResult.Nothing : new([], [.. pairs.Take(MostPairs).Distinct()], []);
    }

    public void Tell(ChangeRecord changes)
    {
        changes.Became(_told, _result);
        _told = _result;
    }

    /// <summary>Of figures that count the same thing the first, so that a burst is no longer than its variety.</summary>
    private void Tell(FigureClaim figure)
    {
        if (TellingOf(figure) is not { } telling)
            return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(telling, CountedOf(figure), out var known);
        if (known && figure.CompareTo(first) >= 0)
            return;
        first = figure;
        _isStale = true;
    }

    private Dictionary<Counted, FigureClaim>? TellingOf(FigureClaim figure) => figure.Claim.Side < 0 ? null : model.PlaceOf(figure.Claim.Side) switch
    {
        SidePlace.Left => _left,
        SidePlace.Right => _right,
        _ => null,
    };

    private Counted CountedOf(FigureClaim figure) => new(
        figure.Figure.Measure, figure.Figure.Group, figure.Figure.Category, figure.Figure.Window, Array.Find(figure.Figure.Places, p => !model.Places.IsWide(p)));

    private static List<FigureClaim> FirstOf(Dictionary<Counted, FigureClaim> telling) => [.. telling.Values.Order().Take(MostOfSide)];

    /// <summary>In what figures differ; the first of several is the reason that is given.</summary>
    [Flags]
    private enum Difference
    {
        Period = 1,
        Measure = 2,
        Group = 4,
        Sort = 8,
        Place = 16,
        Days = 32,
    }

    private Difference Differences(FigureFacts first, FigureFacts second)
    {
        var found = IsRate(first) != IsRate(second) || IsTotal(first) != IsTotal(second) ? Difference.Period : 0;
        if (first.Measure != second.Measure)
            found |= Difference.Measure;
        if (first.Group is not null && second.Group is not null && first.Group != second.Group)
            found |= Difference.Group;
        else if (Sort(first) is { } sort && Sort(second) is { } otherSort && sort != otherSort)
            found |= Difference.Sort;
        if (Narrow(first) is { Length: > 0 } here && Narrow(second) is { Length: > 0 } there
            && !Array.Exists(here, p => Array.Exists(there, q => model.Places.Touch(p, q))))
            found |= Difference.Place;
        if (first.Window is { IsEvent: true, Basis: WindowBasis.Event } && second.Window is { IsEvent: true, Basis: WindowBasis.Event }
            && !first.Window.Overlaps(second.Window))
            found |= Difference.Days;
        return found;
    }

    private string Feature(Difference difference, FigureFacts first, FigureFacts second) => difference switch
    {
        Difference.Period => $"other period: {Span(first)}, {Span(second)}",
        Difference.Measure => $"other measure: {writer.MeasureName(first.Measure)}, {writer.MeasureName(second.Measure)}",
        Difference.Group => $"other group: {first.Group}, {second.Group}",
        Difference.Sort => $"other sort: {Sort(first)}, {Sort(second)}",
        Difference.Place => $"other place: {model.Places.Name(Narrow(first)[0])}, {model.Places.Name(Narrow(second)[0])}",
        _ => $"other days: {Days.Of(first.Window)}, {Days.Of(second.Window)}",
    };

    private int[] Narrow(FigureFacts figure) => Array.FindAll(figure.Places, p => !model.Places.IsWide(p));

    private string? Sort(FigureFacts figure) => figure.Category >= 0 ? model.Lexicon.Categories[figure.Category].Whole : null;

    private static bool IsRate(FigureFacts figure) => figure.Unit?.EndsWith(PerDay, StringComparison.Ordinal) == true;

    private static bool IsTotal(FigureFacts figure) =>
        figure.Window.Basis == WindowBasis.Event && figure.Window.Length > DaysOfWeek;

    private string Span(FigureFacts figure) => IsRate(figure) ? writer.Text(TextName.SpanRate)
        : IsTotal(figure) ? writer.Text(TextName.SpanTotal, ("days", Days.Of(figure.Window)))
        : writer.Text(TextName.SpanEvent, ("days", Days.Of(figure.Window)));

    private NotComparable Write(FigureClaim left, FigureClaim right, Difference apart)
    {
        var differences = Enum.GetValues<Difference>().Where(d => apart.HasFlag(d)).ToList();
        var (reason, name) = differences[0] switch
        {
            Difference.Period => (ApartReason.Period, TextName.ApartPeriod),
            Difference.Measure => (ApartReason.Measure, TextName.ApartMeasure),
            Difference.Group or Difference.Sort => (ApartReason.Group, TextName.ApartGroup),
            _ => (ApartReason.Place, TextName.ApartPlace),
        };
        return NotComparablePair.Of(left.Claim, right.Claim, reason, writer.Text(name, ("first", Told(left.Figure)), ("second", Told(right.Figure))),
            [$"same unit: {key.Unit}", .. differences.Select(d => Feature(d, left.Figure, right.Figure))]);
    }

    private string Told(FigureFacts figure) => $"{figure.Named} {writer.MeasureName(figure.Measure)}"
        + (Narrow(figure) is [var place, ..] ? $" ({model.Places.Name(place)})" : "");
}
