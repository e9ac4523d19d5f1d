using System.Globalization;
using System.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Ids of actors that no dossier has.</summary>
internal static class ArticleIds
{
    /// <summary>“Ana María Ruiz” as <c>ana-maria-ruiz</c>: letters without their marks, digits, hyphens between.</summary>
    public static string Slug(ReadOnlySpan<char> words)
    {
        if (Ascii.IsValid(words))
        {
            Span<char> to = words.Length <= 256 ? stackalloc char[256] : new char[words.Length];
            return new(to[..PlainSlug(words, to)]);
        }

        var slug = new StringBuilder(words.Length);
        foreach (var c in Whole(words).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (char.IsLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '\u2019' or '.') && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        while (slug.Length > 0 && slug[^1] == '-')
            slug.Length--;
        return slug.ToString();
    }

    /// <summary>The same for words of ASCII alone, without a string.</summary>
    /// <returns>How many letters were written; never more than the words have.</returns>
    public static int PlainSlug(ReadOnlySpan<char> words, Span<char> to)
    {
        var length = 0;
        foreach (var c in words)
        {
            if (char.IsAsciiLetterOrDigit(c))
                to[length++] = char.ToLowerInvariant(c);
            else if (c is not ('\'' or '.') && length > 0 && to[length - 1] != '-')
                to[length++] = '-';
        }

        while (length > 0 && to[length - 1] == '-')
            length--;
        return length;
    }

    /// <summary>The words with the replacement character for halves of characters, which have no normal form.</summary>
    private static string Whole(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAnyInRange('\uD800', '\uDFFF'))
            return words.ToString();
        var whole = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }
}
