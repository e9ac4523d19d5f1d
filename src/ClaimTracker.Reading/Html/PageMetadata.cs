using System.Buffers;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>What a page says of itself apart from its text: JSON-LD first, then meta elements and microdata.</summary>
internal sealed record PageMetadata
{
    private const int LongestValue = 400;
    private const int LongestLanguage = 35;
    private static readonly SearchValues<char> InTags =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    /// <summary>What it calls itself, the firmest first; with the outlet's name behind some of them.</summary>
    public IReadOnlyList<string> Titles { get; private init; } = [];

    public string? Outlet { get; private init; }

    public string? Author { get; private init; }

    /// <summary>A language tag, or null.</summary>
    public string? Language { get; private init; }

    /// <summary>The canonical address, absolute, or null.</summary>
    public string? Url { get; private init; }

    public PublishedDate Published { get; private init; } = PublishedDate.Unknown;

    public DateOnly? Modified { get; private init; }

    public static PageMetadata Read(IHtmlDocument document, ReadingLexicon lexicon)
    {
        var elements = PageElements.Collect(document);
        var linked = LinkedData.Read(elements.LinkedData);
        string? First(string section) =>
            lexicon.MetadataNames[section].Select(name => elements.Named.GetValueOrDefault(name)).OfType<string>().FirstOrDefault();
        PublishedDate? Named(string name) => Dated(elements.Named.GetValueOrDefault(name), name, lexicon);

        var outlet = NameOfOutlet(First("outlet")) ?? NameOfOutlet(linked.Publisher);
        var url = Address(elements.Canonical) ?? Address(First("url"));
        return new PageMetadata
        {
            Titles = [.. new[] { linked.Headline, First("title"), document.Title }.Select(Line).OfType<string>()],
            Outlet = outlet,
            Author = Person(linked.Author, outlet, lexicon) ?? Person(First("author"), outlet, lexicon),
            Language = Tag(document.DocumentElement?.GetAttribute("lang")) ?? Tag(linked.Language) ?? Tag(First("language")),
            Url = url,
            Published = Dated(linked.Published, "datePublished", lexicon)
                ?? lexicon.MetadataNames["published"].Select(Named).FirstOrDefault(date => date is not null)
                ?? FromAddress(url)
                ?? PublishedDate.Unknown,
            Modified = Day(linked.Modified, lexicon) ?? Day(First("modified"), lexicon),
        };
    }

    private static PublishedDate? Dated(string? value, string name, ReadingLexicon lexicon) =>
        Day(value, lexicon) is { } day ? Known(day, $"The page’s metadata says {name} “{value}”.") : null;

    private static PublishedDate Known(DateOnly day, string evidence) => new(day, DateBasis.Metadata, evidence, day, day);

    /// <summary>The day of a time stamp in the stamp's own zone.</summary>
    private static DateOnly? Day(string? value, ReadingLexicon lexicon)
    {
        if (value is null || value.Length > 60) return null;
        var words = new LineWords(value, new TextSpan(0, value.Length));
        for (var i = 0; i < words.Count; i++)
            if (DateScanner.ReadAt(words, i, lexicon)?.Full is { } day) return day;
        return null;
    }

    /// <summary>“/2019/11/20/” in the page’s address.</summary>
    private static PublishedDate? FromAddress(string? url)
    {
        if (url is null) return null;
        var parts = new Uri(url).AbsolutePath.Split('/');
        for (var i = 0; i + 2 < parts.Length; i++)
        {
            if (parts[i].Length != 4) continue;
            var printed = $"{parts[i]}/{parts[i + 1]}/{parts[i + 2]}";
            if (DateOnly.TryParseExact(printed, "yyyy'/'M'/'d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= EarliestYear and < LatestYear) return Known(day, $"The page’s address holds “{printed}”.");
        }

        return null;
    }

    /// <summary>A name without “By”; an address of a profile, or the outlet itself, names no one.</summary>
    private static string? Person(string? value, string? outlet, ReadingLexicon lexicon)
    {
        if (Line(value) is not { } line || line.Contains("://", StringComparison.Ordinal)) return null;
        var words = new LineWords(line, new TextSpan(0, line.Length));
        var label = lexicon.AuthorLabels.LengthAt(words, 0);
        var name = label > 0 && label < words.Count ? line[words.SpanOf(label).Start..] : line;
        return string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    /// <summary>A name without the slogan behind it; an address is none.</summary>
    private static string? NameOfOutlet(string? value)
    {
        if (Line(value) is not { } line || line.Contains("://", StringComparison.Ordinal)) return null;
        var slogan = line.IndexOf(" | ", StringComparison.Ordinal);
        return slogan > 0 ? line[..slogan].TrimEnd() : line;
    }

    private static string? Tag(string? value)
    {
        var tag = value?.Trim().Replace('_', '-');
        if (tag is not { Length: >= 2 and <= LongestLanguage } || !char.IsAsciiLetter(tag[0])) return null;
        return tag.AsSpan().ContainsAnyExcept(InTags) ? null : tag;
    }

    private static string? Address(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    /// <summary>One line with single spaces; null for nothing. Some pages encode their metadata twice.</summary>
    private static string? Line(string? value)
    {
        if (value is null) return null;
        var line = string.Join(' ', WebUtility.HtmlDecode(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is > 0 and <= LongestValue ? line : null;
    }
}
