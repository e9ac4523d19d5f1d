using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Columns that follow commits against columns that are read anew.</summary>
public abstract class ColumnTests(StoreEngine engine)
{
    private const int Commits = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AfterEachCommitTheyAreWhatANewStartWouldRead(int seed)
    {
        var (collection, random) = (new RandomCollection(seed), new Random(seed));
        var articles = collection.Articles(30).ToList();
        using var store = await engine.WithAsync(Sample.Dossier, [.. articles.Take(5)]);
        using var elsewhere = store.OpenAgain();
        var (stored, next) = (articles.Take(5).ToList(), 5);

        for (var n = 0; n < Commits; n++)
        {
            await CommitAsync(n);
            await AgreeAsync(store, collection.Filter(stored));
        }

        async Task CommitAsync(int n)
        {
            var some = random.Next(stored.Count);
            switch (random.Next(next < articles.Count ? 6 : 4))
            {
                case 0:
                    await store.CompareAgainAsync(RandomCollection.Comparisons([.. stored.Take(random.Next(stored.Count))]));
                    break;
                case 1:
                    await store.StoreAsync(stored[some] = Reread(stored[some]), "2");
                    break;
                case 2 when next < articles.Count:
                    await store.StoreAsync(articles[next], replaces: stored[some].Article.Key);
                    stored[some] = articles[next++];
                    break;
                case 3:
                    await new DossierStore(store.Database).SaveAsync(Sample.Dossier with { Version = new((char)('a' + n % 6), 64) }, TemporaryStore.Never);
                    break;
                default:
                    if (next >= articles.Count) break;
                    // Another process, which this one's readers are not told of.
                    await new ArticleStore(elsewhere).StoreAsync(Sample.ToStore(articles[next]), TemporaryStore.Now, TemporaryStore.Never);
                    stored.Add(articles[next++]);
                    break;
            }
        }

        // As a later engine reads it: some claims gone, one changed.
        ArticleAnalysis Reread(ArticleAnalysis article) => article with
        {
            Claims = [.. article.Claims.Where(_ => random.Next(4) > 0).Select((c, i) => i == 0 ? c with { Act = ClaimAct.Warns, Topics = ["water"], SaidOn = null } : c)],
        };
    }

    [Fact]
    public async Task WritersThatDoNotSayWhatTheyChangedAreNoticed()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        await store.Queries.FacetsAsync(new(), TemporaryStore.Never);

        await store.StoreAsync(Sample.Article("Two", null, new SampleClaim("council", "It said [so too].")));
        await store.Database.WriteAsync(session => { session.Execute("DELETE FROM article_changes"); }, TemporaryStore.Never);

        await AgreeAsync(store, new());
    }

    [Fact]
    public async Task ACommitLeavesChunksAloneThatItDoesNotTouch()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        using var cache = new SnapshotCache(store.Database);
        var before = await ReadAsync();
        // As if many had been stored in between.
        var last = 2 * ClaimChunk.MostRows;
        var skip = engine == StoreEngine.Sqlite ? $"UPDATE sqlite_sequence SET seq = {last} WHERE name = 'claims'" : $"SELECT setval('claim_ids_id_seq', {last})";
        await store.Database.WriteAsync(session => { session.Execute(skip); }, TemporaryStore.Never);

        await store.StoreAsync(Sample.Article("Two", null, new SampleClaim("council", "It said [so too].")));
        var after = await ReadAsync();

        Assert.Same(before.Chunks[0], after.Chunks[0]);
        Assert.Null(after.Chunks[1]);
        Assert.Equal((1, 1), (before.Count, after.Chunks[2]!.Count));

        async Task<ClaimColumns> ReadAsync()
        {
            await using var db = store.Database.ReadOneMoment();
            return (await cache.AsOfAsync(db, TemporaryStore.Never)).Columns;
        }
    }

    [Fact]
    public async Task AReaderThatBeganBeforeACommitStaysWithItsMoment()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        using var cache = new SnapshotCache(store.Database);
        await using var early = store.Database.ReadOneMoment();
        var first = await cache.AsOfAsync(early, TemporaryStore.Never);
        await store.StoreAsync(Sample.Article("Two", null, new SampleClaim("council", "It said [so too].")));

        await using var late = store.Database.ReadOneMoment();
        var second = await cache.AsOfAsync(late, TemporaryStore.Never);

        Assert.Equal((1, 2), (first.Columns.Count, second.Columns.Count));
        Assert.Same(first, await cache.AsOfAsync(early, TemporaryStore.Never));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(60_000)]
    [InlineData(3_000_000)]
    public void ValuesComeOutOfAPackedColumnAsTheyWentIn(int most)
    {
        var random = new Random(most);
        int[] values = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(most))];
        var column = PackedColumn.Of(values);
        var (low, high) = (most / 4, most / 2);

        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(row => column[row]));
        for (var row = 0; row < values.Length; row++)
        {
            var inside = (column.Between(row / PackedColumn.Word, low, high) & (1UL << row)) != 0;
            Assert.Equal(values[row] >= low && values[row] <= high, inside);
        }

        Assert.Equal(0UL, column.Between(0, -5, -1) | column.Between(0, most + 1_000_000_000, int.MaxValue) | column.Between(0, 7, 6));
        Assert.Equal(ulong.MaxValue, column.Between(0, int.MinValue, int.MaxValue));
    }

    private static async Task AgreeAsync(TemporaryStore store, ClaimFilter filter)
    {
        using var anew = new ClaimQueries(store.Database);
        foreach (var asked in (ClaimFilter[])[filter, new() { Group = ClaimGrouping.Repeats }])
        {
            Assert.Equal(Flat(await anew.FindAsync(asked, null, 1000, TemporaryStore.Never)), Flat(await store.Queries.FindAsync(asked, null, 1000, TemporaryStore.Never)));
            Assert.Equal(Flat(await anew.FacetsAsync(asked, TemporaryStore.Never)), Flat(await store.Queries.FacetsAsync(asked, TemporaryStore.Never)));
            Assert.Equal(await anew.HistogramAsync(asked, TemporaryStore.Never), await store.Queries.HistogramAsync(asked, TemporaryStore.Never));
        }

        Assert.Equal(Flat(await anew.TotalsAsync(TemporaryStore.Never)), Flat(await store.Queries.TotalsAsync(TemporaryStore.Never)));
        Assert.Equal(Flat(await anew.ActorsAsync(true, TemporaryStore.Never)), Flat(await store.Queries.ActorsAsync(true, TemporaryStore.Never)));
        Assert.Equal(Flat(await anew.ArticlesAsync(TemporaryStore.Never)), Flat(await store.Queries.ArticlesAsync(TemporaryStore.Never)));
    }

    private static string Flat<T>(T value) => JsonSerializer.Serialize(value);
}
