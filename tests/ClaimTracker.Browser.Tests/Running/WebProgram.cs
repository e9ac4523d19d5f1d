using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>
/// The web program as a process of its own, started as <c>dotnet run --no-build --project src/ClaimTracker.Web</c> starts it:
/// its built output, with its project folder as working directory. Only the address and the data path differ.
/// </summary>
internal sealed class WebProgram : IAsyncDisposable
{
    /// <summary>The first command of the README.</summary>
    public const string Command = "dotnet run --project src/ClaimTracker.Web";

    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Talks to the program; its base address is the program's.</summary>
    public HttpClient Http { get; } = new();

    public Uri Address => Http.BaseAddress ?? throw new InvalidOperationException("The program was not started.");

    /// <summary>Starts the built program on a free port and returns when it listens.</summary>
    /// <param name="dataPath">Where the program keeps its database.</param>
    /// <param name="settings">Further configuration, as environment variables name it: <c>ClaimTracker__Folders__0</c>.</param>
    /// <exception cref="InvalidOperationException">The program ended or did not listen; the message has what it wrote.</exception>
    public static Task<WebProgram> StartAsync(string dataPath, params IEnumerable<KeyValuePair<string, string>> settings) =>
        StartAsync(Repository.PathOf("src", "ClaimTracker.Web"), [BuiltProgram()], dataPath, settings);

    /// <summary>Starts the program by the command that new users are given, from the repository's folder, without building it once more.</summary>
    /// <exception cref="InvalidOperationException">The program ended or did not listen; the message has what it wrote.</exception>
    public static Task<WebProgram> StartByCommandAsync(string dataPath)
    {
        var configuration = typeof(WebProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return StartAsync(Repository.Root, [.. Command.Split(' ')[1..], "--no-build", "--configuration", configuration], dataPath, []);
    }

    /// <summary>Waits until the program has read its folders and compared what it found; returns what it logs about that run.</summary>
    /// <exception cref="InvalidOperationException">It did not come to an end; the message has what the program wrote.</exception>
    public Task<string> RunOfStartAsync() => LineAsync("Run (start): ");

    /// <summary>Waits until the program has logged a line with these words.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message has what the program wrote.</exception>
    public async Task<string> LineAsync(string words)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !_process.HasExited)
        {
            if (_output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(10);
        }

        throw Trouble($"Expected the program to log “{words}”; it did not within {waited.Elapsed.TotalSeconds:0} s.");
    }

    /// <summary>Ends it as Ctrl+C does, and waits until it has ended. Where there are no signals it is killed.</summary>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
            _process.Kill();
        else
            using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Ends it without a word of warning, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private static async Task<WebProgram> StartAsync(
        string folder, IReadOnlyList<string> arguments, string dataPath, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ClaimTracker__DataPath"] = dataPath;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var program = new WebProgram(new Process { StartInfo = start, EnableRaisingEvents = true });
        try
        {
            await program.ListenAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    private async Task ListenAsync()
    {
        _process.Exited += (_, _) => _listening.TrySetException(Trouble("The program ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Http.BaseAddress = await _listening.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw Trouble($"The program did not listen within {Patience.TotalMinutes:0} minutes.");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }

    private InvalidOperationException Trouble(string what) =>
        new($"{what} It wrote:{Environment.NewLine}{string.Join(Environment.NewLine, _output.TakeLast(40))}");

    /// <summary>The program's assembly out of the same build as these tests.</summary>
    private static string BuiltProgram()
    {
        var build = Path.GetRelativePath(Repository.PathOf("tests", "ClaimTracker.Browser.Tests"), AppContext.BaseDirectory);
        var program = Path.Combine(Repository.PathOf("src", "ClaimTracker.Web"), build, "ClaimTracker.Web.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"Expected the built program at {program}. Build the solution first.");
    }
}
