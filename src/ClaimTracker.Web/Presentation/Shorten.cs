namespace ClaimTracker.Web.Presentation;

/// <summary>Cuts long texts for titles and descriptions, never for what is quoted on a page.</summary>
public static class Shorten
{
    /// <summary>At most <paramref name="most"/> code units, cut between words, with “…” where something is missing.</summary>
    public static string ToWords(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
            return line;
        var space = line.LastIndexOf(' ', most);
        return string.Concat(line.AsSpan(0, space > 0 ? space : most), "…");
    }
}
