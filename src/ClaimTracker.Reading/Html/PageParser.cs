using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace ClaimTracker.Reading.Html;

/// <summary>A page's text to its elements. Broken markup is mended as browsers mend it.</summary>
internal static class PageParser
{
    private const int DeepestElement = 512;

    /// <summary>The attributes that a reader looks at. Others aren't kept: a million of them cost what one costs.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = FrozenSet.ToFrozenSet(
        [
            "class", "id", "role", "itemprop", "property", "name", "content", "http-equiv", "href", "rel", "type", "lang",
            "datetime", "hidden", "style",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Emphasis goes without attributes: the parser opens an unclosed one again in each paragraph that follows, at most three of the same,
    /// and by their attributes they would all be different.
    /// </summary>
    private static readonly FrozenSet<string> Emphasis = FrozenSet.ToFrozenSet(
        ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses a page; the caller disposes of it.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions
    {
        DisableElementPositionTracking = true,
        SkipComments = true,
        MaximumDepth = DeepestElement,
        ShouldEmitAttribute = IsRead,
    }).ParseDocument(NestingLimit.Apply(html));

    private static bool IsRead(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        Attributes.Contains(name.Span) && !Emphasis.Contains(token.Name.ToString());
}
