using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Training;

/// <summary>An article with the attributions that people marked in it.</summary>
public sealed record AnnotatedArticle(Article Article, IReadOnlyList<Attribution> Attributions);

/// <summary>Learns the weights of the attribution rankers from annotated articles.</summary>
/// <remarks>
/// What looks at another choice's outcome learns from outcomes on articles that the other had not seen: the articles fall into
/// parts, and each part is looked at by a model of the others (Wolpert 1992, stacked generalization).
/// </remarks>
public static class AttributionTrainer
{
    /// <summary>Into how many parts the articles fall.</summary>
    private const int Parts = 4;

    /// <summary>How many runs the final weights are the mean of.</summary>
    private const int Runs = 4;

    /// <summary>Learns from some articles and writes the model.</summary>
    /// <param name="articles">Annotated articles; their order matters to the last digit.</param>
    /// <param name="epochs">Passes over all examples.</param>
    /// <param name="to">Where the model goes.</param>
    public static void Train(IEnumerable<AnnotatedArticle> articles, int epochs, Stream to)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var engine = new AttributionEngineParts();
        var all = articles.ToList();
        var clusters = Cluster(engine, all);
        var makers = all.Select(a => new ExampleMaker(engine, clusters, a)).ToList();
        var examples = makers.Select(m => m.FirstLooks()).ToList();
        foreach (var make in new Action<ExampleMaker, LinearModel, List<Example>>[] { (m, unseen, to) => m.Choices(unseen, to), (m, unseen, to) => m.Readings(unseen, to) })
        {
            var models = new LinearModel[Parts];
            for (var part = 0; part < Parts; part++)
                models[part] = new(LogLinearFit.Weights([.. examples.Where((_, i) => i % Parts != part).SelectMany(e => e)], epochs, runs: 1), clusters);
            for (var i = 0; i < makers.Count; i++)
                make(makers[i], models[i % Parts], examples[i]);
        }

        new LinearModel(LogLinearFit.Weights([.. examples.SelectMany(e => e)], epochs, Runs), clusters).Write(to);
    }

    private static WordClusters Cluster(AttributionEngineParts engine, List<AnnotatedArticle> articles)
    {
        var trainer = new WordClusterTrainer(WordClusters.Classes);
        var tokens = new ArticleTokens(engine.Vocabulary, engine.Sentences);
        foreach (var article in articles)
        {
            tokens.Read(article.Article);
            trainer.Count(tokens);
        }

        return new(trainer.Cluster(rounds: 12));
    }
}

/// <summary>What reading attributions needs, made once.</summary>
internal sealed class AttributionEngineParts
{
    public AttributionEngineParts()
    {
        Classes = new(Vocabulary);
        Cues = new(Vocabulary, Classes);
        Sentences = new(Vocabulary);
    }

    public Vocabulary Vocabulary { get; } = new();

    public WordClasses Classes { get; }

    public CueLexicon Cues { get; }

    public Sentences Sentences { get; }
}
