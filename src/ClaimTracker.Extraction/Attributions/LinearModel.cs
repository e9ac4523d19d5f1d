namespace ClaimTracker.Extraction.Attributions;

/// <summary>The features of one choice, as places in the weight table.</summary>
internal sealed class Features
{
    private int[] _places = new int[256];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a feature: a template's number and up to three values.</summary>
    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        if (Count == _places.Length)
            Array.Resize(ref _places, Count * 2);
        var hash = (template * 0x9E3779B1u) ^ (a * 0x85EBCA6Bu);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        hash ^= b * 0xC2B2AE35u;
        hash = (hash ^ (hash >> 13)) * 0x297A2D39u;
        hash ^= c * 0x27D4EB2Fu;
        hash = (hash ^ (hash >> 16)) * 0x165667B1u;
        _places[Count++] = (int)((hash ^ (hash >> 15)) & (LinearModel.Size - 1));
    }
}

/// <summary>A table of learned weights over hashed features: one number for each choice, the highest wins.</summary>
/// <remarks>
/// Weinberger et al. 2009, “Feature hashing for large scale multitask learning”: features of all choices share one table by
/// hash, so that the file has a fixed size and holds numbers only, no words. Stored as signed bytes with one scale.
/// </remarks>
internal sealed class LinearModel
{
    /// <summary>Places in the table.</summary>
    public const int Size = 1 << 20;

    private const uint Magic = 0x314D5443; // "CTM1"

    public LinearModel(float[] weights, WordClusters clusters)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, Size);
        (Weights, Clusters) = (weights, clusters);
    }

    public float[] Weights { get; }

    /// <summary>The word classes that the weights were learned with.</summary>
    public WordClusters Clusters { get; }

    public float Score(Features features)
    {
        var sum = 0f;
        foreach (var place in features.Places)
            sum += Weights[place];
        return sum;
    }

    /// <summary>Reads the form that <see cref="Write"/> makes.</summary>
    /// <exception cref="InvalidDataException">It is another form or cut short.</exception>
    public static LinearModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadUInt32() is var magic && magic != Magic)
            throw new InvalidDataException($"expected a model that begins with {Magic:X8}, found {magic:X8}");
        var scale = reader.ReadSingle();
        var bytes = reader.ReadBytes(Size);
        if (bytes.Length != Size)
            throw new InvalidDataException($"expected {Size} weights, found {bytes.Length}");
        return new(Array.ConvertAll(bytes, b => unchecked((sbyte)b) * scale), WordClusters.Read(reader));
    }

    /// <summary>Writes 4 bytes of mark, the scale as a 32-bit float, then a signed byte for each weight, then the word classes.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var scale = Math.Max(1e-6f, Weights.Max(Math.Abs) / 127f);
        writer.Write(Magic);
        writer.Write(scale);
        foreach (var weight in Weights)
            writer.Write((sbyte)Math.Clamp(MathF.Round(weight / scale), -127, 127));
        Clusters.Write(writer);
    }
}
