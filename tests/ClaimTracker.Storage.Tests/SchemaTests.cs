using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Tests;

public abstract class SchemaTests(StoreEngine engine) : IDisposable
{
    private readonly TemporaryStore _store = engine.New();

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
        var left = _store.Number(engine == StoreEngine.Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE name IN ('claims', 'claim_search', 'articles', 'article_search')"
            : "SELECT count(*) FROM pg_class WHERE relname LIKE 'claim%' OR relname IN ('articles', 'actors')");
        migrator.Migrate();

        Assert.Equal(0, left);
        Assert.Equal(0, _store.Number("SELECT count(*) FROM claims"));
    }

    [Fact]
    public async Task WhatHangsOnARowThatIsNotThereIsRefused() =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            _store.Database.WriteAsync(session => { session.Execute("INSERT INTO mentions VALUES (99, 0, 99, 0, 1)"); }, TemporaryStore.Never));

    [Fact]
    public async Task AWriteThatFailsLeavesNothingBehind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Database.WriteAsync<int>(
            session =>
            {
                session.Execute("INSERT INTO sources (slug, name, described) VALUES ('a', 'A', false)");
                throw new InvalidOperationException("on purpose");
            },
            TemporaryStore.Never));

        Assert.Empty(await _store.Queries.SourcesAsync(TemporaryStore.Never));
    }

    public void Dispose()
    {
        _store.Dispose();
        GC.SuppressFinalize(this);
    }
}
