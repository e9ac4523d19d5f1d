using System.Net.Sockets;
using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>PostgreSQL's errors that are nobody's mistake here, in words.</summary>
/// <remarks>Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html. What isn't listed is a mistake of ours and stays an exception.</remarks>
internal static class PostgresFaults
{
    private const string Again = "It is tried again every few seconds, and nothing is lost.";

    /// <summary>Looks through an exception and what caused it.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="place">The database, as people are told.</param>
    /// <returns>Null for anything else.</returns>
    public static StoreFault? Of(Exception? error, string place)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is StoreUnavailableException known) return known.Fault;
            if (error is PostgresException answer) return Of(answer, place);
            if (error is NpgsqlException or SocketException) return Away(place, (error.InnerException ?? error).Message);
        }

        return null;
    }

    public static StoreFault Foreign(string place) => new(
        StoreFaultKind.Foreign, $"Expected a database of this program as {place}, found the tables of another program. Name another database in ClaimTracker:Database.");

    public static StoreFault Newer(string place, string change) => new(
        StoreFaultKind.Newer,
        $"Expected a database of this version of the program or an older one as {place}, found one that a newer version has changed ({change}). "
        + "Start the newer version, or name another database in ClaimTracker:Database.");

    public static StoreFault NotUnderstood(string found) => new(
        StoreFaultKind.Refused, $"Expected ClaimTracker:Database to be like 'Host=server;Database=claims;Username=name;Password=…', but it can't be read ({found.TrimEnd('.')}).");

    private static StoreFault? Of(PostgresException error, string place) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Refused(place, error, "Correct Username and Password in ClaimTracker:Database"),
        PostgresErrorCodes.InvalidCatalogName => Refused(place, error, "Make it with CREATE DATABASE, or name another one in ClaimTracker:Database"),
        PostgresErrorCodes.InsufficientPrivilege => Refused(place, error, "Let the program's user own the database: ALTER DATABASE … OWNER TO …"),
        PostgresErrorCodes.ReadOnlySqlTransaction => new(
            StoreFaultKind.NotWritable, $"Expected to write to {place}, found a server that only reads, such as a replica. Name the one that writes in ClaimTracker:Database. {Again}")
        { CanRead = true },
        PostgresErrorCodes.DiskFull => new(StoreFaultKind.Full, $"Expected room to write to {place}, found the server's disk full. Make room on it. {Again}") { CanRead = true },
        PostgresErrorCodes.TooManyConnections => new(
            StoreFaultKind.Locked, $"Expected to connect to {place}, but all its connections are taken. Raise max_connections there, or end some program that holds them. {Again}"),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => new(
            StoreFaultKind.Locked, $"Expected to write to {place}, but somebody keeps it locked ({Said(error)}). End that session or wait for it. {Again}")
        { CanRead = true },
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(
            StoreFaultKind.Damaged, $"Expected a whole database as {place}, found it damaged ({Said(error)}). Restore it from the server's backups."),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => Away(place, error.MessageText),
        _ => null,
    };

    private static StoreFault Away(string place, string found) => new(
        StoreFaultKind.Away, $"Expected an answer from {place}, but the server can't be reached ({found.TrimEnd('.')}). Start it, or correct Host and Port in ClaimTracker:Database. {Again}");

    private static StoreFault Refused(string place, PostgresException error, string next) =>
        new(StoreFaultKind.Refused, $"Expected to use {place}, but the server refuses it ({Said(error)}). {next}. {Again}");

    private static string Said(PostgresException error) => error.MessageText.TrimEnd('.');
}
