using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>Articles set against each other, coming and going one by one. Not safe for several threads.</summary>
public interface IComparisonIndex
{
    /// <summary>How many articles are inside.</summary>
    int Count { get; }

    /// <summary>Takes in an article; one of the same key is replaced.</summary>
    void Add(ArticleAnalysis analysis);

    /// <summary>Takes in many articles, one after another: while some are put in, the next are read.</summary>
    void AddAll(IEnumerable<ArticleAnalysis> analyses);

    /// <summary>Takes out an article.</summary>
    /// <returns>False where it isn't inside.</returns>
    bool Remove(string articleKey);

    /// <summary>What came and went since the last <see cref="Accept"/>. Asked again, it tells the same and whatever has changed since.</summary>
    ComparisonChange Changes();

    /// <summary>Takes all changes so far as known.</summary>
    void Accept();

    /// <summary>Everything found among the articles inside, whatever their order. Changes are told all the same.</summary>
    Comparisons Result();
}
