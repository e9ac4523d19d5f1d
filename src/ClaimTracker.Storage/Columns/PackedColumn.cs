using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimTracker.Storage.Columns;

/// <summary>Whole numbers from 0 in the fewest bytes that all of them fit: one, two or four each. Never changed once made.</summary>
/// <remarks>Rows are looked at 64 at a time, as the bits of a word. The last word may reach beyond the last value; what stands there is 0.</remarks>
internal abstract class PackedColumn
{
    /// <summary>Rows of a word.</summary>
    public const int Word = 64;

    public abstract int Bytes { get; }

    public abstract int this[int row] { get; }

    public static PackedColumn Of(ReadOnlySpan<int> values)
    {
        var most = 0;
        foreach (var value in values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            most = Math.Max(most, value);
        }

        return most <= byte.MaxValue ? new PackedColumn<byte>(values) : most <= ushort.MaxValue ? new PackedColumn<ushort>(values) : new PackedColumn<uint>(values);
    }

    public static PackedColumn Read(KeptNumbers from) => from.Number() switch
    {
        sizeof(byte) => new PackedColumn<byte>(from.All<byte>()),
        sizeof(ushort) => new PackedColumn<ushort>(from.All<ushort>()),
        sizeof(uint) => new PackedColumn<uint>(from.All<uint>()),
        var width => throw new InvalidDataException($"Expected numbers of one, two or four bytes, found {width}."),
    };

    public abstract void Write(KeptNumbers to);

    /// <summary>Of the rows of a word those whose value lies between two, both included.</summary>
    public abstract ulong Between(int word, int low, int high);

    /// <summary>Of the rows of a word those whose value is admitted.</summary>
    /// <param name="word">Which.</param>
    /// <param name="admitted">1 or 0 for each value.</param>
    public abstract ulong Admitted(int word, ReadOnlySpan<byte> admitted);

    /// <summary>Adds one to the count of the value of each row.</summary>
    public abstract void Count(ReadOnlySpan<ushort> rows, Span<int> counts);

    /// <summary>The value of each row.</summary>
    public abstract void Read(ReadOnlySpan<ushort> rows, Span<int> values);
}

/// <inheritdoc/>
internal sealed class PackedColumn<T> : PackedColumn
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] _values;

    public PackedColumn(ReadOnlySpan<int> values)
    {
        _values = new T[(values.Length + Word - 1) / Word * Word];
        for (var i = 0; i < values.Length; i++) _values[i] = T.CreateTruncating(values[i]);
    }

    /// <param name="values">Kept as they are: whole words.</param>
    public PackedColumn(T[] values) => _values = values.Length % Word == 0 ? values : throw new InvalidDataException($"Expected whole words, found {values.Length} numbers.");

    public override void Write(KeptNumbers to)
    {
        to.Add(Marshal.SizeOf<T>());
        to.AddAll<T>(_values);
    }

    public override int Bytes => _values.Length * Marshal.SizeOf<T>();

    public override int this[int row] => int.CreateTruncating(_values[row]);

    public override ulong Between(int word, int low, int high)
    {
        if (low > high || high < 0 || (long)low > long.CreateTruncating(T.MaxValue)) return 0;
        var (least, most) = (Vector256.Create(T.CreateTruncating(Math.Max(0, low))), Vector256.Create(T.CreateSaturating(high)));
        ref var start = ref _values[word * Word];
        var rows = 0UL;
        for (var i = 0; i < Word; i += Vector256<T>.Count)
        {
            var some = Vector256.LoadUnsafe(ref start, (nuint)i);
            var inside = Vector256.GreaterThanOrEqual(some, least) & Vector256.LessThanOrEqual(some, most);
            rows |= (ulong)inside.ExtractMostSignificantBits() << i;
        }

        return rows;
    }

    public override ulong Admitted(int word, ReadOnlySpan<byte> admitted)
    {
        var rows = 0UL;
        var some = _values.AsSpan(word * Word, Word);
        // From the last to the first: each bit is pushed to its place by those after it.
        for (var i = some.Length - 1; i >= 0; i--) rows = (rows << 1) | admitted[int.CreateTruncating(some[i])];
        return rows;
    }

    public override void Count(ReadOnlySpan<ushort> rows, Span<int> counts)
    {
        var values = _values;
        foreach (var row in rows) counts[int.CreateTruncating(values[row])]++;
    }

    public override void Read(ReadOnlySpan<ushort> rows, Span<int> values)
    {
        var column = _values;
        for (var i = 0; i < rows.Length; i++) values[i] = int.CreateTruncating(column[rows[i]]);
    }
}
