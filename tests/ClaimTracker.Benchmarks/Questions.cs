using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Benchmarks;

/// <summary>What readers of a collection ask, drawn from a seed: filters of one to six parts, words of many and of few hits.</summary>
internal sealed class Questions
{
    private readonly Random _random = new(1);
    private readonly Dictionary<string, string[]> _values;
    private readonly List<string> _words = [];
    private readonly (DateOnly First, int Days) _period;

    private Questions(ClaimQueries queries, IReadOnlyList<Facet> facets, IReadOnlyList<WeekCount> weeks)
    {
        Queries = queries;
        _values = facets.ToDictionary(f => f.Name, f => f.Values.Select(v => v.Value).ToArray());
        var days = weeks.Where(w => w.Week is not null).Select(w => w.Week!.Value).ToList();
        _period = (days[0], days[^1].DayNumber - days[0].DayNumber);
    }

    /// <summary>Who is asked.</summary>
    public ClaimQueries Queries { get; }

    /// <summary>A word that about one claim of sixteen has, of a million 60,000.</summary>
    public string Frequent { get; private set; } = "";

    public static async Task<Questions> OfAsync(ClaimQueries queries)
    {
        var questions = new Questions(queries, await queries.FacetsAsync(new(), default), await queries.HistogramAsync(new(), default));
        var some = await queries.FindAsync(new(), null, 500, default);
        var words = some.Items.SelectMany(r => SearchText.Words(r.Words)).Where(w => w.Length > 3).Select(SearchText.Fold).Distinct().ToList();
        var nearest = double.MaxValue;
        foreach (var word in words.Take(200))
        {
            var found = await queries.FindAsync(new() { Text = $"\"{word}\"" }, null, 1, default);
            questions._words.Add(word);
            if (Math.Abs(Math.Log(found.Total * 16.0 / some.Total)) is var distance && distance < nearest) (nearest, questions.Frequent) = (distance, word);
        }

        return questions;
    }

    public string Word() => _words[_random.Next(_words.Count)];

    public ClaimFilter Filter()
    {
        var from = _period.First.AddDays(_random.Next(_period.Days + 1));
        return new()
        {
            Sides = Some("side", 3, 1),
            Actors = Some("actor", 4, 2),
            Sources = Some("source", 6, 2),
            Topics = Some("topic", 3, 1),
            Places = Some("place", 4, 1),
            Acts = OneIn(5) ? [ClaimAct.Denies, ClaimAct.Accuses] : [],
            From = OneIn(4) ? from : null,
            To = OneIn(4) ? from.AddDays(_random.Next(200)) : null,
            Undated = OneIn(30),
            WithStatistics = OneIn(8) ? true : null,
            Disputed = OneIn(8) ? true : null,
            Sort = (ClaimSort[])[ClaimSort.Newest, ClaimSort.Newest, ClaimSort.Oldest, ClaimSort.EventDate, ClaimSort.Published] is var sorts ? sorts[_random.Next(sorts.Length)] : default,
        };
    }

    /// <summary>The address of a page of claims with so many filters of different sorts, each with one to three values. No two are likely to be the same.</summary>
    public string Address(int filters)
    {
        string[] sorts = ["side", "topic", "place", "act", "actor", "source"];
        _random.Shuffle(sorts);
        return "/claims?" + string.Join('&', sorts.Take(filters).SelectMany(sort => Enumerable.Range(0, _random.Next(1, 4))
            .Select(_ => $"{sort}={Uri.EscapeDataString(_values[sort][_random.Next(_values[sort].Length)])}").Distinct()));
    }

    /// <summary>A day of the collection's years; others for other numbers.</summary>
    public DateOnly Day(int number) => _period.First.AddDays(_period.Days / 3 + ((number * 7) % (_period.Days * 2 / 3)));

    private string[] Some(string facet, int oneIn, int count) =>
        OneIn(oneIn) && _values[facet] is { Length: > 0 } values ? [.. Enumerable.Range(0, count).Select(_ => values[_random.Next(values.Length)]).Distinct()] : [];

    private bool OneIn(int n) => _random.Next(n) == 0;
}
