using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Tests;

/// <summary>What becomes of the file from outside: each is one sentence, nothing is lost, and it goes on when the cause has passed.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faults-").FullName;
    private readonly ManualClock _time = new();

    private string DatabaseFile => Path.Combine(_folder, "claims.db");

    [Fact]
    public async Task AFullDiskRefusesAnArticleWholeAndReadersGoOnUntilThereIsRoomAgain()
    {
        using var database = await WithArticlesAsync(3);
        using var queries = new ClaimQueries(database);
        await database.WriteAsync(session => session.Number("PRAGMA max_page_count = 1"), default);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreAsync(database, Sample.Article("Long", null, [.. Enumerable.Range(0, 200).Select(n => new SampleClaim("council", $"It said [so {n}]."))])));
        var (fault, meanwhile) = (database.Fault, await queries.TotalsAsync(default));
        await database.TryAgainAsync(default);
        await StoreAsync(database, Sample.Article("After", null, new SampleClaim("council", "It said [so].")));

        Assert.Equal((StoreFaultKind.Full, true), (refused.Fault.Kind, refused.Fault.CanRead));
        Assert.Contains("found the disk full. Make room on it.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Fault, fault);
        Assert.Equal((3, 4), (meanwhile.Articles, (await queries.TotalsAsync(default)).Articles));
        Assert.Null(database.Fault);
    }

    [Fact]
    public async Task AFileThatAnotherProgramHasLockedIsUsedAsSoonAsItLetsGo()
    {
        (await WithArticlesAsync(2)).Dispose();
        using var database = new ClaimDatabase(_folder, time: _time);
        using var queries = new ClaimQueries(database);

        using (Lock())
        {
            var locked = await Assert.ThrowsAsync<StoreUnavailableException>(() => queries.TotalsAsync(default));
            Assert.Equal(StoreFaultKind.Locked, locked.Fault.Kind);
            Assert.Contains("another program keeps it locked", locked.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => queries.TotalsAsync(default));
        _time.Pass();
        Assert.Equal(2, (await queries.TotalsAsync(default)).Articles);
        Assert.Null(database.Fault);
    }

    [Fact]
    public async Task WhoWaitsForALockedFileWritesAsSoonAsItIsLetGo()
    {
        (await WithArticlesAsync(2)).Dispose();
        using var database = new ClaimDatabase(_folder);
        database.WaitFor(TimeSpan.FromMinutes(2));

        Task<int> waiting;
        using (Lock())
        {
            waiting = ArticlesAfterAsync(database, Sample.Article("After", null, new SampleClaim("council", "It said [so].")));
            await UntilAsync(() => database.Fault is { Kind: StoreFaultKind.Locked });
            Assert.False(waiting.IsCompleted);
        }

        Assert.Equal(3, await waiting);
        Assert.Null(database.Fault);
    }

    [Fact]
    public async Task WhoWaitsForALockedFileIsToldInTheEnd()
    {
        (await WithArticlesAsync(2)).Dispose();
        using var database = new ClaimDatabase(_folder);
        database.WaitFor(TimeSpan.FromSeconds(2));

        using var lasting = Lock();
        var locked = await Assert.ThrowsAsync<StoreUnavailableException>(() => ArticlesAfterAsync(database, Sample.Article("After", null)));

        Assert.Equal(StoreFaultKind.Locked, locked.Fault.Kind);
    }

    [Theory]
    [InlineData("", StoreFaultKind.Foreign)]
    [InlineData("SQLite format 3\0", StoreFaultKind.Foreign)]
    public async Task AFileOfSomethingElseIsLeftAloneAndABackupInItsPlaceIsRead(string begins, StoreFaultKind kind)
    {
        using (var first = await WithArticlesAsync(2)) first.BackUp(Path.Combine(_folder, "backup.db"));
        var junk = begins + string.Concat(Enumerable.Repeat("junk ", 5_000));
        await File.WriteAllTextAsync(DatabaseFile, junk);
        using var database = new ClaimDatabase(_folder, time: _time);
        using var queries = new ClaimQueries(database);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => queries.TotalsAsync(default));
        Assert.Equal(kind, refused.Fault.Kind);
        Assert.Contains("Put a backup in its place", refused.Message, StringComparison.Ordinal);
        Assert.Equal(junk, await File.ReadAllTextAsync(DatabaseFile));

        File.Copy(Path.Combine(_folder, "backup.db"), DatabaseFile, overwrite: true);
        _time.Pass();
        Assert.Equal(2, (await queries.TotalsAsync(default)).Articles);
    }

    [Fact]
    public async Task ADatabaseOfAnotherProgramIsNotTouched()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        using var database = new ClaimDatabase(_folder);

        var refused = Assert.Throws<StoreUnavailableException>(database.Open);

        Assert.Equal(StoreFaultKind.Foreign, refused.Fault.Kind);
        Assert.Contains("the tables of another program", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => database.WriteAsync(_ => { }, default));
    }

    [Fact]
    public async Task ADatabaseThatANewerProgramHasChangedIsNotTouched()
    {
        (await WithArticlesAsync(1)).Dispose();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");
        using var database = new ClaimDatabase(_folder);

        var refused = Assert.Throws<StoreUnavailableException>(database.Open);

        Assert.Equal(StoreFaultKind.Newer, refused.Fault.Kind);
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatWasCutShortIsSeenAtOnce()
    {
        (await WithArticlesAsync(5)).Dispose();
        using (var file = File.OpenWrite(DatabaseFile)) file.SetLength(file.Length / 2);
        using var database = new ClaimDatabase(_folder);

        Assert.Equal(StoreFaultKind.Damaged, Assert.Throws<StoreUnavailableException>(database.Open).Fault.Kind);
    }

    [Fact]
    public async Task PagesThatWereBrokenWhileTheProgramWasAwayAreFoundBeforeAnythingIsWritten()
    {
        (await WithArticlesAsync(20)).Dispose();
        BreakPages();
        using var database = new ClaimDatabase(_folder);
        database.Open();

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => database.WriteAsync(_ => { }, default));

        Assert.Equal(StoreFaultKind.Damaged, refused.Fault.Kind);
        Assert.Equal(StoreFaultKind.Damaged, Assert.Throws<StoreUnavailableException>(database.Open).Fault.Kind);
    }

    [Fact]
    public void AFileThatCannotBeOpenedIsSaidSo()
    {
        Directory.CreateDirectory(DatabaseFile);
        using var database = new ClaimDatabase(_folder);
        using var below = new ClaimDatabase(Path.Combine(WriteFile("file"), "data"));

        Assert.Equal(StoreFaultKind.NotWritable, Assert.Throws<StoreUnavailableException>(database.Open).Fault.Kind);
        Assert.Equal(StoreFaultKind.NotWritable, Assert.Throws<StoreUnavailableException>(below.Open).Fault.Kind);
    }

    [Fact]
    public async Task AReadOnlyFileIsSaidSo()
    {
        using var database = await WithArticlesAsync(1);
        using var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadOnly }.ToString());
        reader.Open();
        using var command = reader.CreateCommand();
        command.CommandText = "DELETE FROM articles";

        var fault = database.Explain(Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()));

        Assert.Equal(StoreFaultKind.NotWritable, fault!.Kind);
        Assert.Contains("Let the program's user write to the file and its folder", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeOfOursIsNoFaultOfTheStore()
    {
        using var database = await WithArticlesAsync(1);

        await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(session => session.Execute("SELECT nothing FROM nowhere"), default));

        Assert.Null(database.Fault);
    }

    /// <summary>EF's migrator waits for ever for a lock that a killed process has left in a table.</summary>
    [Fact]
    public async Task ALockThatAKilledMigrationLeftBehindStopsNobody()
    {
        (await WithArticlesAsync(1)).Dispose();
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        using var database = new ClaimDatabase(_folder);

        database.Open();

        Assert.Null(database.Fault);
    }

    [Fact]
    public async Task ABackupPutInThePlaceOfAFileThatWasLeftWithItsLogIsReadWithoutThatLog()
    {
        using (var first = await WithArticlesAsync(2)) first.BackUp(Path.Combine(_folder, "backup.db"));
        using (var killed = await WithArticlesAsync(9))
        {
            // As a kill leaves them: file, record and a log that is not yet in the file.
            foreach (var name in (string[])["claims.db", "claims.db-wal", "claims.db-seen"]) File.Copy(Path.Combine(_folder, name), Path.Combine(_folder, name + ".left"));
        }

        foreach (var left in Directory.GetFiles(_folder, "*.left")) File.Move(left, left[..^".left".Length], overwrite: true);
        Assert.NotEqual(0, new FileInfo(DatabaseFile + "-wal").Length);
        File.Copy(Path.Combine(_folder, "backup.db"), DatabaseFile, overwrite: true);

        using var database = new ClaimDatabase(_folder);
        using var queries = new ClaimQueries(database);
        Assert.Equal(2, (await queries.TotalsAsync(default)).Articles);
        await StoreAsync(database, Sample.Article("One more", null));
        Assert.Equal(3, (await queries.TotalsAsync(default)).Articles);
    }

    [Fact]
    public async Task WhatAKilledProcessHadCommittedIsReadFromItsLog()
    {
        using (var killed = await WithArticlesAsync(9))
            foreach (var name in (string[])["claims.db", "claims.db-wal", "claims.db-seen"]) File.Copy(Path.Combine(_folder, name), Path.Combine(_folder, name + ".left"));
        foreach (var left in Directory.GetFiles(_folder, "*.left")) File.Move(left, left[..^".left".Length], overwrite: true);

        using var database = new ClaimDatabase(_folder);
        using var queries = new ClaimQueries(database);

        Assert.Equal(9, (await queries.TotalsAsync(default)).Articles);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ClaimDatabase> WithArticlesAsync(int count)
    {
        var database = new ClaimDatabase(_folder);
        await new DossierStore(database).SaveAsync(Sample.Dossier, default);
        for (var n = 0; n < count; n++)
            await StoreAsync(database, Sample.Article($"Article {n}", new(2026, 1, 1 + n), [.. Enumerable.Range(0, 10).Select(c => new SampleClaim("council", $"It said [so {n}.{c}] then."))]));
        return database;
    }

    private static Task StoreAsync(ClaimDatabase database, Domain.ArticleAnalysis article) =>
        new ArticleStore(database).StoreAsync(Sample.ToStore(article), DateTimeOffset.UnixEpoch, default);

    private static async Task<int> ArticlesAfterAsync(ClaimDatabase database, Domain.ArticleAnalysis article)
    {
        await Task.Yield();
        await StoreAsync(database, article);
        using var queries = new ClaimQueries(database);
        return (await queries.TotalsAsync(default)).Articles;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(20);
    }

    private SqliteConnection Lock()
    {
        var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO sources (slug, name, described) VALUES ('x', 'X', 0);";
        command.ExecuteNonQuery();
        return other;
    }

    private void Execute(string sql)
    {
        using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All but the pages that a start reads: header, schema, and what stands at the front.</summary>
    private void BreakPages()
    {
        using var file = new FileStream(DatabaseFile, FileMode.Open, FileAccess.Write);
        file.Seek(file.Length * 9 / 10, SeekOrigin.Begin);
        for (var junk = new byte[4096]; file.Position < file.Length;)
        {
            Array.Fill(junk, (byte)'x');
            file.Write(junk);
        }
    }

    private string WriteFile(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        return path;
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now;

        /// <summary>The pause after which a fault is tried again.</summary>
        public void Pass() => _now += 60;
    }
}
