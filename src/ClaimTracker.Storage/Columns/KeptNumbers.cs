using System.Runtime.InteropServices;

namespace ClaimTracker.Storage.Columns;

/// <summary>Numbers of columns in a stream, one after the other as memory has them: written and read by the same build on the same machine.</summary>
internal sealed class KeptNumbers(Stream stream)
{
    /// <summary>No column is longer: beyond it, what is read is no length.</summary>
    private const int MostLength = 1 << 28;

    public void Add(int number) => stream.Write(MemoryMarshal.AsBytes([number]));

    public void Add(long number) => stream.Write(MemoryMarshal.AsBytes([number]));

    public void AddAll<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        Add(numbers.Length);
        stream.Write(MemoryMarshal.AsBytes(numbers));
    }

    public void Add(string text) => AddAll<char>(text);

    /// <exception cref="EndOfStreamException">There is none.</exception>
    public int Number()
    {
        Span<int> number = [0];
        stream.ReadExactly(MemoryMarshal.AsBytes(number));
        return number[0];
    }

    public long LongNumber()
    {
        Span<long> number = [0];
        stream.ReadExactly(MemoryMarshal.AsBytes(number));
        return number[0];
    }

    /// <exception cref="InvalidDataException">What stands there is no length.</exception>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public T[] All<T>()
        where T : unmanaged
    {
        var length = Number();
        if (length is < 0 or > MostLength) throw new InvalidDataException($"Expected a length, found {length}.");
        var numbers = new T[length];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public string Text() => new(All<char>());
}
