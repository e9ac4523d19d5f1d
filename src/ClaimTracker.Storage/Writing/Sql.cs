namespace ClaimTracker.Storage.Writing;

/// <summary>Statements made of a list of columns, once, so that names and parameters can't drift apart.</summary>
internal static class Sql
{
    /// <summary><c>INSERT INTO table (a, b) VALUES ($1, $2)</c>.</summary>
    public static string Insert(string table, params ReadOnlySpan<string> columns)
    {
        var names = columns.ToArray();
        return $"INSERT INTO {table} ({string.Join(", ", names.Select(Quoted))}) VALUES ({string.Join(", ", names.Select((_, i) => $"${i + 1}"))})";
    }

    /// <summary>As <see cref="Insert"/>; a row with the same first column is changed instead. Returns the row's id.</summary>
    public static string Upsert(string table, params ReadOnlySpan<string> columns)
    {
        var changes = string.Join(", ", columns[1..].ToArray().Select(c => $"{Quoted(c)} = excluded.{Quoted(c)}"));
        return $"{Insert(table, columns)} ON CONFLICT ({Quoted(columns[0])}) DO UPDATE SET {changes} RETURNING id";
    }

    /// <summary><c>UPDATE table SET a = $1, b = $2 WHERE id = $3</c>.</summary>
    public static string Update(string table, params ReadOnlySpan<string> columns) =>
        $"UPDATE {table} SET {string.Join(", ", columns.ToArray().Select((c, i) => $"{Quoted(c)} = ${i + 1}"))} WHERE id = ${columns.Length + 1}";

    /// <summary>Some names are words of SQL: <c>end</c>, <c>key</c>.</summary>
    private static string Quoted(string name) => $"\"{name}\"";
}
