using System.CommandLine;
using ClaimTracker.Cli.Commands;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Storage;

namespace ClaimTracker.Cli;

/// <summary>The verbs, and what all of them share: errors as sentences and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>One file for each verb in <c>Commands</c>; here they are listed.</summary>
    private static readonly Func<Streams, Command>[] Verbs =
        [ExtractCommand.Create, CompareCommand.Create, IngestCommand.Create, ExportCommand.Create, EvaluateCommand.Create, TrainCommand.Create];

    public static async Task<int> RunAsync(string[] args, Streams streams, CancellationToken stop)
    {
        var root = new RootCommand("Reads news articles into a record of who claimed what, and sets contradictory claims side by side.");
        foreach (var verb in Verbs) root.Add(verb(streams));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await streams.Errors.WriteLineAsync(error.Message);
            var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            await streams.Errors.WriteLineAsync($"'claimtracker{verb} --help' says how it is used.");
            return ExitCode.WrongCommandLine;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
        }
        catch (InvalidDataFileException broken)
        {
            foreach (var problem in broken.Problems) await streams.Errors.WriteLineAsync(problem.ToString());
            return ExitCode.NotAll;
        }
        catch (Exception e) when (e is IOException or StoreUnavailableException)
        {
            // A pipe that was closed, a full disk, a backup file that exists, a database that can't be used.
            await streams.Errors.WriteLineAsync(e.Message);
            return ExitCode.NotAll;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Errors.WriteLineAsync("Stopped. What was done before stays.");
            return ExitCode.NotAll;
        }
    }
}
