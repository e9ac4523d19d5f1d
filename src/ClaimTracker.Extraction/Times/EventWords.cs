using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>What a word before an event's name tells.</summary>
internal enum EventLead : byte
{
    None,

    /// <summary>“such”, “these”: those of which was just spoken.</summary>
    Back,

    /// <summary>“the”, “its”: a certain one.</summary>
    Definite,

    /// <summary>“carried out”: one that took place.</summary>
    Done,

    /// <summary>Stands between such a verb and the event: “carried out”.</summary>
    Particle,
}

/// <summary>What kinds of event words name, as bits: read from <c>events.txt</c>.</summary>
internal sealed class EventWords
{
    private readonly PhraseTrie<int> _kinds = new();
    private readonly WordMap<EventLead> _leads = new();
    private readonly PhraseTrie<bool> _follows = new();
    private readonly PhraseTrie<bool> _causes = new();
    private readonly WordMap<bool> _records = new();
    private readonly int[] _like = new int[32];
    private int _mutual;

    /// <exception cref="InvalidDataException">The file names more than 31 kinds, or one that it doesn't have.</exception>
    public EventWords(Vocabulary vocabulary)
    {
        var all = LexiconFile.Shipped("events.txt", new HashSet<string> { "event", "like", "mutual", "back", "definite", "done", "particle", "follows", "cause", "record" });
        foreach (var line in all.Where(l => !l.Has("event")))
        {
            if (line.Has("record"))
            {
                foreach (var form in line.Forms)
                    _records.Set(vocabulary.Add(form), true);
                continue;
            }

            if (line.Has("follows") || line.Has("cause"))
            {
                foreach (var form in line.Forms)
                    (line.Has("cause") ? _causes : _follows).Add(vocabulary, form, true);
                continue;
            }

            var lead = line.Has("back") ? EventLead.Back : line.Has("done") ? EventLead.Done : line.Has("particle") ? EventLead.Particle : EventLead.Definite;
            foreach (var form in line.Forms)
                _leads.Set(vocabulary.Add(form), lead);
        }

        var lines = all.Where(l => l.Has("event")).ToList();
        var names = lines.Select(l => l.Value("event")!).Distinct().ToList();
        if (names.Count > 31)
            throw new InvalidDataException($"events.txt: expected at most 31 kinds of event, found {names.Count}");
        foreach (var line in lines)
        {
            var kind = names.IndexOf(line.Value("event")!);
            if (line.Value("like") is { } like)
                _like[kind] |= names.IndexOf(like) is >= 0 and var other ? 1 << other : throw new InvalidDataException(line.Problem($"no line has 'event={like}'").ToString());
            _mutual |= line.Has("mutual") ? 1 << kind : 0;
            foreach (var form in line.Forms)
                _kinds.Add(vocabulary, form, 1 << kind);
        }
    }

    /// <summary>The kind named by the words at a token, and their number; 0 where none are.</summary>
    public int Match(ArticleTokens article, int at, out int kind) => _kinds.Match(article.Tokens, article.Text, at, out kind);

    /// <summary>Whether words such as “in response” begin at a token.</summary>
    public bool Follows(ArticleTokens article, int at) => _follows.Match(article.Tokens, article.Text, at, out _) > 0;

    /// <summary>Whether words such as “in retaliation for” begin at a token.</summary>
    public bool Causes(ArticleTokens article, int at) => _causes.Match(article.Tokens, article.Text, at, out _) > 0;

    /// <summary>Whether a word measures by what went before: “the worst since”, “the heaviest since”.</summary>
    public bool IsRecord(ArticleTokens article, int at) =>
        _records[article.Tokens[at].Word] || article.Letters(at) is { Length: > 5 } letters && letters.EndsWith("est", StringComparison.Ordinal);

    /// <summary>What a word before an event's name tells.</summary>
    public EventLead Lead(in Token token) => token.Word == 0 ? EventLead.None : _leads[token.Word];

    /// <summary>Whether one of these kinds is done by several together: a clash is everybody's who is in it.</summary>
    public bool IsMutual(int kinds) => (kinds & _mutual) != 0;

    /// <summary>The kinds that stand for one of these where the same side does both.</summary>
    public int Like(int kinds)
    {
        var like = kinds;
        for (var i = 0; i < 31; i++)
        {
            if ((kinds & (1 << i)) != 0)
                like |= _like[i];
        }

        return like;
    }
}
