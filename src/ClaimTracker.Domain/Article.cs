namespace ClaimTracker.Domain;

/// <summary>The outlet that published an article.</summary>
/// <param name="Id">Lower-case words joined by hyphens; stable.</param>
/// <param name="Name">As shown: “Dawn”, or a description such as “wire report, Geneva”.</param>
/// <param name="Described">True where the outlet is described, not named, until someone knows better.</param>
public sealed record Source(string Id, string Name, bool Described = false);

/// <summary>One published text. <see cref="Text"/> is never rewritten; every span points into it.</summary>
public sealed record Article
{
    /// <summary>The file's name without folders, or the last part of an address.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes as they came, 64 lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The first 16 digits of <see cref="ContentHash"/>: the article's name in addresses and in the keys of its claims.</summary>
    public string Key => ContentHash[..16];

    /// <summary>The text as decoded (plain text: nothing changed but the byte-order mark) or as read out of HTML.</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> was read out of HTML, so that it isn't the file's own content.</summary>
    public bool FromHtml { get; init; }

    /// <summary>The headline, or null where the article has none.</summary>
    public string? Title { get; init; }

    /// <summary>Where the headline stands in <see cref="Text"/>; null where it isn't part of it.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>The place a report was sent from, as printed: “GENEVA”.</summary>
    public string? Dateline { get; init; }

    /// <summary>Where place, day and agency stand in <see cref="Text"/> before the report's first words; null where they don't.</summary>
    public TextSpan? DatelineSpan { get; init; }

    /// <summary>The article's body; a title that is part of the text stands before it. Boilerplate can lie inside.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>What is not part of the article (repeated titles, comment links, share buttons), in reading order, apart from one another.</summary>
    public IReadOnlyList<TextSpan> Boilerplate { get; init; } = [];

    /// <summary>When it was published and how that is known.</summary>
    public PublishedDate Published { get; init; } = PublishedDate.Unknown;

    /// <summary>When the page says it was last changed.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>The outlet; null where nothing tells.</summary>
    public Source? Source { get; init; }

    /// <summary>The byline as printed.</summary>
    public string? Author { get; init; }

    /// <summary>BCP 47 language tag, “en” where nothing else is said.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where it was fetched from, or the page's canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>What the article is called on pages: its title, or dateline and day, or “untitled” and its file.</summary>
    public string DisplayTitle => Title ?? (Dateline, Published.Date) switch
    {
        ({ } place, { } day) => $"{Naming.PlaceCase(place)}, {day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}",
        ({ } place, null) => $"{Naming.PlaceCase(place)}, date unknown",
        (null, { } day) => $"Untitled, {day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}",
        _ => $"Untitled, {Path.GetFileNameWithoutExtension(FileName)}",
    };
}

internal static class Naming
{
    /// <summary>“GENEVA” as “Geneva”; a name that isn't all capitals stays as it is.</summary>
    public static string PlaceCase(string place) =>
        place.Any(char.IsLower) ? place : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());
}
