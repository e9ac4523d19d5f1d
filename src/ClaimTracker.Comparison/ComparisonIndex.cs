using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Repeats;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>Claims in blocks, so that only those that could oppose each other meet; articles come and go one by one.</summary>
/// <remarks>
/// What <see cref="Result"/> gives depends on the articles inside, not on the order in which they came. Not safe for several threads.
/// </remarks>
public sealed class ComparisonIndex
{
    private readonly ConflictModel _model;
    private readonly FactsReader _reader;
    private readonly DisputeWriter _writer;
    private readonly Dictionary<string, ArticleFacts> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, QuestionBlock> _questions = [];
    private readonly Dictionary<FigureKey, FigureBlock> _figures = [];

    /// <summary>An empty index for one conflict.</summary>
    public ComparisonIndex(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        _model = new(dossier, ComparisonLexicon.Shipped, new Vocabulary());
        _reader = new(_model);
        _writer = new(_model);
    }

    /// <summary>How many articles are inside.</summary>
    public int Count => _articles.Count;

    /// <summary>Takes in an article; one of the same key is replaced.</summary>
    public void Add(ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Remove(analysis.Article.Key);
        var article = _reader.Read(analysis);
        _articles.Add(article.Key, article);
        foreach (var claim in article.Claims)
        {
            foreach (var stance in claim.Stances)
                Block(stance.Question).Add(claim, stance);
            foreach (var figure in claim.Figures)
                if (FigureBlock.KeyOf(figure) is { } key)
                    Block(key).Add(claim, figure);
        }
    }

    /// <summary>Takes out an article.</summary>
    /// <returns>False where it isn't inside.</returns>
    public bool Remove(string articleKey)
    {
        if (!_articles.Remove(articleKey, out var article))
            return false;
        foreach (var question in article.Claims.SelectMany(c => c.Stances).Select(s => s.Question).Distinct())
        {
            _questions[question].Remove(article);
            if (_questions[question].IsEmpty)
                _questions.Remove(question);
        }

        foreach (var key in article.Claims.SelectMany(c => c.Figures).Select(FigureBlock.KeyOf).OfType<FigureKey>().Distinct())
        {
            _figures[key].Remove(article);
            if (_figures[key].IsEmpty)
                _figures.Remove(key);
        }

        return true;
    }

    /// <summary>Everything found among the articles inside.</summary>
    public Comparisons Result()
    {
        List<Dispute> disputes = [];
        List<NotComparable> apart = [];
        foreach (var block in _questions.Values)
            block.Compare(disputes, apart);
        foreach (var block in _figures.Values)
            block.Compare(disputes, apart);
        var local = new ArticleDisputes(_model, _writer);
        foreach (var article in _articles.Values)
            local.Compare(article, disputes);
        var arithmetic = _articles.Values.SelectMany(a => a.Arithmetic).OrderBy(a => a.ArticleKey, StringComparer.Ordinal)
            .ThenBy(a => a.Total, StringComparer.Ordinal).ThenBy(a => a.Kind, StringComparer.Ordinal);
        return new([.. disputes.OrderByDescending(d => d.Score).ThenBy(d => d.Slug, StringComparer.Ordinal)], Repeats(), [.. arithmetic])
        {
            NotComparable = [.. apart.Distinct().OrderBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal)
                .ThenBy(p => p.Why, StringComparer.Ordinal)],
        };
    }

    private Repeat[] Repeats()
    {
        var finder = new RepeatFinder(_model, _writer);
        var sets = new ClaimSets();
        var days = new Dictionary<(int Root, int Day, ArticleFacts? Article), List<ClaimFacts>>();
        foreach (var claim in _articles.Values.SelectMany(a => a.Claims))
            (CollectionsMarshal.GetValueRefOrAddDefault(days, (_model.RootOf(claim.Speaker), claim.Day ?? 0, claim.Day is null ? claim.Article : null), out _)
                ??= []).Add(claim);
        foreach (var ((root, day, article), claims) in days)
            finder.Join(claims, article is null && days.TryGetValue((root, day + 1, null), out var next) ? next : [], sets);
        return [.. sets.Sets().Select(s => s.OrderBy(c => c.Day ?? int.MaxValue).ThenBy(c => c.Key, StringComparer.Ordinal).ToList())
            .OrderBy(s => s[0].Day ?? int.MaxValue).ThenBy(s => s[0].Key, StringComparer.Ordinal).Select(s => finder.Write(s))];
    }

    private QuestionBlock Block(Question question) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_questions, question, out _) ??= new(_model, _writer, question);

    private FigureBlock Block(FigureKey key) => CollectionsMarshal.GetValueRefOrAddDefault(_figures, key, out _) ??= new(_model, _writer, key);
}
