using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>
/// The web program as a process of its own, started as <c>dotnet run --no-build --project src/ClaimTracker.Web</c> starts it:
/// its built output, with its project folder as working directory. Only the address and the data path differ.
/// </summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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

    /// <summary>What the program wrote so far, line by line.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts the program on a free port and returns when it listens.</summary>
    /// <param name="dataPath">Where the program keeps its database.</param>
    /// <param name="settings">Further configuration, as environment variables name it: <c>ClaimTracker__DataPath</c>.</param>
    /// <exception cref="InvalidOperationException">The program ended or did not listen; the message has what it wrote.</exception>
    public static async Task<WebProgram> StartAsync(string dataPath, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltProgram(), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Repository.PathOf("src", "ClaimTracker.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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

    /// <summary>Waits until as many articles are in as given.</summary>
    /// <exception cref="InvalidOperationException">They did not come in; the message has what the program wrote.</exception>
    public async Task WaitForArticlesAsync(int articles)
    {
        var waited = Stopwatch.StartNew();
        var found = 0;
        while (waited.Elapsed < Patience && !_process.HasExited)
        {
            found = await ArticlesAsync();
            if (found >= articles)
                return;
            await Task.Delay(100);
        }

        throw Trouble($"Expected {articles} articles, found {found} after {waited.Elapsed.TotalSeconds:0} s.");
    }

    public async Task<int> ArticlesAsync() =>
        (await Http.GetFromJsonAsync<JsonElement>("/api/v1/articles")).GetProperty("total").GetInt32();

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
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Http.Dispose();
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
            throw Trouble($"The program did not listen within {Patience.TotalSeconds:0} s.");
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
