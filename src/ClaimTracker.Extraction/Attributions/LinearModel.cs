using System.Runtime.CompilerServices;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>The features of one candidate, as hashes.</summary>
internal sealed class Features : IFeatureSink
{
    private uint[] _hashes = new uint[128];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a feature: a template's number and up to three values.</summary>
    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        if (Count == _hashes.Length)
            Array.Resize(ref _hashes, Count * 2);
        _hashes[Count++] = Hash(template, a, b, c);
    }

    /// <summary>The hash of a template's number and its values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint template, uint a, uint b, uint c)
    {
        var low = (((ulong)template << 32) | a) * 0x9E3779B97F4A7C15UL;
        var high = (((ulong)b << 32) | c) * 0xC2B2AE3D27D4EB4FUL;
        var hash = (low ^ (low >> 29)) + (high ^ (high >> 31));
        return (uint)((hash * 0x165667B19E3779F9UL) >> 32);
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
    public const int Size = 1 << Bits;

    private const int Bits = 20;

    private const uint Magic = 0x314D5443; // "CTM1"

    private readonly sbyte[] _weights;
    private readonly float _scale;

    private LinearModel(sbyte[] weights, float scale, WordClusters clusters) => (_weights, _scale, Clusters) = (weights, scale, clusters);

    /// <summary>Rounds learned weights to steps of a 127th of the largest.</summary>
    public LinearModel(float[] weights, WordClusters clusters)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, Size);
        _scale = Math.Max(1e-6f, weights.Max(Math.Abs) / 127f);
        _weights = Array.ConvertAll(weights, w => (sbyte)Math.Clamp(MathF.Round(w / _scale), -127, 127));
        Clusters = clusters;
    }

    /// <summary>The word classes that the weights were learned with.</summary>
    public WordClusters Clusters { get; }

    /// <summary>The place of a feature; a salt parts choices that are described alike.</summary>
    public static int Place(uint hash, uint salt) => (int)(((hash ^ (salt * 0x85EBCA6Bu)) * 0x9E3779B1u) >> (32 - Bits));

    /// <summary>The sum of the weights of a candidate's features.</summary>
    public float Score(Features features, uint salt = 0)
    {
        var sum = 0;
        foreach (var hash in features.Hashes)
            sum += _weights[Place(hash, salt)];
        return sum * _scale;
    }

    /// <summary>An empty sum of weights, for features that go straight into a score.</summary>
    public WeightSum Sum(int start = 0) => new(_weights) { Total = start };

    /// <summary>The same for the four shapes of a cue at once.</summary>
    public ShapeSums ShapeSum() => new(_weights);

    /// <summary>The score that a sum of weights stands for.</summary>
    public float Score(int sum) => sum * _scale;

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
        return new((sbyte[])(object)bytes, scale, WordClusters.Read(reader));
    }

    /// <summary>Writes 4 bytes of mark, the scale as a 32-bit float, then a signed byte for each weight, then the word classes.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(_scale);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(_weights));
        Clusters.Write(writer);
    }
}
