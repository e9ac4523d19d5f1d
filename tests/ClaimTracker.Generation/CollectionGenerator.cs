using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>A collection of news about an invented conflict, of any size, for measuring.</summary>
/// <remarks>
/// Skewed as news is: a few speakers and outlets bring most of it, three articles in five are about an event of the days before, and the
/// events themselves are reported very unevenly. A quarter of the articles print another one's words. Each article is made from the seed and its number alone, so any part of a
/// collection is the same however large the whole is, and parts can be made side by side. About ten claims and six statistics an article.
/// </remarks>
public sealed class CollectionGenerator
{
    private readonly ulong _seed;
    private readonly GeneratedConflict _conflict;
    private readonly ArticleGenerator _articles;

    /// <summary>A generator for one seed.</summary>
    public CollectionGenerator(ulong seed = 1)
    {
        _seed = seed;
        _conflict = new(seed);
        _articles = new(_conflict);
    }

    /// <summary>The conflict that the articles are about.</summary>
    public Dossier Dossier => _conflict.Dossier;

    /// <summary>The article of a number, from 0.</summary>
    public GeneratedArticle Article(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return _articles.Make(number, Draw.Of(_seed, (ulong)number));
    }

    /// <summary>An article that is as long as asked: one that comes in after the others and is timed.</summary>
    /// <param name="number">As in <see cref="Article"/>.</param>
    /// <param name="claims">How many claims it has.</param>
    /// <param name="busiest">Whether it is about the event that is reported most.</param>
    public GeneratedArticle Timed(int number, int claims, bool busiest) => _articles.Make(number, Draw.Of(_seed, (ulong)number), claims, busiest);

    /// <summary>The first articles, with at least this many claims; the last article is whole.</summary>
    public IEnumerable<GeneratedArticle> Articles(int claims)
    {
        for (int number = 0, made = 0; made < claims; number++)
        {
            var article = Article(number);
            made += article.Analysis.Claims.Count;
            yield return article;
        }
    }
}
