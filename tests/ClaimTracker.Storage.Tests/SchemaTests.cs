using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    [Fact]
    public void TheMigrationsMakeWhatTheModelSays()
    {
        using var db = _store.Database.Read();

        Assert.NotEmpty(db.Database.GetAppliedMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void TheMigrationsCanBeTakenBackAndMadeAgain()
    {
        using var db = _store.Database.Read();
        var migrator = db.GetService<IMigrator>();

        migrator.Migrate(Migration.InitialDatabase);
        var left = _store.Number("SELECT count(*) FROM sqlite_master WHERE name IN ('claims', 'claim_search', 'articles', 'article_search')");
        migrator.Migrate();

        Assert.Equal(0, left);
        Assert.Equal(0, _store.Number("SELECT count(*) FROM claims"));
    }

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
    public async Task WhatHangsOnARowThatIsNotThereIsRefused() =>
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            _store.Database.WriteAsync(session => { session.Execute("INSERT INTO mentions VALUES (99, 0, 99, 0, 1)"); }, TemporaryStore.Never));

    [Fact]
    public async Task AWriteThatFailsLeavesNothingBehind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Database.WriteAsync<int>(
            session =>
            {
                session.Execute("INSERT INTO sources (slug, name, described) VALUES ('a', 'A', 0)");
                throw new InvalidOperationException("on purpose");
            },
            TemporaryStore.Never));

        Assert.Empty(await _store.Queries.SourcesAsync(TemporaryStore.Never));
    }

    [Fact]
    public async Task ACopyMadeWhileTheProgramRunsHoldsEverythingAndOpensAsADatabase()
    {
        using var store = await TemporaryStore.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
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
