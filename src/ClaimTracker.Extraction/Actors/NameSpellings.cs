using System.Globalization;
using System.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>How else a name can be written: without its diacritics, with spaces for hyphens and the other way round.</summary>
internal static class NameSpellings
{
    /// <summary>The name itself first, then its other spellings.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> all = [name];
        Add(all, Plain(name));
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (!all[i].Contains('-'))
                continue;
            Add(all, all[i].Replace('-', ' '));
            Add(all, all[i].Replace('-', '\u2013'));
        }

        return all;
    }

    private static void Add(List<string> all, string spelling)
    {
        if (!all.Contains(spelling))
            all.Add(spelling);
    }

    /// <summary>“Türkiye” as “Turkiye”.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
