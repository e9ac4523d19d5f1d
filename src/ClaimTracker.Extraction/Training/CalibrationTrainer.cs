using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Training;

/// <summary>A reading of an article that no weight was learned from.</summary>
/// <param name="Probability">0 to 1, as the rankers have it.</param>
/// <param name="Right">Whether people marked it so: half of the words of both contents together, and the source.</param>
public readonly record struct ReadingOutcome(double Probability, bool Right);

/// <summary>Learns what a probability is worth, from articles by turns kept away from the weights.</summary>
/// <remarks>
/// Isotonic regression by pooling adjacent violators (Ayer et al. 1955, “An empirical distribution function for sampling with
/// incomplete information”; Zadrozny and Elkan 2002 for probabilities of classifiers), each pool of a least size so that few
/// cases make no step.
/// </remarks>
public static class CalibrationTrainer
{
    /// <summary>
    /// How often one annotator is right: two who mark the same article agree on 0.89 of it (Newell et al. 2018, “An attribution relations
    /// corpus for political news”), and either errs alone, so each is right in the square root of that.
    /// </summary>
    private const double AnnotatorRight = 0.945;

    /// <summary>No table makes a reading certain.</summary>
    private const double Most = 0.99;

    /// <summary>The fewest readings that make a point of the table.</summary>
    private const int LeastPool = 150;

    /// <summary>Reads each part of the articles with weights learned from the other parts.</summary>
    /// <param name="articles">Annotated articles; their order matters to the last digit.</param>
    /// <param name="parts">How many parts; at least two.</param>
    /// <param name="epochs">Passes over all examples, as in training.</param>
    /// <returns>For each part the outcomes of its readings, in reading order.</returns>
    public static IReadOnlyList<IReadOnlyList<ReadingOutcome>> ReadByTurns(IReadOnlyList<AnnotatedArticle> articles, int parts, int epochs)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 2);
        List<IReadOnlyList<ReadingOutcome>> outcomes = [];
        for (var part = 0; part < parts; part++)
        {
            using var model = new MemoryStream();
            AttributionTrainer.Train(articles.Where((_, i) => i % parts != part), epochs, model);
            model.Position = 0;
            var reader = new OutcomeReader(LinearModel.Read(model));
            outcomes.Add([.. articles.Where((_, i) => i % parts == part).SelectMany(reader.Read)]);
        }

        return outcomes;
    }

    /// <summary>The table that fits some outcomes best among all that rise.</summary>
    /// <returns>Probability and share right, both rising; empty without outcomes.</returns>
    public static IReadOnlyList<(double Probability, double Share)> Fit(IEnumerable<ReadingOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        List<Pool> pools = [];
        foreach (var group in Chunks([.. outcomes.OrderBy(o => o.Probability)]))
        {
            pools.Add(group);
            while (pools.Count > 1 && (pools[^2].Share >= pools[^1].Share || pools[^2].Probability >= pools[^1].Probability))
            {
                pools[^2] += pools[^1];
                pools.RemoveAt(pools.Count - 1);
            }
        }

        return [.. pools.Select(p => (p.Probability, p.Share))];
    }

    /// <summary>The share that is right, where some share agrees with one annotator's marks, who err as well.</summary>
    public static double Right(double agreeing) => Math.Min(Most, agreeing / AnnotatorRight);

    /// <summary>Confidence by a table, as rules and pages see it.</summary>
    public static double Confidence(IReadOnlyList<(double Probability, double Share)> table, double probability) => new Calibration(table).Of(probability);

    private static IEnumerable<Pool> Chunks(List<ReadingOutcome> sorted)
    {
        var chunks = Math.Max(1, sorted.Count / LeastPool);
        for (var c = 0; c < chunks && sorted.Count > 0; c++)
        {
            var pool = default(Pool);
            for (var i = (int)((long)sorted.Count * c / chunks); i < (int)((long)sorted.Count * (c + 1) / chunks); i++)
                pool += new Pool(sorted[i].Probability, sorted[i].Right ? 1 : 0, 1);
            yield return pool;
        }
    }

    private readonly record struct Pool(double Sum, int Right, int Count)
    {
        public double Probability => Sum / Count;

        /// <summary>As if one more had been right and one more wrong: never quite 0 or 1.</summary>
        public double Share => (Right + 1.0) / (Count + 2.0);

        public static Pool operator +(Pool a, Pool b) => new(a.Sum + b.Sum, a.Right + b.Right, a.Count + b.Count);
    }
}

/// <summary>Reads articles with some weights and holds what it finds against the marks.</summary>
internal sealed class OutcomeReader
{
    private readonly ArticleTokens _tokens;
    private readonly AttributionFinder _finder;

    public OutcomeReader(LinearModel model)
    {
        var parts = new AttributionEngineParts();
        _tokens = new(parts.Vocabulary, parts.Sentences);
        _finder = new(parts.Classes, parts.Cues, model, Calibration.None);
    }

    /// <summary>Every reading that the marks can judge: nobody marked anything inside somebody else's words.</summary>
    public IEnumerable<ReadingOutcome> Read(AnnotatedArticle article)
    {
        _tokens.Read(article.Article);
        var marked = article.Attributions.Select(a => (Content: Words(a.Content), Source: Words(a.Source))).ToList();
        foreach (var found in _finder.Find(_tokens))
        {
            if (found.NestedIn >= 0 || found.Cue is not { } cue || marked.Exists(m => m.Content.Contains(cue.Start)))
                continue;
            var (content, source) = (Words(found.Content), Words(found.Source is { } words ? [words] : []));
            yield return new(found.Confidence, marked.Exists(m => Same(m.Content, content) && (m.Source.Overlaps(source) || (m.Source.Count == 0 && source.Count == 0))));
        }
    }

    private static bool Same(HashSet<int> marked, HashSet<int> found)
    {
        var shared = found.Count(marked.Contains);
        return shared > 0 && 2 * shared >= marked.Count + found.Count - shared;
    }

    private HashSet<int> Words(IReadOnlyList<TextSpan> spans) => Words(spans.Select(_tokens.Tokens.Within));

    private HashSet<int> Words(IEnumerable<TokenRange> ranges) =>
        [.. ranges.SelectMany(r => Enumerable.Range(r.Start, r.Count)).Where(i => _tokens.Tokens[i].IsWord || _tokens.Tokens[i].Kind == TokenKind.Number)];
}
