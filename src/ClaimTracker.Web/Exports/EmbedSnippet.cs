using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Exports;

/// <summary>The line of HTML that puts a claim into another site's page.</summary>
public static class EmbedSnippet
{
    /// <summary>What stands around the words, and a line of them: without script a frame cannot grow, so it is made as high as the words need in a narrow column.</summary>
    private const int Around = 190;
    private const int LineHeight = 28;
    private const int LettersInLine = 36;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(ClaimRow claim, Links links)
    {
        var title = $"{claim.Speaker.Name} {ActWords.Of(claim)}: {Shorten.ToWords(claim.Words, 80)}";
        var height = Around + (LineHeight * ((claim.Passage.Length / LettersInLine) + 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"<iframe src=\"{Html.Encode(links.Whole(Urls.Embed(claim.Key)))}\" title=\"{Html.Encode(title)}\" width=\"100%\" height=\"{height}\" style=\"border:0\" loading=\"lazy\"></iframe>");
    }
}
