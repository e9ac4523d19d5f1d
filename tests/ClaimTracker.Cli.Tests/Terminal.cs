using System.Text;
using System.Text.Json;

namespace ClaimTracker.Cli.Tests;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Printed(int Code, string Output, string Errors)
{
    public IReadOnlyList<JsonElement> Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}

/// <summary>A folder to work in, and the command line run inside this process.</summary>
internal sealed class Terminal : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cli-").FullName;

    public static async Task<Printed> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, new(output, errors), CancellationToken.None);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
