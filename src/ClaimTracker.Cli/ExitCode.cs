namespace ClaimTracker.Cli;

/// <summary>What a command ends with.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Some of it was not; what was not is named on standard error.</summary>
    public const int NotAll = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongCommandLine = 2;
}
