using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ClaimTracker.Storage.Writing;

/// <summary>Rows of one table that wait to be written, in memory that stays where it is: see <see cref="RowFeed"/>.</summary>
/// <param name="columns">How many values a row has, the id where one is given included.</param>
internal sealed unsafe class WaitingRows(int columns)
{
    private const int TextBlock = 1 << 16;

    private readonly List<byte[]> _texts = [];
    private FedValue[] _values = GC.AllocateUninitializedArray<FedValue>(64 * columns, pinned: true);
    private int _count;
    private int _block = -1;
    private int _used;

    /// <summary>How many wait.</summary>
    public int Count => _count / columns;

    /// <param name="id">Goes before the others.</param>
    /// <param name="values">In the order of the columns.</param>
    public void Add(long? id, ReadOnlySpan<object?> values)
    {
        if (_count + columns > _values.Length) Grow();
        var row = _values.AsSpan(_count, columns);
        if (id is { } number)
        {
            row[0] = FedValue.Of(number);
            row = row[1..];
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = values[i] switch
            {
                null => default,
                int n => FedValue.Of(n),
                long n => FedValue.Of(n),
                bool flag => FedValue.Of(flag ? 1 : 0),
                double real => new(FedKind.Real, 0, BitConverter.DoubleToInt64Bits(real)),
                byte[] bytes => Keep(bytes),
                DateOnly day => Keep(day),
                { } other => Keep(StoredText.Of(other)),
            };
        }

        // Only whole rows count: of one whose value has no form nothing stays.
        _count += columns;
    }

    /// <summary>Hands them on.</summary>
    public void Feed(RowFeed feed) => feed.Set((FedValue*)Unsafe.AsPointer(ref _values[0]), Count, columns);

    /// <summary>They are written, or of no use.</summary>
    public void Clear()
    {
        // What a single huge row took is given back.
        if (_texts.Count > 64) _texts.RemoveRange(64, _texts.Count - 64);
        (_count, _block, _used) = (0, -1, 0);
    }

    private FedValue Keep(string text)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        return Kept(FedKind.Text, room, Encoding.UTF8.GetBytes(text, room));
    }

    private FedValue Keep(DateOnly day)
    {
        var room = Room(StoredText.DayForm.Length);
        // “O” is that form, without its letters being read.
        if (!day.TryFormat(room, out var length, "O", CultureInfo.InvariantCulture)) throw new InvalidOperationException($"Expected room for a day, found {room.Length} bytes.");
        return Kept(FedKind.Text, room, length);
    }

    private FedValue Keep(byte[] bytes)
    {
        var room = Room(bytes.Length);
        bytes.CopyTo(room);
        return Kept(FedKind.Bytes, room, bytes.Length);
    }

    private FedValue Kept(FedKind kind, Span<byte> room, int length)
    {
        _used += length;
        // Of no length, a value still needs an address: without one it would be NULL.
        return new(kind, length, (nint)Unsafe.AsPointer(ref room[0]));
    }

    /// <returns>At least so many bytes, and one.</returns>
    private Span<byte> Room(int bytes)
    {
        if (_block >= 0 && _used + bytes < _texts[_block].Length) return _texts[_block].AsSpan(_used);
        _used = 0;
        while (++_block < _texts.Count)
            if (_texts[_block].Length > bytes) return _texts[_block];
        _texts.Add(GC.AllocateUninitializedArray<byte>(Math.Max(TextBlock, bytes + 1), pinned: true));
        return _texts[_block];
    }

    private void Grow()
    {
        var larger = GC.AllocateUninitializedArray<FedValue>(2 * _values.Length, pinned: true);
        _values.AsSpan(0, _count).CopyTo(larger);
        _values = larger;
    }
}
