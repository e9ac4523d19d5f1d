using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>How every connection to a server is set up, where <c>ClaimTracker:Database</c> doesn't say otherwise.</summary>
internal static class PostgresSettings
{
    /// <summary>
    /// Another process' commit is waited for so long, and no longer. A commit is on the server's disk when it returns; that setting is the server's.
    /// </summary>
    public const string ForWriting = "SET lock_timeout = '10s'";

    /// <summary>Compiling a plan takes longer than any question here, and with partitions plans look costly enough for it.</summary>
    private const string Options = "-c jit=off";

    /// <summary>Seconds; whoever waits for a connection is a visitor.</summary>
    private const int Patience = 5;

    /// <summary>Texts of statements that are kept prepared on each connection; there are some dozens.</summary>
    private const int Prepared = 200;

    public static NpgsqlConnectionStringBuilder Complete(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(given.Host)) throw new ArgumentException("no Host is in it");
        if (!Says("Database")) given.Database = "claimtracker";
        if (!Says("Application Name")) given.ApplicationName = "claimtracker";
        if (!Says("Options")) given.Options = Options;
        if (!Says("Timeout")) given.Timeout = Patience;
        if (!Says("Max Auto Prepare")) (given.MaxAutoPrepare, given.AutoPrepareMinUsages) = (Prepared, 2);
        // Nothing that a connection is told is ever changed, so there is nothing to be put back when it returns to the pool.
        if (!Says("No Reset On Close")) given.NoResetOnClose = true;
        return given;

        bool Says(string setting) => given.ContainsKey(setting) && given.ShouldSerialize(setting);
    }
}
