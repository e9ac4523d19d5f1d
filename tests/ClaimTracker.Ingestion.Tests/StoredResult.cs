using ClaimTracker.Storage;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>What is stored of a comparison, with keys in the place of numbers, in an order of its own.</summary>
internal static class StoredResult
{
    private static readonly string[] Queries =
    [
        """
        SELECT d.slug, d.question, d.kind, d.score, d.why, d.difference, d.features, d.topics, d.from_day, d.to_day, p.position, p.supporting, p.ordinal, p.side, c.key
        FROM disputes d LEFT JOIN dispute_claims p ON p.dispute_id = d.id LEFT JOIN claims c ON c.id = p.claim_id
        """,
        "SELECT group_concat(c.key || p.ordinal), r.why, r.features, r.score FROM repeats r LEFT JOIN repeat_claims p ON p.repeat_id = r.id LEFT JOIN claims c ON c.id = p.claim_id GROUP BY r.id",
        "SELECT a.key, b.key, n.reason, n.why, n.features, n.score FROM not_comparable n JOIN claims a ON a.id = n.first_claim_id JOIN claims b ON b.id = n.second_claim_id",
        "SELECT s.kind, a.key, b.key, s.why, s.difference, s.features, s.score FROM shifts s JOIN claims a ON a.id = s.earlier_claim_id JOIN claims b ON b.id = s.later_claim_id",
        "SELECT group_concat(a.key || p.ordinal), o.agency, o.why, o.features, o.score FROM origins o LEFT JOIN origin_articles p ON p.origin_id = o.id LEFT JOIN articles a ON a.id = p.article_id GROUP BY o.id",
        "SELECT a.key, s.kind, s.terms, s.total, s.computed, s.holds, s.why FROM arithmetic_checks s JOIN articles a ON a.id = s.article_id",
    ];

    /// <summary>A line for each row of each kind.</summary>
    public static IReadOnlyList<string> Of(ClaimDatabase database)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. Queries.Index().SelectMany(q => Rows(connection, q.Index, q.Item)).Order(StringComparer.Ordinal)];
    }

    private static List<string> Rows(SqliteConnection connection, int kind, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add($"{kind}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(n => Cell(reader.GetValue(n))))}");
        return rows;
    }

    /// <summary>Members that SQLite gathered in no order of its own.</summary>
    private static object Cell(object value) => value is string text && text.Contains(',', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)
        ? string.Join(',', text.Split(',').Order(StringComparer.Ordinal))
        : value;
}
