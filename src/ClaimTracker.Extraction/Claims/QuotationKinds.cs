using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Tells by the quotation marks whose words a content is.</summary>
internal static class QuotationKinds
{
    /// <summary>
    /// Direct where every word stands between quotation marks, indirect where none does, else mixed. Marks around a whole
    /// sentence in which the cue itself stands belong to another speaker and do not count.
    /// </summary>
    public static QuotationKind Of(ArticleTokens article, FoundAttribution found)
    {
        var (inside, outside) = (0, 0);
        var around = found.Cue is { } cue ? article.QuotationAt(cue.Start) : -1;
        foreach (var part in found.Content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                if (!article.Tokens[i].IsWord && article.Tokens[i].Kind != TokenKind.Number)
                    continue;
                if (IsQuoted(article, i, around))
                    inside++;
                else
                    outside++;
            }
        }

        return inside == 0 ? QuotationKind.Indirect : outside == 0 ? QuotationKind.Direct : QuotationKind.Mixed;
    }

    private static bool IsQuoted(ArticleTokens article, int token, int around)
    {
        if (around < 0 || article.QuotationAt(token) != around)
            return article.Tokens[token].Has(TokenFlags.Quoted);
        // Those inside one quotation stand apart from one another: the last that opens before the token decides.
        var (low, high) = (0, article.Quotations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (article.Quotations[middle].Open < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && article.Quotations[low - 1] is { Nested: true } quotation && quotation.Inside.Contains(token);
    }
}
