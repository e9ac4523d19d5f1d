namespace ClaimTracker.Extraction.Attributions;

/// <summary>Learned word classes by the hash of a word's folded letters: a stand-in for parts of speech.</summary>
internal sealed class WordClusters
{
    /// <summary>How many classes there are.</summary>
    public const int Classes = 96;

    private readonly uint[] _hashes;
    private readonly byte[] _classes;
    private readonly int _mask;

    public WordClusters(IReadOnlyDictionary<uint, byte> classes)
    {
        var size = 1024;
        while (size < classes.Count * 2)
            size *= 2;
        (_hashes, _classes) = (new uint[size], new byte[size]);
        _mask = size - 1;
        Array.Fill(_classes, byte.MaxValue);
        foreach (var (hash, c) in classes)
        {
            var at = (int)hash & _mask;
            while (_classes[at] != byte.MaxValue)
                at = (at + 1) & _mask;
            (_hashes[at], _classes[at]) = (hash, c);
        }
    }

    /// <summary>The class of a word, or −1.</summary>
    public int this[uint hash]
    {
        get
        {
            for (var at = (int)hash & _mask; _classes[at] != byte.MaxValue; at = (at + 1) & _mask)
            {
                if (_hashes[at] == hash)
                    return _classes[at];
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
        var known = _hashes.Zip(_classes).Where(e => e.Second != byte.MaxValue).OrderBy(e => e.First).ToList();
        writer.Write(known.Count);
        foreach (var (hash, c) in known)
        {
            writer.Write(hash);
            writer.Write(c);
        }
    }
}
