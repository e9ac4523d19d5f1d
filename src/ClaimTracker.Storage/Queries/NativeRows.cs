using System.Collections;
using System.Data.Common;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Queries;

/// <summary>The rows of a statement, read by SQLite's own functions: the driver calls three of them for each value and counts the statement's users at each call.</summary>
/// <remarks>Only what queries ask for; a column's name and the like are not known.</remarks>
/// <param name="statement">Has begun to read rows.</param>
/// <param name="isKept">False where nobody else will use it.</param>
internal sealed class NativeRows(NativeStatement statement, bool isKept) : DbDataReader
{
    private bool _isClosed;

    public override bool IsClosed => _isClosed;
    public override int Depth => 0;
    public override int RecordsAffected => -1;
    public override int FieldCount => throw Unasked();
    public override bool HasRows => throw Unasked();
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => throw Unasked();

    public override bool Read() => statement.NextRow();
    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Read());
    public override bool NextResult() => false;
    public override bool IsDBNull(int ordinal) => statement.IsNull(ordinal);
    public override bool GetBoolean(int ordinal) => statement.Number(ordinal) != 0;
    public override double GetDouble(int ordinal) => statement.Real(ordinal);
    public override int GetInt32(int ordinal) => checked((int)statement.Number(ordinal));
    public override long GetInt64(int ordinal) => statement.Number(ordinal);
    public override string GetString(int ordinal) => statement.Text(ordinal);
    public override object GetValue(int ordinal) =>
        statement.IsNull(ordinal) ? DBNull.Value : statement.IsText(ordinal) ? statement.Text(ordinal) : throw Unasked();

    public override T GetFieldValue<T>(int ordinal)
    {
        if (typeof(T) == typeof(DateOnly)) return (T)(object)statement.Day(ordinal);
        return typeof(T) == typeof(byte[]) ? (T)(object)statement.Bytes(ordinal) : throw Unasked();
    }

    public override void Close()
    {
        if (_isClosed) return;
        _isClosed = true;
        if (isKept) statement.EndRows();
        else statement.Dispose();
    }

    public override byte GetByte(int ordinal) => throw Unasked();
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw Unasked();
    public override char GetChar(int ordinal) => throw Unasked();
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw Unasked();
    public override string GetDataTypeName(int ordinal) => throw Unasked();
    public override DateTime GetDateTime(int ordinal) => throw Unasked();
    public override decimal GetDecimal(int ordinal) => throw Unasked();
    public override IEnumerator GetEnumerator() => throw Unasked();
    public override Type GetFieldType(int ordinal) => throw Unasked();
    public override float GetFloat(int ordinal) => throw Unasked();
    public override Guid GetGuid(int ordinal) => throw Unasked();
    public override short GetInt16(int ordinal) => throw Unasked();
    public override string GetName(int ordinal) => throw Unasked();
    public override int GetOrdinal(string name) => throw Unasked();
    public override int GetValues(object[] values) => throw Unasked();

    private static NotSupportedException Unasked() => new("Expected a question that this program's queries ask of a row, found another.");
}
