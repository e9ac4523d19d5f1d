using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Holds attributions against those that people marked, as PolNeAR has them.</summary>
/// <remarks>
/// Two are the same when their contents share at least half of their words and their cues overlap. All are matched at once; recall then
/// counts the marked ones of a subset, precision the found ones of it.
/// </remarks>
internal sealed partial class AttributionScorer
{
    private static readonly string[] Subsets = ["all", "direct", "explicit"];
    private static readonly string[] Metrics = ["attribution", "source|match", "content token", "content exact"];
    private static readonly HashSet<string> ExplicitCues = ReadExplicitCues();

    private readonly Dictionary<(string Subset, string Metric), TwoWayTally> _tallies = [];

    public int Articles { get; private set; }

    public int Incomplete { get; private set; }

    public void Add(BratArticle article, IReadOnlyList<Attribution> found)
    {
        Articles++;
        Incomplete += article.Incomplete;
        var tokens = new WordTokens(article.Text);
        var gold = article.Attributions.Select(a => new Item(a, article.Text, tokens)).ToList();
        var mine = found.Select(a => new Item(a, article.Text, tokens)).ToList();
        double Near(int g, int f) => Matching.Overlap(gold[g].Content, mine[f].Content);
        var matched = Matching.OneToOne(gold.Count, mine.Count, (g, f) => gold[g].Cue.Overlaps(mine[f].Cue) ? Near(g, f) : 0, 0.5);
        var exact = Matching.OneToOne(gold.Count, mine.Count, Near, 1);
        foreach (var subset in Subsets)
        {
            CountPairs(subset, "attribution", gold, mine, matched);
            CountPairs(subset, "content exact", gold, mine, exact);
            CountTokens(subset, gold, mine);
            CountSources(subset, gold, mine, matched);
        }
    }

    public IReadOnlyList<Figure> Figures() =>
        [.. Subsets.SelectMany(_ => Metrics, (s, m) => _tallies.GetValueOrDefault((s, m)).Figure($"{s}, {m}"))];

    private void CountPairs(string subset, string metric, List<Item> gold, List<Item> found, List<(int Gold, int Found)> pairs) =>
        Count(subset, metric, new(
            pairs.Count(p => gold[p.Gold].IsIn(subset)), gold.Count(g => g.IsIn(subset)),
            pairs.Count(p => found[p.Found].IsIn(subset)), found.Count(f => f.IsIn(subset))));

    private void CountTokens(string subset, List<Item> gold, List<Item> found)
    {
        var (goldOnes, foundOnes) = (Tokens(gold, g => g.IsIn(subset)), Tokens(found, f => f.IsIn(subset)));
        Count(subset, "content token", new(
            Matching.Shared(goldOnes, Tokens(found, _ => true)), goldOnes.Count,
            Matching.Shared(foundOnes, Tokens(gold, _ => true)), foundOnes.Count));
    }

    /// <summary>Whether the speaker is right, among attributions that were found and have one.</summary>
    private void CountSources(string subset, List<Item> gold, List<Item> found, List<(int Gold, int Found)> matched)
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

    private void Count(string subset, string metric, TwoWayTally tally) =>
        _tallies[(subset, metric)] = _tallies.GetValueOrDefault((subset, metric)) + tally;

    private static HashSet<int> Tokens(List<Item> items, Func<Item, bool> which) => [.. items.Where(which).SelectMany(i => i.Content)];

    private static HashSet<string> ReadExplicitCues()
    {
        using var stream = typeof(AttributionScorer).Assembly.GetManifestResourceStream("evaluation/explicit-cues.txt")
            ?? throw new InvalidDataException("the program was built without its list of explicit cues");
        using var reader = new StreamReader(stream);
        HashSet<string> cues = [];
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                cues.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return cues;
    }

    [GeneratedRegex("""["“”„«»]|``|''|(?<!\w)['‘][^'‘’\n]{3,}['’](?!\w)""")]
    private static partial Regex QuotationMarks();

    /// <summary>An attribution as sets of words.</summary>
    private sealed class Item
    {
        private readonly bool _direct;
        private readonly bool _explicit;

        public Item(Attribution attribution, string text, WordTokens tokens)
        {
            (Source, Cue, Content) = (tokens.Touched(attribution.Source), tokens.Touched(attribution.Cue), tokens.Touched(attribution.Content));
            _direct = attribution.Content.Any(s => QuotationMarks().IsMatch(text[Math.Max(0, s.Start - 1)..Math.Min(text.Length, s.End + 1)]));
            _explicit = attribution.Cue.Any(s => HasExplicitCue(text.AsSpan(s.Start, s.Length)));
        }

        public HashSet<int> Source { get; }

        public HashSet<int> Cue { get; }

        public HashSet<int> Content { get; }

        public bool HasSource => Source.Count > 0;

        public bool IsIn(string subset) => subset switch { "direct" => _direct, "explicit" => _explicit, _ => true };

        private static bool HasExplicitCue(ReadOnlySpan<char> cue)
        {
            var word = new StringBuilder();
            foreach (var rune in cue.EnumerateRunes())
            {
                if (WordTokens.IsLetter(rune))
                {
                    word.Append(Rune.ToLowerInvariant(rune));
                    continue;
                }

                if (ExplicitCues.Contains(word.ToString()))
                    return true;
                word.Clear();
            }

            return ExplicitCues.Contains(word.ToString());
        }
    }

    /// <summary>Recall over what was marked and precision over what was found, each with hits of its own.</summary>
    private readonly record struct TwoWayTally(int GoldHit, int Gold, int FoundHit, int Found)
    {
        public static TwoWayTally operator +(TwoWayTally a, TwoWayTally b) =>
            new(a.GoldHit + b.GoldHit, a.Gold + b.Gold, a.FoundHit + b.FoundHit, a.Found + b.Found);

        public Figure Figure(string name)
        {
            var precision = Found > 0 ? (double)FoundHit / Found : 0;
            var recall = Gold > 0 ? (double)GoldHit / Gold : 0;
            var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
            return new(name, [("precision", precision, false), ("recall", recall, false), ("f1", f1, false), ("gold", Gold, true), ("predicted", Found, true)]);
        }
    }
}
