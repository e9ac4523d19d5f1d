using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Everyone of whom one article speaks, and where. Reused from article to article by one thread.</summary>
internal sealed class Cast
{
    private readonly List<Participant> _pool = [];
    private readonly List<NameMention> _mentions = [];
    private readonly Dictionary<int, int> _byKnown = [];
    private readonly Dictionary<int, int> _bySurname = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private int[] _mentionAt = new int[1024];
    private int _count;
    private int _names;

    public ArticleTokens Article { get; private set; } = null!;

    /// <summary>What ids made for this article end in: “001” or eight digits of its key.</summary>
    public string ShortName { get; private set; } = "";

    public int Count => _count;

    public Participant this[int index] => _pool[index];

    /// <summary>In the order in which they were found; names in reading order.</summary>
    public List<NameMention> Mentions => _mentions;

    public void Read(ArticleTokens article)
    {
        Article = article;
        ShortName = ShortNameOf(article.Article);
        _mentions.Clear();
        _byKnown.Clear();
        _bySurname.Clear();
        _byId.Clear();
        (_count, _names, Home) = (0, 0, -1);
        if (_mentionAt.Length < article.Tokens.Count)
            _mentionAt = new int[article.Tokens.Count * 2];
        _mentionAt.AsSpan(0, article.Tokens.Count).Clear();
    }

    /// <summary>The mention that covers a token, or null.</summary>
    public NameMention? MentionAt(int token) => (uint)token < (uint)Article.Tokens.Count && _mentionAt[token] is > 0 and var i ? _mentions[i - 1] : null;

    /// <summary>The participant for an actor of the dossier, made if need be.</summary>
    public int Of(KnownActor known)
    {
        if (_byKnown.TryGetValue(known.Index, out var index))
            return index;
        Next().Be(known);
        _byKnown[known.Index] = _byId[known.Actor.Id] = _count - 1;
        return NoteSurname();
    }

    /// <summary>Whether an actor of the dossier has been mentioned.</summary>
    public bool Has(KnownActor known) => _byKnown.TryGetValue(known.Index, out var index) && _pool[index].FirstMention >= 0;

    /// <summary>The participant with an id, made if need be.</summary>
    public int Of(string id, string name, ActorKind kind, bool human)
    {
        if (_byId.TryGetValue(id, out var index))
            return index;
        Next().Be(id, name, kind, human);
        _byId[id] = _count - 1;
        return NoteSurname();
    }

    /// <summary>The last person whose surname may be this one, as an index into the cast; −1 for none. The others follow by <see cref="Participant.Namesake"/>.</summary>
    public int LastCalled(ReadOnlySpan<char> surname) => _bySurname.GetValueOrDefault(HashOf(surname), -1);

    private int NoteSurname()
    {
        var (index, last) = (_count - 1, _pool[_count - 1]);
        if (last is { IsHuman: true, Kind: ActorKind.Person })
        {
            var hash = HashOf(last.Surname);
            last.Namesake = _bySurname.GetValueOrDefault(hash, -1);
            _bySurname[hash] = index;
        }

        return index;
    }

    private static int HashOf(ReadOnlySpan<char> surname) => string.GetHashCode(surname, StringComparison.OrdinalIgnoreCase);

    /// <summary>An id as a string: that of the participant who has it, where there is one.</summary>
    public string IdOf(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var index) ? _pool[index].Id : id.ToString();

    /// <summary>Whether the article already has someone with this id.</summary>
    public int Find(string id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>Notes that words stand for a participant; of two mentions at one place the first stays.</summary>
    public void Add(NameMention mention)
    {
        if (mention.Participant >= 0 && mention.Kind != MentionKind.Location)
        {
            var participant = _pool[mention.Participant];
            if (participant.FirstMention < 0 || mention.Range.Start < participant.FirstMention)
                participant.FirstMention = mention.Range.Start;
        }

        _mentions.Add(mention);
        for (var i = mention.Range.Start; i < mention.Range.End; i++)
        {
            if (_mentionAt[i] == 0)
                _mentionAt[i] = _mentions.Count;
        }
    }

    /// <summary>Puts the names in reading order; what is added later are words for those who speak.</summary>
    public void Sort()
    {
        _mentions.Sort(static (a, b) => a.Range.Start != b.Range.Start ? a.Range.Start.CompareTo(b.Range.Start) : b.Range.End.CompareTo(a.Range.End));
        _mentionAt.AsSpan(0, Article.Tokens.Count).Clear();
        for (var i = 0; i < _mentions.Count; i++)
        {
            for (var token = _mentions[i].Range.Start; token < _mentions[i].Range.End; token++)
            {
                if (_mentionAt[token] == 0)
                    _mentionAt[token] = i + 1;
            }
        }

        _names = _mentions.Count;
    }

    /// <summary>The index of the last name that begins before a token; −1 for none.</summary>
    public int LastBefore(int token)
    {
        var (low, high) = (0, _names);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Range.Start < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>Whether one belongs to the other or both to the same side.</summary>
    public bool SameSide(int a, int b) =>
        a == b || (_pool[a].Side is { } side && side == _pool[b].Side) || (_pool[a].State >= 0 && _pool[a].State == _pool[b].State);

    /// <summary>The state from which the article was sent, as an index into the dossier's actors; −1 where nothing tells.</summary>
    public int Home { get; set; } = -1;

    private Participant Next()
    {
        if (_count == _pool.Count)
            _pool.Add(new());
        return _pool[_count++];
    }

    private static string ShortNameOf(Article article)
    {
        var digits = 0;
        while (digits < article.FileName.Length && digits < 8 && char.IsAsciiDigit(article.FileName[digits]))
            digits++;
        return digits > 0 && (digits == article.FileName.Length || !char.IsAsciiLetterOrDigit(article.FileName[digits]))
            ? article.FileName[..digits]
            : article.Key[..8];
    }
}
