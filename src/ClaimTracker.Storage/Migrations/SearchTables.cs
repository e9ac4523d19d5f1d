using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Migrations;

/// <summary>Full-text search over passages and articles, which the model doesn't know of.</summary>
/// <remarks>
/// External content: the words stand in <c>claims</c> and <c>articles</c> alone, the index beside them. Triggers keep it in step in the
/// transaction that changes a row, deletes by reference included, so that no writer can forget it; new rows come in by the writer, a transaction's at once
/// (<see cref="Writing.SearchRows"/>).
/// No stemming: who checks a quotation looks for words as they were printed, and <c>word*</c> is there for the rest.
/// </remarks>
internal static class SearchTables
{
    private static readonly (string Search, string Rows, string[] Columns)[] Tables =
        [("claim_search", "claims", ["passage"]), ("article_search", "articles", ["title", "text"])];

    public static void CreateSearchTables(this MigrationBuilder migration)
    {
        foreach (var (search, rows, columns) in Tables)
        {
            var names = string.Join(", ", columns);
            var put = $"INSERT INTO {search} (rowid, {names}) VALUES (new.id, {string.Join(", ", columns.Select(c => "new." + c))});";
            var take = $"INSERT INTO {search} ({search}, rowid, {names}) VALUES ('delete', old.id, {string.Join(", ", columns.Select(c => "old." + c))});";
            var changed = string.Join(" OR ", columns.Select(c => $"old.{c} IS NOT new.{c}"));
            migration.Sql(
                $"CREATE VIRTUAL TABLE {search} USING fts5({names}, content='{rows}', content_rowid='id', tokenize='unicode61 remove_diacritics 2');");
            migration.Sql($"CREATE TRIGGER {rows}_search_insert AFTER INSERT ON {rows} BEGIN {put} END;");
            migration.Sql($"CREATE TRIGGER {rows}_search_delete AFTER DELETE ON {rows} BEGIN {take} END;");
            migration.Sql($"CREATE TRIGGER {rows}_search_update AFTER UPDATE ON {rows} WHEN {changed} BEGIN {take} {put} END;");
        }
    }

    public static void DropInsertTriggers(this MigrationBuilder migration)
    {
        foreach (var (_, rows, _) in Tables) migration.Sql($"DROP TRIGGER {rows}_search_insert;");
    }

    public static void CreateInsertTriggers(this MigrationBuilder migration)
    {
        foreach (var (search, rows, columns) in Tables)
        {
            migration.Sql(
                $"CREATE TRIGGER {rows}_search_insert AFTER INSERT ON {rows} BEGIN INSERT INTO {search} (rowid, {string.Join(", ", columns)}) "
                + $"VALUES (new.id, {string.Join(", ", columns.Select(c => "new." + c))}); END;");
        }
    }

    public static void DropSearchTables(this MigrationBuilder migration)
    {
        foreach (var (search, rows, _) in Tables)
        {
            foreach (var change in (string[])["insert", "delete", "update"]) migration.Sql($"DROP TRIGGER {rows}_search_{change};");
            migration.Sql($"DROP TABLE {search};");
        }
    }
}
