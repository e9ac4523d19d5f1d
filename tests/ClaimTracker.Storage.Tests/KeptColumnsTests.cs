using System.Text.Json;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Columns that are kept beside a file from one run to the next, against columns that are gathered from it.</summary>
public sealed class KeptColumnsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claims-").FullName;
    private readonly RandomCollection _collection = new(7);

    private string Database => Path.Combine(_folder, "claims.db");

    private string Kept => Path.Combine(_folder, "claims.db-columns");

    [Fact]
    public async Task TheNextRunHasTheSameColumnsWithoutGatheringThem()
    {
        await RunAsync(StoreAsync(0, 20));
        var before = await RunAsync(AnswersAsync);

        var (columns, after) = await RunAsync(async database => (await ColumnsAsync(database), await AnswersAsync(database)));

        Assert.True(File.Exists(Kept));
        Assert.Equal(before, after);
        Assert.Equal(await GatheredAsync(), columns);
        // A change that nobody is told of: who doesn't gather doesn't see it.
        await RunAsync(database => database.WriteAsync(session => { session.Execute("UPDATE claims SET event_from = '2001-01-01'"); return 0; }, TemporaryStore.Never));
        Assert.Equal(columns, await RunAsync(ColumnsAsync));
        Assert.NotEqual(columns, await GatheredAsync());
    }

    [Fact]
    public async Task WhatAnotherProgramHasAddedSinceIsTakenIn()
    {
        await RunAsync(StoreAsync(0, 10));
        await RunAsync(AnswersAsync);
        await RunAsync(StoreAsync(10, 12));

        Assert.Equal(await RunAsync(ColumnsAsync), await GatheredAsync());
    }

    [Fact]
    public async Task ADossierThatHasChangedMakesThemGatheredAnew()
    {
        await RunAsync(StoreAsync(0, 10));
        await RunAsync(AnswersAsync);
        await RunAsync(async database =>
        {
            await new DossierStore(database).SaveAsync(Sample.Dossier with { Version = new('f', 64), Topics = [.. Sample.Dossier.Topics.Reverse()] }, TemporaryStore.Never);
            return 0;
        });

        Assert.Equal(await RunAsync(AnswersAsync), await RunAsync(AnswersAsync, Forget));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public async Task ADamagedFileIsAsGoodAsNone(int place)
    {
        await RunAsync(StoreAsync(0, 10));
        var before = await RunAsync(AnswersAsync);
        var bytes = await File.ReadAllBytesAsync(Kept);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        await File.WriteAllBytesAsync(Kept, bytes);

        Assert.Equal(before, await RunAsync(AnswersAsync));
    }

    [Fact]
    public async Task HalfAFileIsAsGoodAsNone()
    {
        await RunAsync(StoreAsync(0, 10));
        var before = await RunAsync(AnswersAsync);
        await File.WriteAllBytesAsync(Kept, (await File.ReadAllBytesAsync(Kept))[..1000]);

        Assert.Equal(before, await RunAsync(AnswersAsync));
    }

    [Fact]
    public async Task AnOlderCopyOfTheDatabaseThatIsPutBackIsNotCountedWithTheColumnsOfANewerOne()
    {
        await RunAsync(StoreAsync(0, 5));
        await RunAsync(AnswersAsync);
        var old = await File.ReadAllBytesAsync(Database);
        await RunAsync(StoreAsync(5, 9));
        await RunAsync(AnswersAsync);
        await File.WriteAllBytesAsync(Database, old);
        // As many commits as the other one had, with other articles: by its versions alone it could not be told from it.
        await RunAsync(StoreAsync(11, 15));

        Assert.Equal(await RunAsync(ColumnsAsync), await GatheredAsync());
    }

    [Fact]
    public async Task AfterACrashTheyAreGathered()
    {
        await RunAsync(StoreAsync(0, 5));
        await RunAsync(AnswersAsync);
        var kept = await File.ReadAllBytesAsync(Kept);
        using (var database = new ClaimDatabase(_folder))
        {
            await AnswersAsync(database);
            // What a killed process leaves: the file is noted as in use.
            File.Copy(Database + "-seen", Database + "-left");
        }

        File.Move(Database + "-left", Database + "-seen", overwrite: true);
        await File.WriteAllBytesAsync(Kept, kept);
        using var again = new ClaimDatabase(_folder);
        again.Open();

        Assert.False(File.Exists(Kept));
    }

    [Fact]
    public async Task BesideAnotherProgramThatHasTheDatabaseOpenTheyAreThereAtTheNextStartToo()
    {
        using var other = new ClaimDatabase(_folder);
        await StoreAsync(0, 5)(other);
        var before = await RunAsync(AnswersAsync);

        using (var again = new ClaimDatabase(_folder))
        {
            again.Open();
            Assert.True(File.Exists(Kept));
            Assert.Equal(before, await AnswersAsync(again));
        }

        await StoreAsync(5, 6)(other);
        using var later = new ClaimDatabase(_folder);
        later.Open();

        Assert.NotEqual(0, new FileInfo(Database + "-wal").Length);
        Assert.False(File.Exists(Kept));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Func<ClaimDatabase, Task<int>> StoreAsync(int from, int to) => async database =>
    {
        if (from == 0) await new DossierStore(database).SaveAsync(Sample.Dossier, TemporaryStore.Never);
        foreach (var article in _collection.Articles(30).Take(to).Skip(from)) await new ArticleStore(database).StoreAsync(Sample.ToStore(article), TemporaryStore.Now, TemporaryStore.Never);
        return to;
    };

    private async Task<T> RunAsync<T>(Func<ClaimDatabase, Task<T>> run, Action? before = null)
    {
        before?.Invoke();
        using var database = new ClaimDatabase(_folder);
        return await run(database);
    }

    private void Forget() => File.Delete(Kept);

    private Task<string> GatheredAsync() => RunAsync(ColumnsAsync, Forget);

    private static async Task<string> AnswersAsync(ClaimDatabase database)
    {
        using var queries = new ClaimQueries(database);
        ClaimFilter repeats = new() { Group = ClaimGrouping.Repeats };
        return JsonSerializer.Serialize(new object[]
        {
            await queries.FindAsync(repeats, null, 1000, TemporaryStore.Never),
            await queries.FacetsAsync(new(), TemporaryStore.Never),
            await queries.HistogramAsync(new(), TemporaryStore.Never),
            await queries.ArticlesAsync(TemporaryStore.Never),
            await queries.TotalsAsync(TemporaryStore.Never),
        });
    }

    /// <summary>Every cell, with sets of topics and places as themselves: their codes go by the order in which they were met.</summary>
    private static async Task<string> ColumnsAsync(ClaimDatabase database)
    {
        using var cache = new SnapshotCache(database);
        await using var db = database.ReadOneMoment();
        var columns = (await cache.AsOfAsync(db, TemporaryStore.Never)).Columns;
        var claims = Enumerable.Range(0, columns.Chunks.Length << ClaimChunk.Shift).Where(id => columns[id] is not null).Select(id =>
            $"{id} {columns[id]!.Value with { Topics = 0, Places = 0 }} {Set(columns.Tables.Topics, columns[id]!.Value.Topics)} {Set(columns.Tables.Places, columns[id]!.Value.Places)} {columns.Repeats.GroupOf(id)}");
        var articles = Enumerable.Range(0, columns.Articles.Length).Select(id => $"{id} {columns.Articles[id]}");
        return string.Join('\n', [.. claims, .. articles, $"{columns.Count} {columns.MostActor} {columns.Articles.Count} {columns.FirstDay} {columns.LastDay}"]);

        static string Set(ValueTable table, int code) => string.Join(',', table.Own(code).ToArray());
    }
}
