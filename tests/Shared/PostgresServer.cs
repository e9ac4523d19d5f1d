using System.Diagnostics;

namespace ClaimTracker.Tests;

/// <summary>A PostgreSQL server of this test process' own: started when a test first asks for it, in a temporary folder, reached by a socket in it; gone with the process.</summary>
/// <remarks>
/// It runs as an unprivileged user, as the server insists on. A shell between this process and the server waits on a pipe, so that the
/// server stops even where this process is killed. Nothing has to survive it, so nothing is waited for to be on the disk.
/// </remarks>
internal sealed class PostgresServer
{
    private const int OldestVersion = 15;
    private const string Owner = "claims";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<PostgresServer> Running = new(Start);

    /// <summary>Stops the server when its standard input ends, which it does with this process.</summary>
    private const string UntilInputEnds = """trap "" TERM INT; exec 3<&0; "$@" >"$LOG" 2>&1 </dev/null & server=$!; cat <&3 >/dev/null; kill -INT $server; wait $server; rm -rf "$FOLDER" """;

    private readonly string _programs;
    private readonly string _folder;
    private readonly Process _shell;
    private int _databases;

    private PostgresServer(string programs, string folder)
    {
        (_programs, _folder) = (programs, folder);
        var user = Environment.IsPrivilegedProcess ? UnprivilegedUser() : null;
        if (user is not null) Run("chown", "-R", user, folder);
        Run([.. As(user), Program("initdb"), "-D", Data, "-U", Owner, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]);
        // One role has to give a password, for the test of a wrong one.
        var rules = Path.Combine(Data, "pg_hba.conf");
        File.WriteAllText(rules, "local all guarded scram-sha-256\n" + File.ReadAllText(rules));
        var start = new ProcessStartInfo("sh", ["-c", UntilInputEnds, "sh", .. As(user), Program("postgres"), "-D", Data, "-k", folder, .. Settings])
        {
            RedirectStandardInput = true,
            Environment = { ["LOG"] = Path.Combine(folder, "log"), ["FOLDER"] = folder },
        };
        _shell = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        WaitUntilItAnswers();
        Sql("postgres", "CREATE ROLE guarded LOGIN PASSWORD 'right'");
    }

    /// <summary>The server of this process; the first that asks waits for its start.</summary>
    /// <exception cref="InvalidOperationException">There is none and it could not be installed or started; the message says what is missing.</exception>
    public static PostgresServer Instance => Running.Value;

    private static string[] Settings =>
    [
        "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "shared_buffers=64MB", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
    ];

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database and says how to connect to it.</summary>
    /// <param name="template">The database that it is a copy of; nobody may be connected to it.</param>
    public string Create(string template = "template0")
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        Sql("postgres", $"CREATE DATABASE {name} TEMPLATE {template}");
        return Address(name);
    }

    /// <summary>How to connect to a database.</summary>
    public string Address(string database, string user = Owner) => $"Host={_folder};Database={database};Username={user};Maximum Pool Size=20";

    /// <summary>Ends all connections to a database, and it too.</summary>
    public void Drop(string address) => Sql("postgres", $"DROP DATABASE IF EXISTS {NameIn(address)} WITH (FORCE)");

    /// <summary>Runs statements.</summary>
    /// <returns>What they print, fields parted by <c>|</c>.</returns>
    public string Sql(string database, string sql) => Run(Program("psql"), "-h", _folder, "-U", Owner, "-d", database, "-v", "ON_ERROR_STOP=1", "-qAtc", sql).Trim();

    public static string NameIn(string address) => address.Split("Database=")[1].Split(';')[0];

    private static PostgresServer Start()
    {
        var programs = Find() ?? Install();
        var folder = Directory.CreateTempSubdirectory("claims-pg-").FullName;
        return new(programs, folder);
    }

    private static string? Find()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Append("/usr/local/pgsql/bin").Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .Select(folder => (Folder: folder, Version: VersionOf(folder))).Where(f => f.Version >= OldestVersion).OrderByDescending(f => f.Version).Select(f => f.Folder).FirstOrDefault();
    }

    /// <summary>“postgres (PostgreSQL) 15.4 (Debian …)”.</summary>
    private static int VersionOf(string folder) => int.Parse(Run(Path.Combine(folder, "postgres"), "--version").Split(' ')[2].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string Install()
    {
        var problem = "only as root on Debian can it be installed by this test";
        if (Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version"))
        {
            try
            {
                Run("apt-get", "update");
                Run("apt-get", "install", "-y", "--no-install-recommends", "postgresql");
                problem = "the installation left none";
            }
            catch (InvalidOperationException e)
            {
                problem = e.Message;
            }
        }

        return Find() ?? throw new InvalidOperationException(
            $"Tests of the store need PostgreSQL {OldestVersion} or later: no initdb is in /usr/lib/postgresql/*/bin, on PATH or in /usr/local/pgsql/bin, and {problem}. Install PostgreSQL and run the tests again.");
    }

    /// <summary>What distributions make for servers, or for nobody.</summary>
    private static string UnprivilegedUser() =>
        new[] { "postgres", "nobody" }.FirstOrDefault(user => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(user + ":", StringComparison.Ordinal)))
        ?? throw new InvalidOperationException("PostgreSQL refuses to run as root; expected a user 'postgres' or 'nobody' in /etc/passwd, found neither.");

    private static string[] As(string? user) => user is null ? [] : ["setpriv", $"--reuid={user}", $"--regid={Run("id", "-g", user).Trim()}", "--clear-groups"];

    private string Program(string name) => Path.Combine(_programs, name);

    private void WaitUntilItAnswers()
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Sql("postgres", "SELECT 1");
                return;
            }
            catch (InvalidOperationException e)
            {
                if (_shell.HasExited || began.Elapsed > Patience)
                    throw new InvalidOperationException($"Expected PostgreSQL to start in {_folder}, but it doesn't answer ({e.Message}). Its log says: {ReadLog()}", e);
                Thread.Sleep(100);
            }
        }
    }

    private string ReadLog() => File.Exists(Path.Combine(_folder, "log")) ? File.ReadAllText(Path.Combine(_folder, "log")) : "nothing";

    private void Stop()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(Patience);
    }

    private static string Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"“{string.Join(' ', command)}” ended with {process.ExitCode}: {errors.Result.Trim()}");
    }
}
