namespace ClaimTracker.Extraction.Text;

/// <summary>Ids of the words that some lexicon or the dossier knows, without regard to case; ’ and ' are one.</summary>
/// <remarks>Filled while an engine is made, then only read. An own table because a look-up for every token decides the engine's speed.</remarks>
internal sealed class Vocabulary
{
    private int[] _buckets = new int[1 << 14];
    private readonly List<(uint Hash, int Next, string Word)> _entries = [(0, 0, "")];

    /// <summary>One more than the highest id; ids begin at 1.</summary>
    public int Count => _entries.Count;

    /// <summary>The word with this id, folded.</summary>
    public string this[int id] => _entries[id].Word;

    /// <summary>The id of a word, made if need be.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var known = Find(word);
        if (known != 0)
            return known;

        if (_entries.Count > _buckets.Length / 2)
            Grow();

        var folded = string.Create(word.Length, word, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = Fold(from[i]);
        });
        var hash = Hash(word);
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _entries.Add((hash, bucket, folded));
        return bucket = _entries.Count - 1;
    }

    /// <summary>The id of a word, or 0.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The id of a word whose <see cref="Hash"/> is known, or 0.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);
        for (var id = _buckets[hash & (uint)(_buckets.Length - 1)]; id != 0; id = entries[id].Next)
        {
            ref readonly var entry = ref entries[id];
            if (entry.Hash == hash && Same(entry.Word, word))
                return id;
        }

        return 0;
    }

    /// <summary>A letter as it is compared: lower case, typographic apostrophes straight.</summary>
    public static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\u2019' or '\u02BC' => '\'',
        < '\u0080' => c,
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>FNV-1a over the folded letters.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var c in word)
            hash = HashNext(hash, c);
        return HashEnd(hash);
    }

    /// <summary>Where <see cref="HashNext"/> begins.</summary>
    public const uint HashStart = 2166136261u;

    /// <summary>The running hash with one more letter; <see cref="HashEnd"/> of it is the <see cref="Hash"/> of the letters so far.</summary>
    public static uint HashNext(uint hash, char letter) => (hash ^ Fold(letter)) * 16777619u;

    /// <summary>The hash of the letters that a running hash has seen.</summary>
    public static uint HashEnd(uint hash) => hash ^ (hash >> 15);

    private static bool Same(string folded, ReadOnlySpan<char> word)
    {
        if (folded.Length != word.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (folded[i] != Fold(word[i]))
                return false;
        }

        return true;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        for (var id = 1; id < _entries.Count; id++)
        {
            var (hash, _, word) = _entries[id];
            ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
            _entries[id] = (hash, bucket, word);
            bucket = id;
        }
    }
}
