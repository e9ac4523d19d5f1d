using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Holds attributions against those that people marked, as PolNeAR has them.</summary>
/// <remarks>
/// Two are the same when their contents share at least half of their words and their cues overlap. All are matched at once; recall then
/// counts the marked ones of a subset, precision the found ones of it.
/// </remarks>
internal sealed class AttributionScorer
{
    private static readonly string[] Subsets = ["all", "direct", "explicit", "other"];
    private static readonly string[] Metrics = ["attribution", "attr+source", "attr, any cue", "content token", "content exact", "source|match"];
    private static readonly string[] Roles = ["source", "cue", "content"];

    private const string Segment = "segment exact";

    private readonly Dictionary<(string Subset, string Metric), TwoWayTally> _tallies = [];

    public int Articles { get; private set; }

    public int Incomplete { get; private set; }

    /// <summary>Confidence against the marks of one annotator, source included.</summary>
    public Calibration Calibration { get; } = new();

    public void Add(BratArticle article, IReadOnlyList<Attribution> found)
    {
        Articles++;
        Incomplete += article.Incomplete;
        var tokens = new WordTokens(article.Text);
        var gold = article.Attributions.Select(a => new AttributionItem(a, article.Text, tokens)).ToList();
        var mine = found.Select(a => new AttributionItem(a, article.Text, tokens)).ToList();
        double Near(int g, int f) => Matching.Overlap(gold[g].Content, mine[f].Content);
        var matched = Matching.OneToOne(gold.Count, mine.Count, (g, f) => gold[g].Cue.Overlaps(mine[f].Cue) ? Near(g, f) : 0, 0.5);
        var withSource = matched.Where(p => gold[p.Gold].Source.Overlaps(mine[p.Found].Source) || !(gold[p.Gold].HasSource || mine[p.Found].HasSource)).ToList();
        var anyCue = Matching.OneToOne(gold.Count, mine.Count, Near, 0.5);
        var exact = Matching.OneToOne(gold.Count, mine.Count, Near, 1);
        foreach (var subset in Subsets)
        {
            CountPairs(subset, "attribution", gold, mine, matched);
            CountPairs(subset, "attr+source", gold, mine, withSource);
            CountPairs(subset, "attr, any cue", gold, mine, anyCue);
            CountPairs(subset, "content exact", gold, mine, exact);
            CountTokens(subset, gold, mine);
            CountSources(subset, gold, mine, matched);
        }

        HashSet<int> right = [.. withSource.Select(p => p.Found)];
        for (var f = 0; f < mine.Count; f++)
            Calibration.Add(found[f].Confidence, right.Contains(f));
        foreach (var role in Roles)
            CountSegments(role, Segments(role, gold, article.Text, tokens), Segments(role, mine, article.Text, tokens));
    }

    public IReadOnlyList<Figure> Figures() =>
        [
            .. Subsets.SelectMany(_ => Metrics, (s, m) => _tallies.GetValueOrDefault((s, m)).Figure($"{s}, {m}")),
            .. Roles.Select(r => _tallies.GetValueOrDefault((Segment, r)).Figure($"{Segment}, {r}")),
        ];

    private void CountPairs(string subset, string metric, List<AttributionItem> gold, List<AttributionItem> found, List<(int Gold, int Found)> pairs) =>
        Count(subset, metric, new(
            pairs.Count(p => gold[p.Gold].IsIn(subset)), gold.Count(g => g.IsIn(subset)),
            pairs.Count(p => found[p.Found].IsIn(subset)), found.Count(f => f.IsIn(subset))));

    private void CountTokens(string subset, List<AttributionItem> gold, List<AttributionItem> found)
    {
        var (goldOnes, foundOnes) = (Tokens(gold, g => g.IsIn(subset)), Tokens(found, f => f.IsIn(subset)));
        Count(subset, "content token", new(
            Matching.Shared(goldOnes, Tokens(found, _ => true)), goldOnes.Count,
            Matching.Shared(foundOnes, Tokens(gold, _ => true)), foundOnes.Count));
    }

    /// <summary>Whether the speaker is right, among attributions that were found and have one.</summary>
    private void CountSources(string subset, List<AttributionItem> gold, List<AttributionItem> found, List<(int Gold, int Found)> matched)
    {
        var tally = default(TwoWayTally);
        foreach (var (g, f) in matched)
        {
            var right = gold[g].Source.Overlaps(found[f].Source) ? 1 : 0;
            if (gold[g].HasSource && gold[g].IsIn(subset))
                tally += new TwoWayTally(right, 1, 0, 0);
            if (found[f].HasSource && found[f].IsIn(subset))
                tally += new TwoWayTally(0, 0, right, 1);
        }

        Count(subset, "source|match", tally);
    }

    /// <summary>Every piece of a role, cut at line breaks, as its first and last token, marks included.</summary>
    private static HashSet<(int First, int Last)> Segments(string role, List<AttributionItem> items, string text, WordTokens tokens)
    {
        HashSet<(int, int)> found = [];
        foreach (var span in items.SelectMany(i => role switch { "source" => i.Attribution.Source, "cue" => i.Attribution.Cue, _ => i.Attribution.Content }))
        {
            for (var start = span.Start; start < span.End;)
            {
                var line = text.IndexOf('\n', start, span.End - start);
                var end = line < 0 ? span.End : line;
                if (tokens.Ends(start, end) is { } ends)
                    found.Add(ends);
                start = end + 1;
            }
        }

        return found;
    }

    private void CountSegments(string role, HashSet<(int, int)> gold, HashSet<(int, int)> found)
    {
        var both = Matching.Shared(gold, found);
        Count(Segment, role, new(both, gold.Count, both, found.Count));
    }

    private void Count(string subset, string metric, TwoWayTally tally) =>
        _tallies[(subset, metric)] = _tallies.GetValueOrDefault((subset, metric)) + tally;

    private static HashSet<int> Tokens(List<AttributionItem> items, Func<AttributionItem, bool> which) => [.. items.Where(which).SelectMany(i => i.Content)];
}
