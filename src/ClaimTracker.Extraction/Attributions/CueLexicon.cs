using ClaimTracker.Domain;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Words around a reporting word by which nobody says anything.</summary>
[Flags]
internal enum AroundCue : byte
{
    None = 0,

    /// <summary>“refused”, “failure”.</summary>
    Refuses = 1,

    /// <summary>What is refused: to “give” a guarantee.</summary>
    Gives = 2,

    /// <summary>“anonymity”, “named”.</summary>
    Unnamed = 4,

    /// <summary>“should”, “must”.</summary>
    Ought = 8,
}

/// <summary>The reporting words with all their forms.</summary>
internal sealed class CueLexicon
{
    private readonly WordMap<CueEntry> _verbs = new();
    private readonly WordMap<CueEntry> _nouns = new();
    private readonly WordMap<CueEntry> _adverbs = new();
    private readonly WordMap<AroundCue> _around = new();
    private readonly PhraseTrie<CueEntry> _phrases = new();
    private readonly PhraseTrie<bool> _bounds = new();

    public CueLexicon(Vocabulary vocabulary, WordClasses classes)
    {
        foreach (var line in LexiconFile.Shipped("cues.txt", new HashSet<string> { "verb", "noun", "adverb", "prep", "act", "denies", "weak", "anyone", "names", "via", "except", "only", "no-infinitive", "of-person", "onto", "bound", "by-his", "with-object", "refuses", "gives", "unnamed", "ought" }))
        {
            Note(vocabulary, line);
            var act = line.Value("act") is { } name ? ActOf(name, line) : (ClaimAct?)null;
            CueEntry Entry(CueKind kind) => new(line.Entry, kind, act, line.Has("denies"))
            {
                Weak = line.Has("weak"),
                Anyone = line.Has("anyone"),
                Names = line.Has("names"),
                ByHis = line.Has("by-his"),
                WithObject = line.Has("with-object"),
                Via = line.Value("via"),
                Onto = line.Value("onto"),
                OfPerson = line.Has("of-person") || line.Has("via"),
                NoInfinitive = line.Has("no-infinitive"),
                Only = line.Value("only")?.Split('|').ToHashSet(StringComparer.OrdinalIgnoreCase),
                Except = line.Value("except")?.Split('|').ToHashSet(StringComparer.OrdinalIgnoreCase),
            };
            if (line.Has("verb") && line.Entry.Contains(' ', StringComparison.Ordinal))
                AddPhrase(vocabulary, line.Forms, Entry(CueKind.Verb));
            else if (line.Has("verb"))
                Add(vocabulary, classes, _verbs, Inflection.Verb(line.Entry, line.Forms.Skip(1)), Entry(CueKind.Verb), WordClass.CueVerb);
            if (line.Has("noun"))
                Add(vocabulary, classes, _nouns, Inflection.Noun(line.Entry), Entry(CueKind.Noun), WordClass.CueNoun);
            if (line.Has("adverb"))
                Add(vocabulary, classes, _adverbs, [line.Entry], Entry(CueKind.Adverb), WordClass.Adv);
            if (line.Has("bound"))
                line.Forms.ToList().ForEach(form => _bounds.Add(vocabulary, form, true));
            if (line.Has("prep"))
                _phrases.Add(vocabulary, line.Entry, Entry(CueKind.Preposition));
        }
    }

    /// <summary>Whether a word is one of those around reporting words.</summary>
    public bool Is(int word, AroundCue wanted) => (_around[word] & wanted) != 0;

    /// <summary>The verb that a word can be a form of, or null.</summary>
    public CueEntry? Verb(int word) => _verbs[word];

    /// <summary>The noun that a word can be a form of, or null.</summary>
    public CueEntry? Noun(int word) => _nouns[word];

    /// <summary>“Reportedly” and its like, or null.</summary>
    public CueEntry? Adverb(int word) => _adverbs[word];

    /// <summary>Whether “according to” or its like can begin at a token.</summary>
    public bool CanBeginPhrase(in Token token) => _phrases.CanBegin(token);

    /// <summary>“According to”, “made it clear” at a token: its length in tokens, or 0.</summary>
    public int Phrase(TokenBuffer tokens, string text, int at, out CueEntry? entry) => _phrases.Match(tokens, text, at, out entry);

    /// <summary>“At least”, “about” before a number: its length in tokens, or 0.</summary>
    public int Bound(TokenBuffer tokens, string text, int at) => _bounds.Match(tokens, text, at, out _);

    private void Note(Vocabulary vocabulary, LexiconLine line)
    {
        var told = (line.Has("refuses") ? AroundCue.Refuses : 0) | (line.Has("gives") ? AroundCue.Gives : 0) | (line.Has("unnamed") ? AroundCue.Unnamed : 0)
            | (line.Has("ought") ? AroundCue.Ought : 0);
        if (told == 0)
            return;
        foreach (var form in line.Forms)
            _around.Set(vocabulary.Add(form), told);
    }

    /// <exception cref="InvalidDataException">The lexicon names no act of ours.</exception>
    private static ClaimAct ActOf(string name, LexiconLine line) =>
        Enum.TryParse<ClaimAct>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var act)
            ? act
            : throw new InvalidDataException(line.Problem($"'{name}' is no act").ToString());

    private void AddPhrase(Vocabulary vocabulary, IEnumerable<string> forms, CueEntry entry)
    {
        foreach (var form in forms)
            _phrases.Add(vocabulary, form, entry);
    }

    private static void Add(
        Vocabulary vocabulary, WordClasses classes, WordMap<CueEntry> map, IEnumerable<string> forms, CueEntry entry, WordClass wordClass)
    {
        foreach (var form in forms)
        {
            var word = vocabulary.Add(form);
            if (map[word] is null)
                map.Set(word, entry);
            classes.Add(word, wordClass);
        }
    }
}
