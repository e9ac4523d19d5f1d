using System.CommandLine;

namespace ClaimTracker.Cli.Commands;

/// <summary>The folder of the database, for verbs that open it.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the database. By default 'data' in the current folder.",
        DefaultValueFactory = _ => "data",
    };
}
