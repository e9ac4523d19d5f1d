using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>The dossier's names, for a reader who has typed something that is nowhere: what may have been meant.</summary>
public sealed class NearbyWords
{
    private const int ShortestTyped = 4;
    private const int ShortestBeginning = 5;
    private const int LettersOff = 2;

    /// <summary>Other spellings of a word that are tried.</summary>
    private const int MostSpellings = 3;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(Actor Actor, HashSet<string> Words)> _actors;

    public NearbyWords(Dossier dossier)
    {
        _actors = [.. dossier.Actors.Select(a => (a, Words(a.Aliases.Append(a.Name)).Select(SearchText.Fold).ToHashSet(StringComparer.Ordinal)))];
        foreach (var word in Words(
            [.. dossier.Actors.SelectMany(a => a.Aliases.Append(a.Name)), .. dossier.Places.Select(p => p.Name), .. dossier.Topics.Select(t => t.Name)]))
            _words.TryAdd(SearchText.Fold(word), word);
    }

    /// <summary>Other searches, the nearest first: names spelled as the dossier does, beginnings of the words, one word less. Whether they find anything is not looked at.</summary>
    public IReadOnlyList<string> Searches(string text)
    {
        var words = SearchText.Words(text);
        var respelled = words.Select(Respelled).ToList();
        // A name can be spelled as it was typed and still be another's: that nothing has it is known.
        var others = words.Select(Spellings).ToList();
        List<List<string>> variants = [respelled, .. Enumerable.Range(0, MostSpellings).Select(k => words.Select((w, i) => others[i].ElementAtOrDefault(k) ?? others[i].FirstOrDefault() ?? w).ToList())];
        List<string> candidates = [.. variants.Select(Join), Join(words)];
        if (words.Count > 1)
            candidates.AddRange(variants.SelectMany(v => v.Select((_, i) => Join(v.Where((_, j) => j != i)))));
        candidates.Add(Join(words.Select(w => w.Length > ShortestBeginning ? w[..^LettersOff] + "*" : w)));
        return [.. candidates.Where(c => c.Length > 0 && c != text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Actors one of whose names has a word that is, nearly, one that was typed.</summary>
    public IReadOnlyList<Actor> Actors(string text, int most)
    {
        var typed = SearchText.Words(text).Select(SearchText.Fold).Where(w => w.Length >= ShortestTyped).ToList();
        return
        [
            .. _actors.Select(a => (a.Actor, Off: typed.SelectMany(t => a.Words.Select(w => Off(t, w))).DefaultIfEmpty(int.MaxValue).Min()))
                .Where(a => a.Off < int.MaxValue).OrderBy(a => a.Off).Take(most).Select(a => a.Actor),
        ];
    }

    /// <summary>Words that are spelled nearly so, the nearest first.</summary>
    private List<string> Spellings(string word)
    {
        var typed = SearchText.Fold(word);
        return typed.Length < ShortestTyped
            ? []
            : [.. _words.Select(w => (Word: w.Value, Off: Off(typed, w.Key))).Where(w => w.Off is > 0 and < int.MaxValue).OrderBy(w => w.Off).Take(MostSpellings).Select(w => w.Word)];
    }

    private string Respelled(string word)
    {
        var typed = SearchText.Fold(word);
        if (typed.Length < ShortestTyped || _words.ContainsKey(typed))
            return word;
        var (nearest, off) = _words.Select(w => (Word: w.Value, Off: Off(typed, w.Key))).DefaultIfEmpty((Word: word, Off: int.MaxValue)).MinBy(w => w.Off);
        return off < int.MaxValue ? nearest : word;
    }

    /// <summary>How many letters have to change to make one word the other; beyond what a slip of the hand explains, the largest number.</summary>
    private static int Off(string typed, string word)
    {
        var most = typed.Length <= ShortestBeginning ? 1 : LettersOff;
        if (Math.Abs(typed.Length - word.Length) > most || word.Length < ShortestTyped)
            return int.MaxValue;
        return EditDistance.Of(typed, word) is var off && off <= most ? off : int.MaxValue;
    }

    private static IEnumerable<string> Words(IEnumerable<string> names) => names.SelectMany(SearchText.Words);

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
