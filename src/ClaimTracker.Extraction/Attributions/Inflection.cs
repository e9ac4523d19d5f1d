namespace ClaimTracker.Extraction.Attributions;

/// <summary>The forms of regular English words, by the spelling rules.</summary>
internal static class Inflection
{
    /// <summary>The forms of a verb: itself, -s, past and participle, -ing. Irregular forms given replace the regular past; one in -ing replaces that.</summary>
    public static IEnumerable<string> Verb(string lemma, IEnumerable<string> irregular)
    {
        var given = irregular.ToList();
        yield return lemma;
        yield return Third(lemma);
        foreach (var form in given)
            yield return form;
        if (!given.Any(f => f.EndsWith("ing", StringComparison.Ordinal)))
            yield return lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma[..^1] + "ing" : lemma + "ing";
        if (!given.Any(f => !f.EndsWith("ing", StringComparison.Ordinal)))
            yield return lemma.EndsWith('e') ? lemma + "d" : EndsInConsonantY(lemma) ? lemma[..^1] + "ied" : lemma + "ed";
    }

    /// <summary>A noun and its plural.</summary>
    public static IEnumerable<string> Noun(string lemma) => [lemma, Third(lemma)];

    private static string Third(string lemma) =>
        EndsInConsonantY(lemma) ? lemma[..^1] + "ies"
        : lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith('o') ? lemma + "es"
        : lemma + "s";

    private static bool EndsInConsonantY(string lemma) => lemma.Length > 1 && lemma[^1] == 'y' && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal);
}
