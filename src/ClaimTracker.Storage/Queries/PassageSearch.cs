using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Full-text search.</summary>
internal static class PassageSearch
{
    /// <summary>Claims whose passage has all the terms. Who speaks is not looked at.</summary>
    public static async Task ClaimsAsync(ClaimDbContext db, IReadOnlyList<SearchTerm> terms, Action<int> found, CancellationToken stop)
    {
        var search = SearchDialect.Of(db);
        if (terms.Count == 0 || search.Write(terms) is not { } asked) return;
        await PreparedSql.NumbersAsync(db, search.Id, $"FROM {search.Claims}", [asked], id => found((int)id), stop).ConfigureAwait(false);
    }

    /// <summary>How well they match, the lower the better, from one id on: the index goes straight there.</summary>
    public static async Task RanksAsync(ClaimDbContext db, IReadOnlyList<SearchTerm> terms, int fromId, Action<int, double> found, CancellationToken stop)
    {
        var search = SearchDialect.Of(db);
        if (terms.Count == 0 || search.Write(terms) is not { } asked) return;
        await using var rows = await PreparedSql.ReadAsync(
            db, $"SELECT {search.Id}, {search.ClaimRank} FROM {search.Claims} AND {search.Id} >= $2", [asked, fromId], stop).ConfigureAwait(false);
        while (rows.Read()) found(rows.GetInt32(0), rows.GetDouble(1));
    }

    /// <summary>Ids of articles that have all the terms in title or text, the best first.</summary>
    public static async Task<List<int>> ArticlesAsync(ClaimDbContext db, IReadOnlyList<SearchTerm> terms, int most, CancellationToken stop)
    {
        var (search, found) = (SearchDialect.Of(db), new List<int>());
        if (terms.Count == 0 || search.Write(terms) is not { } asked) return found;
        await using var rows = await PreparedSql.ReadAsync(
            db, $"SELECT {search.Id} FROM {search.Articles} ORDER BY {search.ArticleRank}, {search.Id} LIMIT $2", [asked, most], stop).ConfigureAwait(false);
        while (rows.Read()) found.Add(rows.GetInt32(0));
        return found;
    }

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
}
