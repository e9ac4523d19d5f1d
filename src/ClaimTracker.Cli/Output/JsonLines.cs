using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimTracker.Cli.Output;

/// <summary>JSON values, each on a line of its own.</summary>
internal sealed class JsonLines(Stream output) : IDisposable
{
    // Quotation marks and accents as they are: this goes to a file or a program, never into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new(16 * 1024);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    public void Write(Action<Utf8JsonWriter> value)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        value(_json);
        _json.Flush();
        output.Write(_line.WrittenSpan);
        output.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        output.Flush();
        _json.Dispose();
    }
}
