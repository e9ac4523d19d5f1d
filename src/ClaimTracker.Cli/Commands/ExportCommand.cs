using System.CommandLine;
using ClaimTracker.Storage;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker export --backup FILE</c>: a consistent copy of the database, while others read and write it.</summary>
internal static class ExportCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("export", "Copies the database. To restore it, copy the file back as claims.db.");
        var backup = new Option<string>("--backup") { HelpName = "FILE", Description = "Where to; must not be there yet.", Required = true };
        command.Add(backup);
        var data = new DataOption(command);
        command.SetAction((parsed, _) =>
        {
            using var database = data.Database(parsed);
            if (database.File.Length > 0 && !File.Exists(database.File))
            {
                streams.Errors.WriteLine($"Expected a database, found nothing at '{database.File}'.");
                return Task.FromResult(ExitCode.NotAll);
            }

            database.BackUp(parsed.GetValue(backup)!);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
