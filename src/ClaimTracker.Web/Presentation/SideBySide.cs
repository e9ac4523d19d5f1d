using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Claims in columns, arranged so that what belongs together stands face to face.</summary>
/// <param name="Opposed">Rows joined by a contested question, the strongest first.</param>
/// <param name="ByDay">All others, the latest day first, the undated last; within a day what is repeated, then what is about one topic, then the rest.</param>
public sealed record SideBySide(IReadOnlyList<FacingRow> Opposed, IReadOnlyList<FacingRow> ByDay)
{
    /// <summary>More of one column on one question than this is listed by day, or looked up where the question stands.</summary>
    private const int MostInCell = 3;

    /// <summary>Arranges claims. None is lost; one can stand twice where two questions would else be without an opposite.</summary>
    /// <param name="claims">By column.</param>
    /// <param name="contested">By column, those that questions are looked for in: all of <paramref name="claims"/>, and others.</param>
    /// <param name="links">Which of them contradict and which repeat each other.</param>
    /// <param name="sides">Third parties stand apart: what they say can agree with either side, so it opposes neither.</param>
    public static SideBySide Of(FacingRow claims, FacingRow contested, ClaimLinks links, SideRegister sides)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        List<FacingRow> opposed = [];
        foreach (var question in links.Opposed)
        {
            if (Row(contested, question, placed, sides) is not { } row)
                continue;
            opposed.Add(row);
            placed.UnionWith(row.Claims.Select(c => c.Key));
        }

        return new(opposed, [.. Days(claims.Where(c => !placed.Contains(c.Key)), links.Repeats)]);
    }

    /// <summary>The row of a question; null where no two columns hold positions that oppose each other.</summary>
    private static FacingRow? Row(FacingRow claims, OpposedClaims question, HashSet<string> placed, SideRegister sides)
    {
        var ranks = question.Positions.SelectMany(p => p.Keys.Index()).DistinctBy(k => k.Item).ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        var opposing = question.Positions.Where(p => sides.Of(p.Side).Place is not SidePlace.Third)
            .SelectMany(p => p.Keys.Select(key => (Key: key, sides.Of(p.Side).Place))).ToLookup(p => p.Key, p => p.Place, StringComparer.Ordinal);
        var all = claims.Where(c => ranks.ContainsKey(c.Key));
        var held = new[] { all.Left, all.Right, all.Third }.Select(column => column.SelectMany(c => opposing[c.Key]).ToHashSet()).Where(h => h.Count > 0).ToList();
        if (held.Count < 2 || held.TrueForAll(h => h.Count == 1 && h.SetEquals(held[0])))
            return null;
        return all with { Day = null, Question = question, Left = Cell(all.Left), Right = Cell(all.Right), Third = Cell(all.Third) };

        IReadOnlyList<ClaimRow> Cell(IReadOnlyList<ClaimRow> column)
        {
            var ranked = column.OrderBy(c => ranks[c.Key]).ToList();
            return ranked.FindAll(c => !placed.Contains(c.Key)) is { Count: > 0 } fresh ? [.. fresh.Take(MostInCell)] : [.. ranked.Take(1)];
        }
    }

    private static IEnumerable<FacingRow> Days(FacingRow claims, IReadOnlyList<IReadOnlyList<string>> repeats) =>
        claims.Claims.Select(c => c.Date).Distinct().OrderBy(d => d is null).ThenByDescending(d => d)
            .SelectMany(day => Day(claims.Where(c => c.Date == day) with { Day = day }, repeats));

    private static IEnumerable<FacingRow> Day(FacingRow left, IReadOnlyList<IReadOnlyList<string>> repeats)
    {
        var day = left;
        var goesOn = false;
        foreach (var same in repeats)
        {
            var row = left.Where(c => same.Contains(c.Key));
            if (row.Columns < 2)
                continue;
            left = left.Where(c => !same.Contains(c.Key));
            yield return row with { Repeats = true, GoesOn = goesOn };
            goesOn = true;
        }

        foreach (var topic in Shared(day))
        {
            var row = left.Where(c => c.Topics.Contains(topic));
            if (row.Left.Count == 0 || row.Right.Count == 0)
                continue;
            left = left.Where(c => !c.Topics.Contains(topic));
            yield return row with { Topic = topic, GoesOn = goesOn };
            goesOn = true;
        }

        if (left.Columns > 0)
            yield return left with { GoesOn = goesOn };
    }

    /// <summary>Topics of both columns; the rarer first, since two claims that share it are nearer to each other.</summary>
    private static IEnumerable<string> Shared(FacingRow day) =>
        day.Left.SelectMany(c => c.Topics).Intersect(day.Right.SelectMany(c => c.Topics), StringComparer.Ordinal)
            .OrderBy(t => day.Claims.Count(c => c.Topics.Contains(t))).ThenBy(t => t, StringComparer.Ordinal);
}
