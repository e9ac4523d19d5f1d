using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>
/// The line below a picture that was copied along with a text: “Sandbags on the north bank on Tuesday. — AFP/File”,
/// “The dam in May. Photo: Reuters”.
/// Such a line tells again what the article tells.
/// </summary>
internal static class CaptionLine
{
    private const int LongestCaption = 300;
    private const int MostCreditWords = 4;

    /// <summary>Whether a line ends in the credit of a picture.</summary>
    public static bool Is(string text, TextSpan line, ReadingLexicon lexicon)
    {
        if (line.Length is < 4 or > LongestCaption) return false;
        if (EndsInCredit(text, line, lexicon)) return true;
        var dash = text.LastIndexOfAny(['—', '–', '-'], line.End - 1, line.Length);
        if (dash <= line.Start || dash == line.End - 1) return IsNamedCredit(text, line, lexicon);
        if (text[dash] == '-' && !char.IsWhiteSpace(text[dash - 1])) return IsNamedCredit(text, line, lexicon);

        var before = ArticleText.Trim(text, new TextSpan(line.Start, dash));
        var credit = new LineWords(text, ArticleText.Trim(text, new TextSpan(dash + 1, line.End)));
        if (before.Length == 0 || credit.Count is 0 or > MostCreditWords || EndsSentence(text, line))
            return IsNamedCredit(text, line, lexicon);
        return IsCredit(credit, 0, lexicon) || text[before.End - 1] == '.' && IsCapitalised(credit);
    }

    /// <summary>“The dam in May (Pic via X)”, “(File photo)”: a bracket at the end whose words speak of a picture.</summary>
    private static bool EndsInCredit(string text, TextSpan line, ReadingLexicon lexicon)
    {
        if (text[line.End - 1] != ')') return false;
        var open = text.LastIndexOf('(', line.End - 1, line.Length);
        if (open <= line.Start) return false;
        var inside = new LineWords(text, new TextSpan(open + 1, line.End - 1));
        if (IsPhotoCredit(inside, lexicon)) return true;
        return inside.Count is > 0 and <= MostCreditWords && lexicon.PhotoWords.Contains(inside[0]) && !text.AsSpan(line.Start, open - line.Start).TrimEnd().EndsWith('.');
    }

    /// <summary>“AFP photo”, “AP Photo/Ana Ruiz”: nothing but names, one word of a picture among them.</summary>
    private static bool IsPhotoCredit(LineWords words, ReadingLexicon lexicon)
    {
        var photo = false;
        for (var i = 0; i < words.Count; i++)
        {
            var parts = words[i].ToString().ToLowerInvariant().Split('/');
            photo |= parts.Any(p => lexicon.PhotoWords.Contains(p));
            if (!char.IsUpper(words[i][0]) && !parts.All(p => lexicon.PhotoWords.Contains(p) || lexicon.Agencies.Contains(p))) return false;
        }

        return photo && words.Count > 1;
    }

    /// <summary>“Photo: Reuters” behind the last sentence.</summary>
    private static bool IsNamedCredit(string text, TextSpan line, ReadingLexicon lexicon)
    {
        var words = new LineWords(text, line);
        for (var i = Math.Max(1, words.Count - MostCreditWords - 1); i < words.Count - 1; i++)
            if (words[i] is ":" && lexicon.PhotoWords.Contains(words[i - 1]) && IsCapitalised(words, i + 1))
                return !EndsSentence(text, line);
        return false;
    }

    private static bool EndsSentence(string text, TextSpan line) => text[line.End - 1] is '.' or '!' or '?' or ':';

    /// <summary>Agencies and words such as “file” alone: “AFP/File”.</summary>
    private static bool IsCredit(LineWords words, int from, ReadingLexicon lexicon)
    {
        for (var i = from; i < words.Count; i++)
            foreach (var part in words[i].ToString().ToLowerInvariant().Split('/'))
                if (!lexicon.Agencies.Contains(part) && !lexicon.PhotoWords.Contains(part)) return false;
        return true;
    }

    private static bool IsCapitalised(LineWords words, int from = 0)
    {
        for (var i = from; i < words.Count; i++)
            if (!char.IsUpper(words[i][0]) && words[i][0] != '@') return false;
        return true;
    }
}
