namespace ClaimTracker.Storage.Writing;

/// <summary>What a <see cref="FedValue"/> is.</summary>
internal enum FedKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A <see cref="double"/> by its bits.</summary>
    Real,

    /// <summary>Where UTF-8 text begins.</summary>
    Text,

    /// <summary>Where bytes begin.</summary>
    Bytes,
}

/// <summary>A value of a row that waits to be written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Of a text or of bytes, in bytes.</param>
/// <param name="Bits">The number, or the address.</param>
internal readonly record struct FedValue(FedKind Kind, int Length, long Bits)
{
    public static FedValue Of(long number) => new(FedKind.Number, 0, number);
}
