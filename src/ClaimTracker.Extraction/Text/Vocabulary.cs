namespace ClaimTracker.Extraction.Text;

/// <summary>Ids of the words that some lexicon or the dossier knows, without regard to case; ’ and ' are one.</summary>
/// <remarks>Filled while an engine is made, then only read. An own table because a look-up for every token decides the engine's speed.</remarks>
internal sealed class Vocabulary
{
    /// <summary>Hashes with their words' ids, 0 for a free place; a word stands at the first free place from its hash on.</summary>
    private (uint Hash, int Id)[] _table = new (uint, int)[1 << 14];
    private readonly List<string> _words = [""];

    /// <summary>One more than the highest id; ids begin at 1.</summary>
    public int Count => _words.Count;

    /// <summary>The word with this id, folded.</summary>
    public string this[int id] => _words[id];

    /// <summary>The id of a word, made if need be.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var known = Find(word);
        if (known != 0)
            return known;

        if (_words.Count > _table.Length / 2)
            Grow();

        var folded = string.Create(word.Length, word, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = Fold(from[i]);
        });
        _words.Add(folded);
        Place(Hash(word), _words.Count - 1);
        return _words.Count - 1;
    }

    /// <summary>The id of a word, or 0.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The id of a word whose <see cref="Hash"/> is known, or 0.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var table = _table;
        for (var at = (int)hash & (table.Length - 1); (uint)at < (uint)table.Length && table[at].Id is not 0 and var id; at = (at + 1) & (table.Length - 1))
        {
            if (table[at].Hash == hash && Same(_words[id], word))
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

    /// <summary><see cref="HashNext"/> for one of the letters a to z, of either case.</summary>
    public static uint HashPlain(uint hash, char letter) => (hash ^ (uint)(letter | 0x20)) * 16777619u;

    /// <summary>The hash of the letters that a running hash has seen.</summary>
    public static uint HashEnd(uint hash) => hash ^ (hash >> 15);

    private static bool Same(string folded, ReadOnlySpan<char> word)
    {
        if (folded.Length != word.Length)
            return false;
        if (word.SequenceEqual(folded))
            return true;
        for (var i = 0; i < word.Length; i++)
        {
            if (folded[i] != Fold(word[i]))
                return false;
        }

        return true;
    }

    private void Place(uint hash, int id)
    {
        var at = (int)hash & (_table.Length - 1);
        while (_table[at].Id != 0)
            at = (at + 1) & (_table.Length - 1);
        _table[at] = (hash, id);
    }

    private void Grow()
    {
        _table = new (uint, int)[_table.Length * 2];
        for (var id = 1; id < _words.Count; id++)
            Place(Hash(_words[id]), id);
    }
}
