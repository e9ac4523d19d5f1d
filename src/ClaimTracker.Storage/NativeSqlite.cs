using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ClaimTracker.Storage;

/// <summary>Lets Microsoft.Data.Sqlite run on the SQLitePCLRaw and the native SQLite that are there.</summary>
/// <remarks>
/// <para>
/// Microsoft.Data.Sqlite 10.0.14 asks for SQLitePCLRaw 2.1; where only 2.0.6 restores, the runtime refuses the older assembly
/// although every member that is referred to is in it but <c>sqlite3_load_extension</c>, which only loading extensions needs.
/// A test compares those members. The day a newer SQLitePCLRaw restores, <see cref="ManagedFallback"/> goes, and with it the
/// overrides in the project file.
/// </para>
/// <para>
/// The native library that comes with it is 3.35.5, which has a known advisory (CVE-2025-6965). Where the system has a newer one with
/// full-text search, that one is used: distributions patch theirs.
/// </para>
/// </remarks>
internal static class NativeSqlite
{
    internal const string BundledName = "e_sqlite3";
    private const int MultiThread = 2, MemoryStatus = 9;
    private const int BundledVersion = 3_035_005;
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib"];
    private static readonly Lazy<IntPtr> System = new(LoadNewerSystemLibrary);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetOption(int option, int value);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CompileOptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);

#pragma warning disable CA2255 // A library's module initializer: nothing else runs before the first type of SQLitePCLRaw is asked for.
    [ModuleInitializer]
    internal static void Register()
#pragma warning restore CA2255
    {
        AssemblyLoadContext.Default.Resolving += ManagedFallback;
        var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
        // The driver and our own statements must be of one library: SQLite's locks hold between two copies in one process no more than not at all.
        NativeLibrary.SetDllImportResolver(provider, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(NativeSqlite).Assembly, Resolve);
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == BundledName ? System.Value : IntPtr.Zero;

    private static Assembly? ManagedFallback(AssemblyLoadContext context, AssemblyName wanted)
    {
        if (wanted.Name != "SQLitePCLRaw.core") return null;
        var file = Path.Combine(AppContext.BaseDirectory, wanted.Name + ".dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    /// <returns>Zero where there is none: the runtime then finds the bundled library by itself.</returns>
    private static IntPtr LoadNewerSystemLibrary()
    {
        foreach (var name in SystemNames)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (IsNewerWithFullTextSearch(library))
            {
                Configure(library);
                return library;
            }

            NativeLibrary.Free(library);
        }

        return IntPtr.Zero;
    }

    /// <summary>
    /// No connection is used by two threads at a time, so none has to be locked for each call; nor is the memory counted, for which every thread would wait
    /// for every other. A library that was used before refuses, which does no harm.
    /// </summary>
    private static void Configure(IntPtr library)
    {
        // The function takes any number of arguments, which elsewhere are handed over in another way than those of other functions.
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || !NativeLibrary.TryGetExport(library, "sqlite3_config", out var config)) return;
        var set = Marshal.GetDelegateForFunctionPointer<SetOption>(config);
        _ = set(MultiThread, 0);
        _ = set(MemoryStatus, 0);
    }

    private static bool IsNewerWithFullTextSearch(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
        && NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var option)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() > BundledVersion
        && Marshal.GetDelegateForFunctionPointer<CompileOptionUsed>(option)("ENABLE_FTS5") == 1;
}
