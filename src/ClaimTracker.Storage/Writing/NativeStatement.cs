using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>A prepared statement bound and stepped by SQLite's own functions.</summary>
/// <remarks>
/// The driver looks every parameter up by name at every run, which for a row of forty columns costs more than the row. Texts are encoded into one
/// buffer that outlives the step, so SQLite copies none. Used by one thread at a time.
/// </remarks>
internal sealed unsafe partial class NativeStatement : IDisposable
{
    [GeneratedRegex(@"\$(?=\d)")]
    private static partial Regex Parameter();

    private const string ReturningId = " RETURNING id";
    private const int Row = 100, Done = 101, TextType = 3, Null = 5;
    private const nint Unchanged = 0, Copied = -1;
    private readonly nint _connection;
    private readonly nint _statement;
    private readonly bool _returnsId;
    private readonly List<byte[]> _outgrown = [];
    private byte[] _texts = GC.AllocateUninitializedArray<byte>(4096, pinned: true);

    public NativeStatement(SqliteConnection connection, string sql)
    {
        _connection = HandleOf(connection);
        // What a statement returns it gathers in a table made for it, which costs as much as the row; the id of a row that was added is known without.
        _returnsId = sql.StartsWith("INSERT", StringComparison.Ordinal) && sql.EndsWith(ReturningId, StringComparison.Ordinal)
            && !sql.Contains("ON CONFLICT", StringComparison.Ordinal);
        if (_returnsId) sql = sql[..^ReturningId.Length];
        // To SQLite “$1” is a name, numbered by where it first stands; “?1” is the first value wherever it stands.
        var text = Encoding.UTF8.GetBytes(Parameter().Replace(sql, "?") + '\0');
        fixed (byte* first = text) Check(Prepare(_connection, first, text.Length, out _statement, null));
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>The first column of its first row; null where there is no row or nothing in it.</returns>
    public long? Run(ReadOnlySpan<object?> values)
    {
        Bind(values);
        var code = Step(_statement);
        long? first = code == Row && ColumnType(_statement, 0) != Null ? ColumnNumber(_statement, 0) : null;
        while (code == Row) code = Step(_statement);
        // Reset answers with the step's error; asked before it, the connection has its words.
        var error = code == Done ? null : Error(code);
        _ = Reset(_statement);
        _outgrown.Clear();
        if (error is not null) throw error;
        return _returnsId ? LastId(_connection) : first;
    }

    /// <summary>Runs it to its end and hands on the numbers in the first columns of each row; 0 for what is not there.</summary>
    public void Each(ReadOnlySpan<object?> values, int columns, Action<ReadOnlySpan<long>> row)
    {
        Bind(values);
        Span<long> numbers = stackalloc long[columns];
        var code = Step(_statement);
        try
        {
            for (; code == Row; code = Step(_statement))
            {
                for (var i = 0; i < numbers.Length; i++) numbers[i] = ColumnNumber(_statement, i);
                row(numbers);
            }

            if (code != Done) throw Error(code);
        }
        finally
        {
            _ = Reset(_statement);
            _outgrown.Clear();
        }
    }

    /// <summary>As <see cref="Each(ReadOnlySpan{object}, int, Action{ReadOnlySpan{long}})"/> for the first column alone.</summary>
    public void Each(ReadOnlySpan<object?> values, Action<long> found)
    {
        Bind(values);
        try
        {
            var code = Step(_statement);
            for (; code == Row; code = Step(_statement)) found(ColumnNumber(_statement, 0));
            if (code != Done) throw Error(code);
        }
        finally
        {
            EndRows();
        }
    }

    /// <summary>Whether rows are being read from it, which it can do for one reader at a time.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Begins to read rows; <see cref="EndRows"/> ends it.</summary>
    public void BeginRows(ReadOnlySpan<object?> values)
    {
        Bind(values);
        IsRead = true;
    }

    /// <returns>False after the last row.</returns>
    public bool NextRow() => Step(_statement) switch
    {
        Row => true,
        Done => false,
        var code => throw Error(code),
    };

    public void EndRows()
    {
        _ = Reset(_statement);
        _outgrown.Clear();
        IsRead = false;
    }

    public bool IsNull(int column) => ColumnType(_statement, column) == Null;

    public bool IsText(int column) => ColumnType(_statement, column) == TextType;

    public long Number(int column) => ColumnNumber(_statement, column);

    public double Real(int column) => ColumnReal(_statement, column);

    public string Text(int column)
    {
        var text = ColumnText(_statement, column);
        return text is null ? "" : Encoding.UTF8.GetString(text, ColumnBytes(_statement, column));
    }

    public byte[] Bytes(int column)
    {
        var bytes = ColumnBlob(_statement, column);
        return bytes is null ? [] : new ReadOnlySpan<byte>(bytes, ColumnBytes(_statement, column)).ToArray();
    }

    /// <summary>A day as <see cref="StoredText"/> writes it.</summary>
    public DateOnly Day(int column) => DateOnly.ParseExact(Text(column), StoredText.DayForm, CultureInfo.InvariantCulture);

    public void Dispose() => _ = FinalizeStatement(_statement);

    private void Bind(ReadOnlySpan<object?> values)
    {
        Span<byte> free = _texts;
        for (var i = 0; i < values.Length; i++)
        {
            switch (values[i])
            {
                case null: Check(BindNull(_statement, i + 1)); break;
                case int number: Check(BindNumber(_statement, i + 1, number)); break;
                case long number: Check(BindNumber(_statement, i + 1, number)); break;
                case bool flag: Check(BindNumber(_statement, i + 1, flag ? 1 : 0)); break;
                case double number: Check(BindReal(_statement, i + 1, number)); break;
                case byte[] bytes: fixed (byte* at = bytes) Check(BindBlob(_statement, i + 1, at, bytes.Length, Copied)); break;
                case { } other: free = BindText(i + 1, StoredText.Of(other), free); break;
            }
        }
    }

    /// <returns>What is left of the buffer.</returns>
    private Span<byte> BindText(int index, string text, Span<byte> free)
    {
        if (free.Length < Encoding.UTF8.GetMaxByteCount(text.Length) && free.Length < Encoding.UTF8.GetByteCount(text))
        {
            // Earlier texts stay where they are bound to: a new buffer is taken for the rest of this row and kept for the next rows.
            _outgrown.Add(_texts);
            free = _texts = GC.AllocateUninitializedArray<byte>(Math.Max(2 * _texts.Length, 2 * Encoding.UTF8.GetMaxByteCount(text.Length)), pinned: true);
        }

        var length = Encoding.UTF8.GetBytes(text, free);
        // Zero bytes long, a text still needs an address: without one it would be NULL.
        fixed (byte* at = free) Check(BindText(_statement, index, at is null ? (byte*)1 : at, length, Unchanged));
        return free[length..];
    }

    private void Check(int code)
    {
        if (code != 0) throw Error(code);
    }

    private SqliteException Error(int code) => new(
        $"SQLite Error {code}: '{Marshal.PtrToStringUTF8(ErrorMessage(_connection))}'.", code, ExtendedErrorCode(_connection));

    /// <summary>The driver's handle is of a type that can't be named here (see <see cref="NativeSqlite"/>), but it is a handle.</summary>
    public static nint HandleOf(SqliteConnection connection) =>
        ((SafeHandle)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!).DangerousGetHandle();

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_prepare_v2")]
    private static partial int Prepare(nint connection, byte* sql, int length, out nint statement, byte** rest);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_bind_null")]
    private static partial int BindNull(nint statement, int index);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_bind_int64")]
    private static partial int BindNumber(nint statement, int index, long value);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_bind_double")]
    private static partial int BindReal(nint statement, int index, double value);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int index, byte* text, int length, nint lifetime);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_bind_blob")]
    private static partial int BindBlob(nint statement, int index, byte* bytes, int length, nint lifetime);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    // What a column holds is in memory already when the row has been stepped to: the collector need not be told of so short a call.
    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    private static partial long ColumnNumber(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    private static partial double ColumnReal(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    private static partial byte* ColumnText(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_last_insert_rowid")]
    private static partial long LastId(nint connection);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_finalize")]
    private static partial int FinalizeStatement(nint statement);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_errmsg")]
    private static partial nint ErrorMessage(nint connection);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_extended_errcode")]
    private static partial int ExtendedErrorCode(nint connection);
}
