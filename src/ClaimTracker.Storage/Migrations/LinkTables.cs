using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Migrations;

/// <summary>Tables that join claims and articles to what they have: topics, places, figures, actors. They are most of the rows.</summary>
/// <remarks>
/// SQLite keeps a table by a number of its own and its key in an index beside it: each of these rows twice. Without that number the key is the table, so
/// that a row is written once and what a range of claims has is read from one place. The model knows nothing of it.
/// </remarks>
internal static class LinkTables
{
    /// <summary>Name; columns after the two of the key; where the second column of the key or another one refers to, and what then hinders or follows deleting.</summary>
    private static readonly (string Name, string Owner, string Owners, string Second, string Others, string Refers, string To, string OnDelete)[] Tables =
    [
        ("claim_topics", "claim_id", "claims", "topic_id", "ordinal", "topic_id", "topics", "RESTRICT"),
        ("claim_places", "claim_id", "claims", "place_id", "ordinal", "place_id", "places", "RESTRICT"),
        ("claim_statistics", "claim_id", "claims", "statistic_id", "ordinal", "statistic_id", "statistics", "CASCADE"),
        ("mentions", "article_id", "articles", "ordinal", "actor_id start end", "actor_id", "actors", "RESTRICT"),
    ];

    public static void RebuildLinkTables(this MigrationBuilder migration, bool withRowId)
    {
        foreach (var (name, owner, owners, second, others, refers, to, onDelete) in Tables)
        {
            var columns = string.Join(", ", ((string[])[owner, second, .. others.Split(' ')]).Select(column => $"\"{column}\""));
            migration.Sql(
                $"""
                CREATE TABLE "rebuilt_{name}" (
                    {columns.Replace(",", " INTEGER NOT NULL,", StringComparison.Ordinal)} INTEGER NOT NULL,
                    CONSTRAINT "PK_{name}" PRIMARY KEY ("{owner}", "{second}"),
                    CONSTRAINT "FK_{name}_{owners}_{owner}" FOREIGN KEY ("{owner}") REFERENCES "{owners}" ("id") ON DELETE CASCADE,
                    CONSTRAINT "FK_{name}_{to}_{refers}" FOREIGN KEY ("{refers}") REFERENCES "{to}" ("id") ON DELETE {onDelete}
                ){(withRowId ? "" : " WITHOUT ROWID")};
                """);
            migration.Sql($"INSERT INTO \"rebuilt_{name}\" ({columns}) SELECT {columns} FROM \"{name}\" ORDER BY \"{owner}\", \"{second}\";");
            migration.Sql($"DROP TABLE \"{name}\";");
            migration.Sql($"ALTER TABLE \"rebuilt_{name}\" RENAME TO \"{name}\";");
            migration.Sql($"CREATE INDEX \"IX_{name}_{refers}\" ON \"{name}\" (\"{refers}\");");
        }
    }
}
