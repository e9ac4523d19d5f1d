using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Holds disputes, repeats and sums against a gold file.</summary>
/// <remarks>
/// In a gold dispute with more than two positions the first is the one that all others contradict: sides that stand together behind
/// it are not held against each other anywhere.
/// </remarks>
internal sealed class PairScorer
{
    private readonly Gold _gold;
    private readonly IReadOnlyDictionary<string, ArticleAnalysis> _read;
    private readonly Dictionary<string, HashSet<string>> _goldOf = [];
    private readonly HashSet<Pair> _together = [];
    private readonly Dictionary<Pair, string> _wanted = [];
    private readonly HashSet<Pair> _neutral = [];
    private readonly HashSet<Pair> _never;

    public PairScorer(Gold gold, IReadOnlyDictionary<string, ArticleAnalysis> read)
    {
        (_gold, _read) = (gold, read);
        _never = [.. PairsOf(gold.NotDisputes)];
        foreach (var dispute in gold.Disputes)
        {
            foreach (var (a, b) in Pairs(dispute.Positions.Skip(1).ToList()))
                _together.Add(Pair.Of(a.Side, b.Side));
        }

        foreach (var dispute in gold.Disputes)
            Want(dispute);
        _neutral.UnionWith(PairsOf(gold.UnscoredPairs));
        MapClaims();
    }

    public IReadOnlyList<Figure> Score(Comparisons found)
    {
        HashSet<Pair> hits = [];
        var (predicted, wrong, broken) = (0, 0, 0);
        foreach (var (x, y) in OpposingClaims(found))
        {
            var options = Options(x, y);
            var wanted = options.Where(_wanted.ContainsKey).ToList();
            var isNeutral = options.Exists(_neutral.Contains);
            if (wanted.Count == 0 && !isNeutral)
                broken += options.Count(_never.Contains);
            hits.UnionWith(wanted);
            if (wanted.Count > 0 || !isNeutral)
                predicted++;
            if (wanted.Count == 0 && !isNeutral)
                wrong++;
        }

        var disputes = hits.Select(h => _wanted[h]).Distinct().Count();
        return
        [
            Figure.Share("disputes found", "recall", disputes, _gold.Disputes.Count),
            new("opposing pairs",
                [
                    ("precision", predicted > 0 ? (double)(predicted - wrong) / predicted : 0, false),
                    ("recall", _wanted.Count > 0 ? (double)hits.Count / _wanted.Count : 1, false),
                    ("of", _wanted.Count, true),
                ]),
            new("pairs that must not be", [("count", broken, true)]),
            Repeats(found.Repeats),
            Sums(found.Arithmetic),
        ];
    }

    /// <summary>The first two claims of each entry; one that names a single claim pairs nothing.</summary>
    private static IEnumerable<Pair> PairsOf(IReadOnlyList<GoldPair> entries) => entries.Where(e => e.Claims.Count > 1).Select(e => Pair.Of(e.Claims[0], e.Claims[1]));

    private void Want(GoldDispute dispute)
    {
        foreach (var (a, b) in Pairs(dispute.Positions))
        {
            if (_together.Contains(Pair.Of(a.Side, b.Side)))
                continue;
            foreach (var x in a.Claims.Concat(a.Supporting ?? []))
            {
                foreach (var y in b.Claims.Concat(b.Supporting ?? []))
                    _neutral.Add(Pair.Of(x, y));
            }

            foreach (var x in a.Claims)
            {
                foreach (var y in b.Claims)
                    _wanted[Pair.Of(x, y)] = dispute.Id;
            }
        }
    }

    /// <summary>The gold claims that each claim stands for: the same words, and the same speaker where there is one.</summary>
    private void MapClaims()
    {
        var speakers = new Speakers(_gold);
        foreach (var article in _gold.Articles)
        {
            foreach (var claim in _read.GetValueOrDefault(article.File)?.Claims ?? [])
            {
                var places = Characters.Of(claim.Content);
                var near = article.Claims.Where(c => Matching.Overlap(Characters.Of(c.Content), places) >= 0.5).ToList();
                var spoken = near.Where(c => speakers.Same(c, claim.Speaker)).ToList();
                _goldOf[claim.Key] = [.. (spoken.Count > 0 ? spoken : near).Select(c => c.Id)];
            }
        }
    }

    private IEnumerable<(string, string)> OpposingClaims(Comparisons found) =>
        from dispute in found.Disputes
        from sides in Pairs(dispute.Positions)
        where !_together.Contains(Pair.Of(sides.First.Side, sides.Second.Side))
        from x in sides.First.Claims
        from y in sides.Second.Claims
        select (x, y);

    /// <summary>Every pair of gold claims that two claims can stand for.</summary>
    private List<Pair> Options(string x, string y) =>
        [.. GoldOf(x).SelectMany(_ => GoldOf(y), Pair.Of).Where(p => p.First != p.Second).Distinct()];

    private HashSet<string> GoldOf(string key) => _goldOf.GetValueOrDefault(key) ?? [];

    private Figure Repeats(IReadOnlyList<Repeat> found)
    {
        HashSet<Pair> together = [];
        foreach (var repeat in found)
        {
            foreach (var (x, y) in Pairs(repeat.Claims))
                together.UnionWith(Options(x, y));
        }

        HashSet<Pair> same = [];
        foreach (var repeat in _gold.Repeats.Where(r => r is { Kind: "same_statement", Scope: "across_articles" }))
        {
            // A claim's id begins with its article's: “004.c18”.
            foreach (var (x, y) in Pairs(repeat.Claims))
            {
                if (ArticleOf(x) != ArticleOf(y))
                    same.Add(Pair.Of(x, y));
            }
        }

        return Figure.Share("repeats across articles", "recall", Matching.Shared(together, same), same.Count);
    }

    private static string ArticleOf(string claim) => claim[..claim.IndexOf('.', StringComparison.Ordinal)];

    private Figure Sums(IReadOnlyList<ArithmeticCheck> found)
    {
        HashSet<(string, string)> wanted = [.. _gold.Arithmetic.Select(a => (a.Article, a.Total))];
        var hits = 0;
        foreach (var check in found)
        {
            var read = _read.Values.FirstOrDefault(a => a.Article.Key == check.ArticleKey);
            if (read?.Statistics.FirstOrDefault(s => s.Id == check.Total) is not { } total)
                continue;
            var article = _gold.Articles.FirstOrDefault(a => a.File == read.Article.FileName);
            hits += article?.Statistics.Count(s => s.Span.Overlaps(total.Span) && wanted.Contains((article.File, s.Id))) ?? 0;
        }

        return Figure.Share("arithmetic checks found", "recall", Math.Min(hits, wanted.Count), wanted.Count);
    }

    private static IEnumerable<(T First, T Second)> Pairs<T>(IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count; j++)
                yield return (items[i], items[j]);
        }
    }

    /// <summary>Two ids in their order, so that a pair is the same from both ends.</summary>
    private readonly record struct Pair(string First, string Second)
    {
        public static Pair Of(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? new(a, b) : new(b, a);
    }
}
