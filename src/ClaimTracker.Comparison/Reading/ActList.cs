using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>How words name an act.</summary>
internal enum Naming
{
    /// <summary>Without further conditions.</summary>
    Plain,

    /// <summary>Only in a claim on the act's topic or near one, or in an accusation.</summary>
    OnTopic,

    /// <summary>Only in an accusation.</summary>
    Charged,

    /// <summary>As the answer to it.</summary>
    Answer,

    /// <summary>By what is so where it was not done: “they left of their own accord”.</summary>
    Contrary,
}

/// <summary>The acts of dossier and lexicon, with the phrases that name them.</summary>
internal sealed class ActList
{
    /// <summary>The bits of a hit's value that tell how the act is named, and whether a negation or a modal is part of its name.</summary>
    private const int NegationBit = 1 << 3, ModalBit = 1 << 4, NamingBits = NegationBit - 1, ValueBits = 5;

    private readonly PhraseTable _phrases;
    private readonly PhraseTable _negation;
    private readonly PhraseTable _modal;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _classes;
    private readonly List<PhraseTable[][]> _together = [];

    private ActList(IReadOnlyList<ConflictAct> acts, ComparisonLexicon lexicon, Vocabulary vocabulary)
    {
        All = acts;
        _classes = lexicon.Classes;
        _phrases = new(vocabulary);
        (_negation, _modal) = (PhraseTable.Of(vocabulary, lexicon.Words["negation within"]), PhraseTable.Of(vocabulary, lexicon.Words["modal"]));
        for (var i = 0; i < acts.Count; i++)
        {
            AddWords(acts[i].Words, i, Naming.Plain, vocabulary);
            AddWords(acts[i].WeakWords, i, Naming.OnTopic, vocabulary);
            AddWords(acts[i].ChargedWords, i, Naming.Charged, vocabulary);
            AddWords(acts[i].AnswerWords, i, Naming.Answer, vocabulary);
            AddWords(acts[i].ContraryWords, i, Naming.Contrary, vocabulary);
            _together.Add([.. acts[i].Together.Select(set => set.Select(word => PhraseTable.Of(vocabulary, word)).ToArray())]);
        }

        var ids = acts.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i, StringComparer.Ordinal);
        Opposed = [.. acts.Select(a => a.Opposes.Where(ids.ContainsKey).Select(o => ids[o])
            .Concat(acts.Where(b => b.Opposes.Contains(a.Id)).Select(b => ids[b.Id])).Distinct().Order().ToArray())];
    }

    public IReadOnlyList<ConflictAct> All { get; }

    /// <summary>For each act those that cannot name the same deed.</summary>
    public IReadOnlyList<int[]> Opposed { get; }

    /// <summary>The acts of a dossier and those that any conflict has; where both have one, its words are joined and the dossier's own say wins.</summary>
    public static ActList Of(Dossier dossier, ComparisonLexicon lexicon, Vocabulary vocabulary)
    {
        var common = lexicon.Acts.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var acts = dossier.Acts.Select(a => common.TryGetValue(a.Id, out var general) ? Join(a, general) : a).ToList();
        acts.AddRange(lexicon.Acts.Where(a => !dossier.Acts.Any(d => d.Id == a.Id)));
        return new(acts, lexicon, vocabulary);
    }

    /// <summary>Where acts are named in words. The value of a hit is <see cref="Act"/> and <see cref="NamingOf"/>.</summary>
    public void Find(ReadOnlySpan<Word> words, List<PhraseHit> hits)
    {
        _phrases.Find(words, hits);
        for (var act = 0; act < _together.Count; act++)
            foreach (var set in _together[act])
                if (PlaceOfAll(set, words) is { } place)
                    hits.Add(new(place.Start, place.End, Value(act, Naming.Plain, 0)));
    }

    public static int Act(PhraseHit hit) => hit.Value >> ValueBits;

    public static Naming NamingOf(PhraseHit hit) => (Naming)(hit.Value & NamingBits);

    /// <summary>Whether a negation after its first word is part of the act's name: “would not sign” is what they did.</summary>
    public static bool NamesNegation(PhraseHit hit) => (hit.Value & NegationBit) != 0;

    /// <summary>Whether a modal is part of the act's name: “would not sign” is no wish.</summary>
    public static bool NamesModal(PhraseHit hit) => (hit.Value & ModalBit) != 0;

    private static int Value(int act, Naming naming, int names) => act << ValueBits | names | (int)naming;

    private static (int Start, int End)? PlaceOfAll(PhraseTable[] set, ReadOnlySpan<Word> words)
    {
        var (first, last) = (int.MaxValue, 0);
        List<PhraseHit> hits = [];
        foreach (var word in set)
        {
            hits.Clear();
            word.Find(words, hits);
            if (hits.Count == 0)
                return null;
            (first, last) = (Math.Min(first, hits[0].Start), Math.Max(last, hits[0].End));
        }

        return (first, last);
    }

    private static ConflictAct Join(ConflictAct own, ConflictAct general) => own with
    {
        Words = [.. own.Words.Union(general.Words)],
        WeakWords = [.. own.WeakWords.Union(general.WeakWords)],
        ChargedWords = [.. own.ChargedWords.Union(general.ChargedWords)],
        OwnDeed = own.OwnDeed || general.OwnDeed,
        Lasting = own.Lasting || general.Lasting,
        Binding = own.Binding || general.Binding,
        Anywhere = own.Anywhere || general.Anywhere,
        AnswerWords = [.. own.AnswerWords.Union(general.AnswerWords)],
        ContraryWords = [.. own.ContraryWords.Union(general.ContraryWords)],
        Named = own.Named || general.Named,
        Opposes = [.. own.Opposes.Union(general.Opposes)],
        Past = own.Past ?? general.Past,
    };

    private void AddWords(IReadOnlyList<string> words, int act, Naming naming, Vocabulary vocabulary)
    {
        foreach (var word in words)
            foreach (var phrase in Expand(word, _classes))
                _phrases.Add(phrase, Value(act, naming, Names(phrase, vocabulary)));
    }

    private int Names(string phrase, Vocabulary vocabulary)
    {
        List<Word> words = [];
        new WordReader(vocabulary).Read(phrase, new(0, phrase.Length), words);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
        return (_negation.Count(all, 1, words.Count) % 2 == 1 ? NegationBit : 0) | (_modal.Count(all, 0, words.Count) > 0 ? ModalBit : 0);
    }

    /// <summary>A phrase with a class in angle brackets as one phrase for each of its words; a class that isn't there leaves none.</summary>
    public static IEnumerable<string> Expand(string phrase, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        var start = phrase.IndexOf('<', StringComparison.Ordinal);
        var end = start < 0 ? -1 : phrase.IndexOf('>', start);
        if (end < 0)
            return [phrase];
        return classes.GetValueOrDefault(phrase[(start + 1)..end], []).SelectMany(w => Expand(phrase[..start] + w + phrase[(end + 1)..], classes));
    }
}
