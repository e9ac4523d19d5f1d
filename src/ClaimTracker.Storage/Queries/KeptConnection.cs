using System.Data.Common;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>An open connection with the statements that were prepared on it. Used by one question at a time.</summary>
/// <remarks>To open one, to set it up and to prepare a page's statements takes longer than to run them.</remarks>
internal abstract class KeptConnection : IDisposable
{
    /// <summary>Puts a context back, to be used again.</summary>
    /// <returns>False where it has to be disposed.</returns>
    public abstract bool GiveBack(ClaimDbContext db);

    /// <summary>All numbers of all rows of a query, without a driver between: those of each row one after the other, 0 for what is not there.</summary>
    public abstract void Numbers(string sql, IReadOnlyList<object> values, int columns, Action<ReadOnlySpan<long>> row);

    /// <summary>The same of a query's first column.</summary>
    public abstract void Numbers(string sql, IReadOnlyList<object> values, Action<long> found);

    /// <summary>The rows of a query.</summary>
    public abstract DbDataReader Read(string sql, IReadOnlyList<object> values);

    public abstract void Dispose();
}
