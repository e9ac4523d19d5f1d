using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Storage.Queries;

/// <summary>Full-text search as SQLite does it.</summary>
internal static class PassageSearch
{
    /// <summary>Claims whose passage has all the terms, with a rank: the lower, the better. Who speaks is not looked at.</summary>
    public static Task<List<(int Id, double Rank)>> ClaimsAsync(ClaimDbContext db, IReadOnlyList<SearchTerm> terms, bool ranked, CancellationToken stop) => FindAsync(
        db, ranked ? "SELECT rowid, rank FROM claim_search WHERE claim_search MATCH $1" : "SELECT rowid, 0.0 FROM claim_search WHERE claim_search MATCH $1", terms, stop);

    /// <summary>Articles that have all the terms in title or text, the best first.</summary>
    public static Task<List<(int Id, double Rank)>> ArticlesAsync(ClaimDbContext db, IReadOnlyList<SearchTerm> terms, CancellationToken stop) =>
        FindAsync(db, "SELECT rowid, rank FROM article_search WHERE article_search MATCH $1 ORDER BY rank, rowid", terms, stop);

    /// <summary>As FTS5 reads it. It joins plain phrases without a word between them tighter than anything else, and in any number.</summary>
    internal static string ToFts5(IReadOnlyList<SearchTerm> terms)
    {
        var plain = string.Join(' ', terms.Where(t => t.Names.Count == 0).SelectMany(t => t.Typed).Select(Quoted));
        var named = terms.Where(t => t.Names.Count > 0)
            .Select(t => $"(({string.Join(' ', t.Typed.Select(Quoted))}) OR {string.Join(" OR ", t.Names.Select(Quoted))})");
        return string.Join(" AND ", named.Prepend(plain).Where(part => part.Length > 0));
    }

    /// <summary>Words hold letters and digits alone: there is no quotation mark to escape.</summary>
    private static string Quoted(SearchPhrase phrase) => $"\"{string.Join(' ', phrase.Words)}\"{(phrase.Beginning ? "*" : "")}";

    private static async Task<List<(int Id, double Rank)>> FindAsync(ClaimDbContext db, string sql, IReadOnlyList<SearchTerm> terms, CancellationToken stop)
    {
        var found = new List<(int, double)>();
        if (terms.Count == 0) return found;
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var words = command.CreateParameter();
        (words.ParameterName, words.Value) = ("$1", ToFts5(terms));
        command.Parameters.Add(words);
        using var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
        while (await reader.ReadAsync(stop).ConfigureAwait(false)) found.Add((reader.GetInt32(0), reader.GetDouble(1)));
        return found;
    }
}
