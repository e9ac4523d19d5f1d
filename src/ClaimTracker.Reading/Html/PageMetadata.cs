using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>What a page says of itself apart from its text.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public string? Author { get; init; }
    public string? Language { get; init; }
    public string? Url { get; init; }
    public PublishedDate Published { get; init; } = PublishedDate.Unknown;
    public DateOnly? Modified { get; init; }

    public static PageMetadata Read(IHtmlDocument document, ReadingLexicon lexicon)
    {
        var meta = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (document.Head is { } head)
            foreach (var child in head.Children)
                if (child is IHtmlMetaElement { Content: { Length: > 0 } content } m && (m.GetAttribute("property") ?? m.Name) is { Length: > 0 } name)
                    meta.TryAdd(name, content.Trim());
        return new PageMetadata
        {
            Title = Clean(meta.GetValueOrDefault("og:title")) ?? Clean(document.Title),
            Outlet = Clean(meta.GetValueOrDefault("og:site_name")),
            Author = Clean(meta.GetValueOrDefault("author")),
            Language = Clean(document.DocumentElement.GetAttribute("lang")),
            Url = Clean(meta.GetValueOrDefault("og:url")),
        };
    }

    private static string? Clean(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } clean ? clean : null;
}
