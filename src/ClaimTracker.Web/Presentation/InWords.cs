using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>What a page says in a sentence, for search engines and previews: the claims' own words, cut, with who says them.</summary>
public static class InWords
{
    private const int Longest = 200;

    /// <summary>The words in their sentence: alone they can be as short as “the claims”.</summary>
    public static string Of(ClaimRow claim) => Shorten.ToWords(claim.Passage, Longest);

    /// <summary>The first of each column or position.</summary>
    public static string Of(IEnumerable<ClaimRow?> claims)
    {
        var first = claims.OfType<ClaimRow>().Take(2).ToList();
        return string.Join(" – ", first.Select(c => Formats.Fill(Texts.QuotedOf, c.Speaker.Name, Shorten.ToWords(c.Words, Longest / Math.Max(1, first.Count)))));
    }
}
