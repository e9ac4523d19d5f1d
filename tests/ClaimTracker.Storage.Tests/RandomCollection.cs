using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>Articles and filters made from a seed: skewed, with gaps, ties and unknowns.</summary>
internal sealed class RandomCollection(int seed)
{
    private static readonly string[] Words = ["sheep", "bridge", "water", "gone", "Ärger", "cross-border", "12", "they’re", "night", "the council", "Ana Ruiz"];
    private readonly Random _random = new(seed);

    public ArticleAnalysis[] Articles(int count) => [.. Enumerable.Range(0, count).Select(Article)];

    /// <summary>Disputes over claims of these articles, and repeats, some of which share a claim.</summary>
    public static Comparisons Comparisons(IReadOnlyList<ArticleAnalysis> articles)
    {
        var left = Keys(articles, "upper").ToList();
        var right = Keys(articles, "lower").ToList();
        var disputes = Enumerable.Range(0, Math.Min(3, Math.Min(left.Count, right.Count))).Select(n => new Dispute(
            $"dispute-{n}", $"Question {n}?", DisputeKind.Denial, [new("upper", [left[n]], []), new("lower", [right[n]], [.. right.Skip(n + 3).Take(1)])], 1.0 / (n + 1), "so"));
        var keys = articles.SelectMany(a => a.Claims).Select(c => c.Key).ToList();
        var repeats = Enumerable.Range(0, keys.Count / 8).Select(n => new Repeat([.. keys.Where((_, i) => i % (keys.Count / 8) == n || (n > 0 && i == n - 1))], "so"));
        return new([.. disputes], [.. repeats], []);
    }

    public ClaimFilter Filter(IReadOnlyList<ArticleAnalysis> articles) => new()
    {
        Sides = Some("upper", "lower", "others", ClaimFilter.NoSide),
        Actors = Some("ana-ruiz", "council", "bo-lind", "gazette", "who-0", "nobody-at-all"),
        Sources = Some("wire", "herald", ClaimFilter.NoSource),
        Topics = Some("water", "bridge", "sheep"),
        Places = Some("valley", "north", "mill", "south"),
        Acts = Some(ClaimAct.Asserts, ClaimAct.Denies, ClaimAct.CallsFor),
        Quotations = Some(QuotationKind.Direct, QuotationKind.Mixed),
        Articles = Some([.. articles.Select(a => a.Article.Key)]),
        Days = Pick(ClaimDays.Said, ClaimDays.Said, ClaimDays.Event),
        From = Chance(5) ? Day() : null,
        To = Chance(5) ? Day() : null,
        Undated = Chance(8),
        WithStatistics = Chance(6) ? Chance(2) : null,
        Disputed = Chance(6) ? Chance(2) : null,
        Text = Chance(5) ? Pick("sheep", "bridge water", "\"sheep bridge\"", "wat*", "arger", "cross-border", "nothing", "the council", "\"the council\"", "minister ruiz sheep", "ana ruiz the council") : null,
        Sort = Pick(Enum.GetValues<ClaimSort>()),
        Group = Pick(Enum.GetValues<ClaimGrouping>()),
    };

    private static IEnumerable<string> Keys(IReadOnlyList<ArticleAnalysis> articles, string side) =>
        articles.SelectMany(a => a.Claims).Where(c => c.Speaker.Side == side).Select(c => c.Key);

    private ArticleAnalysis Article(int n) => Sample.Article(
        $"Article {n}", Chance(4) ? null : Day(), Pick(null, Sample.Wire, Sample.Herald), [.. Enumerable.Range(0, _random.Next(12)).Select(_ => Claim(n))]);

    private SampleClaim Claim(int article)
    {
        var words = string.Join(' ', Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Pick(Words)));
        return new(Pick("ana-ruiz", "ana-ruiz", "ministry", "council", "bo-lind", "observers", "gazette", $"who-{article}"), $"They said [{words} {_random.Next(1000)}] then.")
        {
            Act = Pick(Enum.GetValues<ClaimAct>()),
            Quotation = Pick(Enum.GetValues<QuotationKind>()),
            Target = Pick(null, "council", "ministry"),
            SaidOn = Chance(3) ? Day() : null,
            EventDate = Chance(3) ? Chance(3) ? new(null, Day()) : new(Day(), null) : null,
            Topics = Many("water", "bridge", "sheep"),
            Places = Many("valley", "north", "mill", "south"),
            Figure = words.Contains("12") ? "12" : null,
        };
    }

    /// <summary>Few days, so that many claims share one.</summary>
    private DateOnly Day() => new DateOnly(2026, 2, 20).AddDays(_random.Next(12));

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private T[] Some<T>(params T[] from) => Chance(4) ? Many(from) : [];

    private T[] Many<T>(params T[] from) => [.. from.Where(_ => Chance(2))];
}
