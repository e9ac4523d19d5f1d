using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>A table that SQLite reads out of our memory, so that one <c>INSERT … SELECT</c> writes any number of rows.</summary>
/// <remarks>
/// One statement for each row opens and closes its cursors, looks its place up from the root and notes the highest id, every time; in one statement
/// that is done once, and each row goes in behind the last. A virtual table of a connection (https://www.sqlite.org/vtab.html), called <see cref="Name"/>,
/// with columns <c>c0</c>, <c>c1</c> …; its callbacks touch nothing but what they are pointed at.
/// </remarks>
internal sealed unsafe partial class RowFeed : IDisposable
{
    public const string Name = "fed_rows";

    /// <summary>More than any table has.</summary>
    public const int MostColumns = 48;

    private static readonly byte[] NameBytes = Encoding.UTF8.GetBytes(Name + '\0');
    private static readonly byte[] Declaration = Encoding.UTF8.GetBytes($"CREATE TABLE x({string.Join(", ", Enumerable.Range(0, MostColumns).Select(ColumnOf))})\0");
    private static readonly Module* Callbacks = NewModule();

    private Source* _source;

    public RowFeed(SqliteConnection connection)
    {
        _source = (Source*)NativeMemory.AllocZeroed((nuint)sizeof(Source));
        fixed (byte* name = NameBytes)
        {
            if (CreateModule(NativeStatement.HandleOf(connection), name, Callbacks, _source, 0) is var code and not 0)
                throw new SqliteException("SQLite does not take a table of rows in memory.", code);
        }
    }

    /// <summary>The name of a column by its number, from 0.</summary>
    public static string ColumnOf(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");

    /// <summary>What is read from now on. It must stay where it is until another is set.</summary>
    public void Set(FedValue* first, int rows, int columns) => *_source = new() { First = first, Rows = rows, Columns = columns };

    /// <summary>To be called once the connection is closed.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_source);
        _source = null;
    }

    private static Module* NewModule()
    {
        var module = (Module*)NativeMemory.AllocZeroed((nuint)sizeof(Module));
        module->Connect = &Connect;
        module->BestIndex = &BestIndex;
        module->Disconnect = module->Destroy = &Disconnect;
        module->Open = &Open;
        module->Close = &Close;
        module->Filter = &Filter;
        module->Next = &Next;
        module->Eof = &Eof;
        module->Column = &Column;
        module->RowId = &RowId;
        return module;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Connect(nint connection, Source* source, int count, byte** arguments, Table** made, byte** error)
    {
        fixed (byte* declaration = Declaration)
        {
            if (DeclareTable(connection, declaration) is var code and not 0) return code;
        }

        var table = (Table*)NativeMemory.AllocZeroed((nuint)sizeof(Table));
        table->Source = source;
        *made = table;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BestIndex(Table* table, nint question) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Disconnect(Table* table)
    {
        NativeMemory.Free(table);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Table* table, Cursor** made)
    {
        *made = (Cursor*)NativeMemory.AllocZeroed((nuint)sizeof(Cursor));
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(Cursor* cursor)
    {
        NativeMemory.Free(cursor);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Filter(Cursor* cursor, int number, byte* text, int count, nint values)
    {
        var source = cursor->Table->Source;
        cursor->Row = source->First;
        cursor->End = source->First + ((long)source->Rows * source->Columns);
        cursor->Columns = source->Columns;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Next(Cursor* cursor)
    {
        cursor->Row += cursor->Columns;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Eof(Cursor* cursor) => cursor->Row >= cursor->End ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Column(Cursor* cursor, nint context, int column)
    {
        ref readonly var value = ref cursor->Row[column];
        switch (value.Kind)
        {
            case FedKind.Number: ResultNumber(context, value.Bits); break;
            case FedKind.Real: ResultReal(context, BitConverter.Int64BitsToDouble(value.Bits)); break;
            case FedKind.Text: ResultText(context, (byte*)value.Bits, value.Length, 0); break;
            case FedKind.Bytes: ResultBlob(context, (byte*)value.Bits, value.Length, 0); break;
            default: break; // Without an answer, it is NULL.
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RowId(Cursor* cursor, long* id)
    {
        *id = (cursor->Row - cursor->Table->Source->First) / cursor->Columns;
        return 0;
    }

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_create_module_v2")]
    private static partial int CreateModule(nint connection, byte* name, Module* module, Source* source, nint destroy);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_declare_vtab")]
    private static partial int DeclareTable(nint connection, byte* sql);

    // What follows only notes where the value is.
    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_result_int64"), SuppressGCTransition]
    private static partial void ResultNumber(nint context, long value);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_result_double"), SuppressGCTransition]
    private static partial void ResultReal(nint context, double value);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_result_text"), SuppressGCTransition]
    private static partial void ResultText(nint context, byte* text, int length, nint lifetime);

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_result_blob"), SuppressGCTransition]
    private static partial void ResultBlob(nint context, byte* bytes, int length, nint lifetime);

    private struct Source
    {
        public FedValue* First;
        public int Rows;
        public int Columns;
    }

#pragma warning disable CS0649 // SQLite assigns some of what follows; the rest of the module is left out.
    /// <summary><c>sqlite3_vtab</c>, and what is ours.</summary>
    private struct Table
    {
        public nint Module;
        public int References;
        public nint Error;
        public Source* Source;
    }

    /// <summary><c>sqlite3_vtab_cursor</c>, and what is ours.</summary>
    private struct Cursor
    {
        public Table* Table;
        public FedValue* Row;
        public FedValue* End;
        public int Columns;
    }

    /// <summary><c>sqlite3_module</c> of its first version. Without <c>xCreate</c>, the table is there without having been made.</summary>
    private struct Module
    {
        public int Version;
        public nint Create;
        public delegate* unmanaged[Cdecl]<nint, Source*, int, byte**, Table**, byte**, int> Connect;
        public delegate* unmanaged[Cdecl]<Table*, nint, int> BestIndex;
        public delegate* unmanaged[Cdecl]<Table*, int> Disconnect;
        public delegate* unmanaged[Cdecl]<Table*, int> Destroy;
        public delegate* unmanaged[Cdecl]<Table*, Cursor**, int> Open;
        public delegate* unmanaged[Cdecl]<Cursor*, int> Close;
        public delegate* unmanaged[Cdecl]<Cursor*, int, byte*, int, nint, int> Filter;
        public delegate* unmanaged[Cdecl]<Cursor*, int> Next;
        public delegate* unmanaged[Cdecl]<Cursor*, int> Eof;
        public delegate* unmanaged[Cdecl]<Cursor*, nint, int, int> Column;
        public delegate* unmanaged[Cdecl]<Cursor*, long*, int> RowId;
        public nint Update;
        public nint Begin;
        public nint Sync;
        public nint Commit;
        public nint Rollback;
        public nint FindFunction;
        public nint Rename;
    }
#pragma warning restore CS0649
}
