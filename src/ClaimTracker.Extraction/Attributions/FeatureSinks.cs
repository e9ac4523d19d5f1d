using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Where the features of a candidate go: into a list to learn from, or straight into its score.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes a feature: a template's number and up to three values.</summary>
    void Add(uint template, uint a, uint b = 0, uint c = 0);
}

/// <summary>The sum of the weights of a candidate's features.</summary>
internal struct WeightSum(sbyte[] weights) : IFeatureSink
{
    public int Total;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b = 0, uint c = 0) =>
        Total += Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), LinearModel.Place(Features.Hash(template, a, b, c), 0)); // a place is never beyond the table
}

/// <summary>The sums of the weights of a cue's features for each of the four shapes, which have salts of their own.</summary>
internal struct ShapeSums(sbyte[] weights) : IFeatureSink
{
    public int None;
    public int After;
    public int Before;
    public int Around;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        var hash = Features.Hash(template, a, b, c);
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        None += Unsafe.Add(ref first, LinearModel.Place(hash, (uint)Shape.None + 1));
        After += Unsafe.Add(ref first, LinearModel.Place(hash, (uint)Shape.After + 1));
        Before += Unsafe.Add(ref first, LinearModel.Place(hash, (uint)Shape.Before + 1));
        Around += Unsafe.Add(ref first, LinearModel.Place(hash, (uint)Shape.Around + 1));
    }
}
