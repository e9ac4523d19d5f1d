using System.Buffers;

namespace ClaimTracker.Web.Presentation;

/// <summary>In which language words in Arabic letters are written, as far as the letters tell: who reads a page aloud must know.</summary>
/// <remarks>
/// The alphabets of Urdu and Pashto each have letters that no neighbour has. Persian, of which Dari is one, has none of its own: words in its letters that are
/// long enough to need one of the others', and have none, are taken for it. What the letters leave open gets no language; a wrong one would be read wrongly.
/// </remarks>
public static class WrittenLanguage
{
    private const char FirstLetter = '\u0600', LastLetter = '\u06FF';

    /// <summary>Among so many letters of Urdu or Pashto, one of their own is missing about once in a hundred times.</summary>
    private const int LettersThatTell = 40;

    /// <summary>Ṭe, ḍāl, ṛe, nūn without a dot, choṭī he: retroflex sounds and nasals that Persian and Arabic lack, in shapes that Pashto writes otherwise.</summary>
    private static readonly SearchValues<char> Urdu = SearchValues.Create("ٹڈڑںہ");

    /// <summary>Pashto's letters with a ring, with dots above and below, and its two further forms of ye.</summary>
    private static readonly SearchValues<char> Pashto = SearchValues.Create("ټډړڼښږځڅګېۍ");

    /// <summary>Letters that Urdu and Pashto also have, but not Persian.</summary>
    private static readonly SearchValues<char> NeverPersian = SearchValues.Create("ےۓھ");

    /// <summary>Gāf: Arabic has no such sound, Pashto another letter.</summary>
    private const char Persian = 'گ';

    /// <returns>A language tag: <c>ur</c>, <c>ps</c> or <c>fa</c>; null where the words are not, or not for the most part, in Arabic letters, or these don't tell.</returns>
    public static string? Of(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAnyInRange(FirstLetter, LastLetter)) return null;
        var (theirs, others) = (0, 0);
        foreach (var letter in words)
        {
            if (!char.IsLetter(letter)) continue;
            if (letter is >= FirstLetter and <= LastLetter) theirs++;
            else others++;
        }

        if (theirs <= others) return null;
        return (words.ContainsAny(Urdu), words.ContainsAny(Pashto)) switch
        {
            (true, false) => "ur",
            (false, true) => "ps",
            (false, false) when theirs >= LettersThatTell && words.Contains(Persian) && !words.ContainsAny(NeverPersian) => "fa",
            _ => null,
        };
    }
}
