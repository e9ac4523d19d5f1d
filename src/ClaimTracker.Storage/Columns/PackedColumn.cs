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

    /// <summary>Takes out of rows, the bits of all words, those whose value does not lie between two, both included.</summary>
    public abstract void KeepBetween(Span<ulong> rows, int low, int high);

    /// <summary>Takes out of rows, the bits of all words, those whose value is not admitted.</summary>
    public abstract void Keep(Span<ulong> rows, AdmittedCodes admitted);

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
        // One comparison for both ends: what lies below the lower one becomes large.
        var (least, width) = (T.CreateTruncating(Math.Max(0, low)), T.CreateSaturating(high) - T.CreateTruncating(Math.Max(0, low)));
        var (leasts, widths) = (Vector256.Create(least), Vector256.Create(width));
        ref var start = ref _values[word * Word];
        var rows = 0UL;
        for (var i = 0; i < Word; i += Vector256<T>.Count)
        {
            var inside = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)i) - leasts, widths);
            rows |= (ulong)inside.ExtractMostSignificantBits() << i;
        }

        return rows;
    }

    public override void KeepBetween(Span<ulong> rows, int low, int high)
    {
        for (var w = 0; w < rows.Length; w++)
            if (rows[w] != 0) rows[w] &= Between(w, low, high);
    }

    public override void Keep(Span<ulong> rows, AdmittedCodes admitted)
    {
        if (admitted.Few.Length <= AdmittedCodes.MostFew) KeepFew(rows, admitted.Few);
        else if (_values is byte[] bytes) KeepBytes(bytes, rows, admitted);
        else KeepLookedUp(rows, admitted.ByCode);
    }

    /// <summary>Few are compared one after the other, several rows at a time.</summary>
    private void KeepFew(Span<ulong> rows, ReadOnlySpan<int> codes)
    {
        Span<Vector256<T>> wanted = stackalloc Vector256<T>[AdmittedCodes.MostFew];
        var count = 0;
        foreach (var code in codes)
            if (code <= long.CreateTruncating(T.MaxValue)) wanted[count++] = Vector256.Create(T.CreateTruncating(code));
        wanted = wanted[..count];
        for (var w = 0; w < rows.Length; w++)
        {
            if (rows[w] == 0) continue;
            ref var start = ref _values[w * Word];
            var found = 0UL;
            for (var i = 0; i < Word; i += Vector256<T>.Count)
            {
                var (some, equal) = (Vector256.LoadUnsafe(ref start, (nuint)i), Vector256<T>.Zero);
                foreach (var one in wanted) equal |= Vector256.Equals(some, one);
                found |= (ulong)equal.ExtractMostSignificantBits() << i;
            }

            rows[w] &= found;
        }
    }

    /// <summary>Sixteen values at a time are looked up by their halves: the low one names a byte, the high one a bit in it.</summary>
    private static void KeepBytes(byte[] values, Span<ulong> rows, AdmittedCodes admitted)
    {
        var (below, above) = (Vector128.Create(admitted.Below), Vector128.Create(admitted.Above));
        var bits = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
        for (var w = 0; w < rows.Length; w++)
        {
            if (rows[w] == 0) continue;
            ref var start = ref values[w * Word];
            var found = 0UL;
            for (var i = 0; i < Word; i += Vector128<byte>.Count)
            {
                var some = Vector128.LoadUnsafe(ref start, (nuint)i);
                var (low, high) = (some & Vector128.Create((byte)15), some >>> 4);
                var row = Vector128.ConditionalSelect(
                    Vector128.GreaterThan(some, Vector128.Create((byte)127)), Vector128.Shuffle(above, low), Vector128.Shuffle(below, low));
                var isOut = Vector128.Equals(row & Vector128.Shuffle(bits, high), Vector128<byte>.Zero);
                found |= (ulong)(ushort)~isOut.ExtractMostSignificantBits() << i;
            }

            rows[w] &= found;
        }
    }

    private void KeepLookedUp(Span<ulong> rows, ReadOnlySpan<byte> admitted)
    {
        for (var w = 0; w < rows.Length; w++)
        {
            var some = _values.AsSpan(w * Word, Word);
            var kept = rows[w];
            for (var left = kept; left != 0; left &= left - 1)
            {
                var row = BitOperations.TrailingZeroCount(left);
                kept ^= (ulong)(admitted[int.CreateTruncating(some[row])] ^ 1) << row;
            }

            rows[w] = kept;
        }
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
