using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Tests;

/// <summary>How the database stands as a file.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryStore _store = StoreEngine.Sqlite.New();

    [Fact]
    public async Task EveryConnectionChecksReferencesAndTheFileKeepsALogBesideIt()
    {
        await using var db = _store.Database.Read();
        await db.Database.OpenConnectionAsync();

        var asked = await db.Database.SqlQuery<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync();
        var written = await _store.Database.WriteAsync(session => session.Number("SELECT foreign_keys FROM pragma_foreign_keys"), TemporaryStore.Never);
        var timeout = await _store.Database.WriteAsync(session => session.Number("SELECT timeout FROM pragma_busy_timeout"), TemporaryStore.Never);

        Assert.Equal((1, 1), (asked, written));
        Assert.Equal(10_000, timeout);
        Assert.Equal("wal", _store.Sql("PRAGMA journal_mode", row => row.GetString(0)).Single());
    }

    [Fact]
    public async Task ACopyMadeWhileTheProgramRunsHoldsEverythingAndOpensAsADatabase()
    {
        using var store = await StoreEngine.Sqlite.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        var restored = Path.Combine(_store.Folder, "restored");
        Directory.CreateDirectory(restored);

        store.Database.BackUp(Path.Combine(restored, "claims.db"));

        using var copy = new ClaimDatabase(restored);
        using var queries = new Queries.ClaimQueries(copy);
        Assert.Equal("so", (await queries.FindAsync(new(), null, 10, TemporaryStore.Never)).Items.Single().Words);
        Assert.Throws<IOException>(() => store.Database.BackUp(copy.File));
    }

    public void Dispose() => _store.Dispose();
}
