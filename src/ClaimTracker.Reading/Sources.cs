using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading;

/// <summary>Which outlet an article is from.</summary>
internal static class Sources
{
    private const int LongestName = 80;

    /// <summary>The catalogue's outlet where it names one, then the one that the article names, then the catalogue's description.</summary>
    public static Source? Of(string? named, CatalogueEntry? known)
    {
        if (known?.Source is { Described: false } source) return source;
        var name = named?.Trim();
        return name is { Length: > 0 and <= LongestName } && Slug(name) is { Length: > 0 } id ? new Source(id, name) : known?.Source;
    }

    /// <summary>Lower-case letters and digits, everything between them a hyphen: “The Daily Star” as “the-daily-star”.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().Trim('-');
    }
}
