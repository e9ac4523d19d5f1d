using ClaimTracker.Domain;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Where a measure's word can stand and what it can be said of.</summary>
[Flags]
internal enum MeasureTraits
{
    None = 0,

    /// <summary>A noun before “of”: “killing of”.</summary>
    Noun = 1,

    /// <summary>Only after what is counted: “12 dead”.</summary>
    After = 2,

    /// <summary>Only before it: “the presence of”.</summary>
    Before = 4,

    /// <summary>Suffered by the one who is spoken of: “lost”.</summary>
    Losses = 8,

    /// <summary>Said of people only.</summary>
    People = 16,

    /// <summary>Never said of people.</summary>
    Things = 32,

    /// <summary>Said of charges only.</summary>
    Charges = 64,

    /// <summary>Said of lengths only.</summary>
    Length = 128,

    /// <summary>Said of money and percentages only.</summary>
    Amount = 256,

    /// <summary>Said only of nouns that tell nothing of whose they are: “with 2,000 fighters”.</summary>
    Member = 512,

    /// <summary>Happens on a day: “killed”, “destroyed”; not “present”.</summary>
    Event = 1024,

    /// <summary>What the counted do themselves: “have returned”.</summary>
    Self = 2048,

    /// <summary>Said only of those who live somewhere: “fled”.</summary>
    Local = 4096,

    /// <summary>After what it is said of only with “were”: gunmen who “attacked” were not attacked.</summary>
    Passive = 8192,
}

/// <summary>What a word says of what is counted.</summary>
internal sealed record MeasureEntry(string Id, MeasureTraits Traits)
{
    public bool Is(MeasureTraits trait) => (Traits & trait) != 0;
}

/// <summary>What figures say of what they count, read from the dossier and <c>measures.txt</c>.</summary>
internal sealed class MeasureWords
{
    private readonly Dictionary<string, List<MeasureEntry>> _byPhrase = new(StringComparer.OrdinalIgnoreCase);
    private readonly PhraseTrie<List<MeasureEntry>> _phrases = new();

    public MeasureWords(Vocabulary vocabulary, Dossier dossier)
    {
        var traits = Enum.GetValues<MeasureTraits>().Where(t => t != 0).ToDictionary(t => t.ToString().ToLowerInvariant());
        // The shipped lexicon first: it knows where its words can stand; the dossier brings its own besides.
        var ofId = new Dictionary<string, MeasureTraits>(StringComparer.Ordinal);
        foreach (var line in LexiconFile.Shipped("measures.txt", traits.Keys.Append("measure").ToHashSet()))
        {
            var entry = new MeasureEntry(
                line.Value("measure") ?? throw new InvalidDataException(line.Problem("expected 'measure=…'").ToString()),
                line.Keys.Where(k => traits.ContainsKey(k.Key)).Aggregate(MeasureTraits.None, (all, k) => all | traits[k.Key]));
            foreach (var form in line.Forms)
                Add(vocabulary, form, entry);
            ofId.TryAdd(entry.Id, entry.Traits & (MeasureTraits.People | MeasureTraits.Things | MeasureTraits.Event));
        }

        foreach (var measure in dossier.Measures)
        {
            foreach (var word in measure.Words)
                Add(vocabulary, word, new(measure.Id, ofId.GetValueOrDefault(measure.Id)));
        }
    }

    /// <summary>The longest phrase that begins at a token, with its readings: “captured” is one thing of people, another of posts.</summary>
    public int Match(ArticleTokens article, int at, out IReadOnlyList<MeasureEntry> readings)
    {
        var length = _phrases.Match(article.Tokens, article.Text, at, out var found);
        readings = found ?? (IReadOnlyList<MeasureEntry>)[];
        return length;
    }

    private void Add(Vocabulary vocabulary, string phrase, MeasureEntry entry)
    {
        List<MeasureEntry> readings = [entry];
        if (_byPhrase.TryAdd(phrase, readings))
            _phrases.Add(vocabulary, phrase, readings);
        else if (!_byPhrase[phrase].Exists(e => e.Id == entry.Id))
            _byPhrase[phrase].Add(entry);
    }
}
