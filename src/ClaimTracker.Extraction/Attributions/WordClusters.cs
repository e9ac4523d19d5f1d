namespace ClaimTracker.Extraction.Attributions;

/// <summary>Learned word classes by the hash of a word's folded letters: a stand-in for parts of speech.</summary>
internal sealed class WordClusters
{
    /// <summary>How many classes there are.</summary>
    public const int Classes = 96;

    private readonly (uint Hash, byte Class)[] _table;
    private readonly int _mask;

    public WordClusters(IReadOnlyDictionary<uint, byte> classes)
    {
        var size = 1024;
        while (size < classes.Count * 2)
            size *= 2;
        _table = new (uint, byte)[size];
        _mask = size - 1;
        Array.Fill(_table, (0u, byte.MaxValue));
        foreach (var (hash, c) in classes)
        {
            var at = (int)hash & _mask;
            while (_table[at].Class != byte.MaxValue)
                at = (at + 1) & _mask;
            _table[at] = (hash, c);
        }
    }

    /// <summary>The class of a word, or −1.</summary>
    public int this[uint hash]
    {
        get
        {
            for (var at = (int)hash & _mask; _table[at].Class != byte.MaxValue; at = (at + 1) & _mask)
            {
                if (_table[at].Hash == hash)
                    return _table[at].Class;
            }

            return -1;
        }
    }

    public static WordClusters Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        Dictionary<uint, byte> classes = new(count);
        for (var i = 0; i < count; i++)
            classes[reader.ReadUInt32()] = reader.ReadByte();
        return new(classes);
    }

    /// <summary>A count, then hash and class of each word in the order of the hashes.</summary>
    public void Write(BinaryWriter writer)
    {
        var known = _table.Where(e => e.Class != byte.MaxValue).OrderBy(e => e.Hash).ToList();
        writer.Write(known.Count);
        foreach (var (hash, c) in known)
        {
            writer.Write(hash);
            writer.Write(c);
        }
    }
}
