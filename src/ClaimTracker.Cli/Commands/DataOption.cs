using System.CommandLine;
using ClaimTracker.Storage;

namespace ClaimTracker.Cli.Commands;

/// <summary>Which database, for verbs that open it.</summary>
internal sealed class DataOption
{
    /// <summary>The service's setting as an environment variable: who has set it for the one need not say it again for the other.</summary>
    private const string Setting = "ClaimTracker__Database";

    private readonly Option<string> _folder = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the database. By default 'data' in the current folder.",
        DefaultValueFactory = _ => "data",
    };

    private readonly Option<string?> _server = new("--database")
    {
        HelpName = "ADDRESS",
        Description = $"A PostgreSQL database instead: 'Host=…;Database=…;Username=…'. By default what {Setting} says, if anything.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Setting),
    };

    public DataOption(Command command)
    {
        command.Add(_folder);
        command.Add(_server);
    }

    /// <summary>Nothing is opened yet.</summary>
    /// <exception cref="StoreUnavailableException">The address can't be read.</exception>
    public ClaimDatabase Database(ParseResult parsed) => ClaimDatabase.At(parsed.GetValue(_folder)!, parsed.GetValue(_server));
}
