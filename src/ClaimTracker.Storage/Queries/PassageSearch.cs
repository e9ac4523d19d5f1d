using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Storage.Queries;

/// <summary>Full-text search as SQLite does it.</summary>
internal static class PassageSearch
{
    /// <summary>Claims whose passage has the words, with a rank: the lower, the better.</summary>
    public static Task<List<(int Id, double Rank)>> ClaimsAsync(ClaimDbContext db, string text, bool ranked, CancellationToken stop) =>
        FindAsync(db, ranked ? "SELECT rowid, rank FROM claim_search WHERE claim_search MATCH $1" : "SELECT rowid, 0.0 FROM claim_search WHERE claim_search MATCH $1", text, stop);

    /// <summary>Articles that have the words in title or text, the best first.</summary>
    public static Task<List<(int Id, double Rank)>> ArticlesAsync(ClaimDbContext db, string text, CancellationToken stop) =>
        FindAsync(db, "SELECT rowid, rank FROM article_search WHERE article_search MATCH $1 ORDER BY rank, rowid", text, stop);

    private static async Task<List<(int Id, double Rank)>> FindAsync(ClaimDbContext db, string sql, string text, CancellationToken stop)
    {
        var found = new List<(int, double)>();
        if (SearchText.ToFts5(text) is not { } query) return found;
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var words = command.CreateParameter();
        (words.ParameterName, words.Value) = ("$1", query);
        command.Parameters.Add(words);
        using var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
        while (await reader.ReadAsync(stop).ConfigureAwait(false)) found.Add((reader.GetInt32(0), reader.GetDouble(1)));
        return found;
    }
}
