using System.Buffers;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>What a word can be, as far as closed classes and endings tell.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Det = 1 << 0,
    Pron = 1 << 1,
    Subject = 1 << 2,
    Object = 1 << 3,
    Poss = 1 << 4,
    Prep = 1 << 5,
    Conj = 1 << 6,
    Subord = 1 << 7,
    Aux = 1 << 8,
    Be = 1 << 9,
    Have = 1 << 10,
    Do = 1 << 11,
    Modal = 1 << 12,
    Neg = 1 << 13,
    To = 1 << 14,
    Wh = 1 << 15,
    Adv = 1 << 16,
    Quant = 1 << 17,
    That = 1 << 18,

    /// <summary>Ends in -ly.</summary>
    Ly = 1 << 19,

    /// <summary>Ends in -ed.</summary>
    Ed = 1 << 20,

    /// <summary>Ends in -ing.</summary>
    Ing = 1 << 21,

    /// <summary>A reporting verb of the lexicon.</summary>
    CueVerb = 1 << 22,

    /// <summary>A reporting noun of the lexicon.</summary>
    CueNoun = 1 << 23,

    /// <summary>A verb form that endings don't tell: “took”, “gone”.</summary>
    Verb = 1 << 24,

    /// <summary>Links a reporting word with its content: “warned of”, “demand for”.</summary>
    Link = 1 << 25,

    /// <summary>A verb that says nothing without its noun: “made the allegation”.</summary>
    Light = 1 << 26,

    /// <summary>On a token: that its classes have been noted. Never one of a word's.</summary>
    Told = 1 << 30,
}

/// <summary>Closed word classes from the lexicon, open ones by their endings.</summary>
internal sealed class WordClasses
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    private readonly WordMap<WordClass> _known = new();

    public WordClasses(Vocabulary vocabulary)
    {
        var names = Enum.GetValues<WordClass>().Where(c => c != WordClass.Told).ToDictionary(c => c.ToString().ToLowerInvariant());
        foreach (var line in LexiconFile.Shipped("word-classes.txt", names.Keys.ToHashSet()))
        {
            var classes = line.Keys.Aggregate(WordClass.None, (all, key) => all | names[key.Key]);
            foreach (var form in line.Forms)
                Add(vocabulary.Add(form), classes);
        }
    }

    /// <summary>Adds classes to a word that can have others.</summary>
    public void Add(int word, WordClass classes) => _known.Set(word, _known[word] | classes);

    /// <summary>What a token can be.</summary>
    public WordClass this[in Token token, string text] => token.Class != 0 ? token.Class & ~WordClass.Told : Of(token, text);

    /// <summary>What a token can be, by its word and its ending.</summary>
    public WordClass Of(in Token token, string text)
    {
        if (token.Kind != TokenKind.Word)
            return WordClass.None;
        var known = _known[token.Word];
        if (known != 0 && (known & ~(WordClass.CueNoun | WordClass.CueVerb | WordClass.Verb | WordClass.Light)) != 0)
            return known;
        return IsName(token) ? known : known | OfEnding(token.In(text));
    }

    /// <summary>Whether a capital letter that no sentence's beginning asks for makes a name of a word: endings tell nothing of “Boeing”, “Kelly”.</summary>
    public static bool IsName(in Token token) => token.Has(TokenFlags.Capital) && !token.Has(TokenFlags.SentenceStart);

    /// <summary>What the ending of a word tells that no closed class has.</summary>
    public static WordClass OfEnding(ReadOnlySpan<char> word)
    {
        if (word.Length < 4)
            return WordClass.None;
        return (word[^1] | 0x20) switch
        {
            'y' => (word[^2] | 0x20) == 'l' ? WordClass.Ly : WordClass.None,
            'd' => (word[^2] | 0x20) == 'e' && HasVowel(word[..^2]) ? WordClass.Ed : WordClass.None,
            'g' => (word[^2] | 0x20) == 'n' && (word[^3] | 0x20) == 'i' && HasVowel(word[..^3]) ? WordClass.Ing : WordClass.None,
            _ => WordClass.None,
        };
    }

    /// <summary>“wing”, “thing”, “bled” are no forms of verbs that end there.</summary>
    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.ContainsAny(Vowels);
}
