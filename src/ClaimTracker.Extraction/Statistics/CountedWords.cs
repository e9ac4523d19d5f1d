using ClaimTracker.Domain;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>What is known of a counted noun.</summary>
[Flags]
internal enum CountedTraits
{
    None = 0,

    /// <summary>Counts without an ending of its own: “200 police”.</summary>
    Collective = 1,

    /// <summary>Whose they are follows from where they are.</summary>
    Local = 2,

    /// <summary>Says nothing of whose they are; the group named last does.</summary>
    Member = 4,

    /// <summary>What someone suffered.</summary>
    Losses = 8,

    /// <summary>Others of those just counted.</summary>
    Part = 16,

    /// <summary>Something built, whose ground tells whose it is.</summary>
    Facility = 32,

    /// <summary>Done by someone: whose they are is who did them.</summary>
    Agent = 64,

    /// <summary>“own”: those of the one who speaks or is spoken of.</summary>
    Own = 128,

    /// <summary>“such”, “these”: those of which was just spoken.</summary>
    Such = 256,

    /// <summary>“of”.</summary>
    Of = 512,

    /// <summary>Words after which a number can stand for what was counted just before: “Ruritania had over 12,800”.</summary>
    Ellipsis = 1024,

    /// <summary>Something that happened: the words that describe it don't tell whose it is.</summary>
    Event = 2048,

    /// <summary>“the number of”, “the figure”: what follows is counted, or what was counted before.</summary>
    Tally = 4096,

    /// <summary>An adjective where a noun stands before it: “families displaced”.</summary>
    Adjective = 8192,

    /// <summary>With <see cref="Tally"/>: “the increase in …”.</summary>
    Change = 16384,

    /// <summary>“in”.</summary>
    In = 32768,

    /// <summary>With <see cref="Tally"/>: what is counted stands before it, “troops, numbering …”.</summary>
    Back = 65536,
}

/// <summary>A noun that figures count.</summary>
/// <param name="Unit">What a one of them is; null for words that only stand within the phrase.</param>
/// <param name="Measure">What counting them says where nothing else is said of them.</param>
/// <param name="Traits">What else is known.</param>
internal sealed record CountedNoun(string? Unit, string? Measure, CountedTraits Traits)
{
    public bool Is(CountedTraits trait) => (Traits & trait) != 0;
}

/// <summary>The nouns that figures count, read from <c>counted.txt</c>.</summary>
internal sealed class CountedWords
{
    private readonly PhraseTrie<CountedNoun> _nouns = new();

    public CountedWords(Vocabulary vocabulary, Dossier dossier)
    {
        var traits = Enum.GetValues<CountedTraits>().Where(t => t != 0).ToDictionary(t => t.ToString().ToLowerInvariant());
        var known = new Dictionary<string, CountedNoun>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in LexiconFile.Shipped("counted.txt", traits.Keys.Append("unit").Append("measure").ToHashSet()))
        {
            var noun = new CountedNoun(line.Value("unit"), line.Value("measure"),
                line.Keys.Where(k => traits.ContainsKey(k.Key)).Aggregate(CountedTraits.None, (all, k) => all | traits[k.Key]));
            foreach (var form in line.Forms)
            {
                _nouns.Add(vocabulary, form, noun);
                known.TryAdd(form, noun);
            }
        }

        // The dossier's words that bring a unit are nouns of their own, of the kind of their last word: “border incidents”.
        foreach (var measure in dossier.Measures.Where(m => m.Unit is not null))
        {
            foreach (var phrase in measure.Words)
            {
                if (known.GetValueOrDefault(phrase[(phrase.LastIndexOf(' ') + 1)..]) is { Unit: not null } noun)
                    _nouns.Add(vocabulary, phrase, noun with { Unit = measure.Unit, Measure = measure.Id });
            }
        }
    }

    /// <summary>The longest noun that begins at a token.</summary>
    public int Match(ArticleTokens article, int at, out CountedNoun? noun) => _nouns.Match(article.Tokens, article.Text, at, out noun);
}
