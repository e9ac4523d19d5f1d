using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Words with their places, as <c>tsvector</c> takes them.</summary>
/// <remarks>The driver's own form of it (10.0.0) can't be written where the driver's buffer ends within one.</remarks>
/// <param name="places">Words of letters and digits alone; places ascending, from 1 to 16,383, at most 255 of them.</param>
internal sealed class SearchWords(IReadOnlyDictionary<string, List<int>> places)
{
    /// <summary>As a statement's parameter of no type: <c>'bridge':3,7 'river':1</c>.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (word, at) in places)
        {
            text.Append('\'').Append(word).Append('\'');
            if (at.Count > 0) text.Append(':').AppendJoin(',', at.Select(p => p.ToString(CultureInfo.InvariantCulture)));
            text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>As <c>COPY</c> reads it (<c>tsvectorrecv</c>): how many words, then each with a zero behind it, how many places it has, and the places.</summary>
    public byte[] ToBinary()
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), places.Count);
        bytes.Advance(sizeof(int));
        foreach (var (word, at) in places)
        {
            Encoding.UTF8.GetBytes(word, bytes);
            bytes.Write([(byte)0]);
            Write(at.Count);
            foreach (var place in at) Write(place);
        }

        return bytes.WrittenSpan.ToArray();

        void Write(int number)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(sizeof(ushort)), (ushort)number);
            bytes.Advance(sizeof(ushort));
        }
    }
}
