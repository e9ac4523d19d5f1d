using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Benchmarks;

/// <summary>What SQLite's own shell takes for the same rows: <c>.import</c> into the same tables, then the same indexes, then full-text search.</summary>
internal static class SqliteShell
{
    /// <summary>Without the original bytes, which the shell's text formats don't carry: the shell has that much less to do.</summary>
    private const string Tables =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'originals'";

    /// <returns>Null where there is no <c>sqlite3</c>.</returns>
    public static (TimeSpan Took, TimeSpan Processor)? Import(string database, string folder)
    {
        if (Run(database, "SELECT 1;") is null) return null;
        Directory.CreateDirectory(folder);
        var tables = Run(database, Tables + ";")!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var copy = Path.Combine(folder, "shell.db");
        var script = new StringBuilder("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA threads = 2;\n.mode ascii\n");
        foreach (var table in tables)
        {
            Run(database, $".mode ascii\n.once '{Path.Combine(folder, table)}'\nSELECT * FROM {table};\n");
            script.AppendLine(Sql(database, "table", table)).AppendLine(FormattableString.Invariant($".import '{Path.Combine(folder, table)}' {table}"));
        }

        script.AppendLine(Run(database, "SELECT sql || ';' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> 'originals';"));
        foreach (var search in (string[])["claim_search", "article_search"])
            script.AppendLine(Sql(database, "table", search)).AppendLine(FormattableString.Invariant($"INSERT INTO {search} ({search}) VALUES ('rebuild');"));
        File.Delete(copy);
        var began = Stopwatch.GetTimestamp();
        var processor = RunTimed(copy, script.ToString());
        var took = Stopwatch.GetElapsedTime(began);
        var (rows, same) = (Run(database, "SELECT count(*) FROM claims;"), Run(copy, "SELECT count(*) FROM claims;"));
        return rows == same ? (took, processor) : throw new InvalidOperationException($"Expected the shell to import {rows!.Trim()} claims, found {same!.Trim()}.");
    }

    private static string Sql(string database, string type, string name) =>
        Run(database, $"SELECT sql || ';' FROM sqlite_master WHERE type = '{type}' AND name = '{name}';")!;

    private static string? Run(string database, string script) => Run("sqlite3", ["-bail", database], script);

    /// <summary>The shell itself says what the programs that it ran took of the processor: <c>0m1.5s 0m0.2s</c> in the last line, user and system.</summary>
    private static TimeSpan RunTimed(string database, string script)
    {
        var printed = Run("sh", ["-c", "sqlite3 -bail \"$0\" && times", database], script)!;
        var times = printed.TrimEnd().Split('\n')[^1].Split(' ').Select(time => time.TrimEnd('s').Split('m').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray());
        return TimeSpan.FromSeconds(times.Sum(time => time[0] * 60 + time[1]));
    }

    /// <returns>What it printed; null where there is no such program.</returns>
    private static string? Run(string program, string[] arguments, string script)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            shell.StandardInput.Write(script);
            shell.StandardInput.Close();
            var printed = shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
            return shell.ExitCode == 0 ? printed : throw new InvalidOperationException($"Expected {program} to run its script, found exit code {shell.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
