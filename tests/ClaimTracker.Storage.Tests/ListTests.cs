using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>Lists that are read in parts say the same as the whole does.</summary>
public abstract class ListTests(StoreEngine engine) : IAsyncLifetime
{
    private readonly RandomCollection _random = new(31);
    private ArticleAnalysis[] _articles = [];
    private TemporaryStore _store = null!;

    public async Task InitializeAsync()
    {
        _articles = [.. _random.Articles(30)];
        _store = await engine.WithAsync(Sample.Dossier, _articles);
        Assert.True(await _store.CompareAsync(RandomCollection.Comparisons(_articles)));
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task PartsOfTheArticlesMakeUpTheWholeAndThoseOfASourceAreItsOwn()
    {
        var all = await _store.Queries.ArticlesAsync(TemporaryStore.Never);

        Assert.Equal(Flat(all), Flat(await PartsAsync((skip, take) => Part(_store.Queries.ArticlesAsync(null, skip, take, TemporaryStore.Never), p => (p.Total, p.Items)), all.Count)));
        var own = all.Where(a => a.Source?.Id == Sample.Wire.Id).ToList();
        var page = await _store.Queries.ArticlesAsync(Sample.Wire.Id, 1, 2, TemporaryStore.Never);
        Assert.Equal((own.Count, Flat(own.Skip(1).Take(2))), (page.Total, Flat(page.Items)));
        Assert.Equal(0, (await _store.Queries.ArticlesAsync("nobody", 0, 5, TemporaryStore.Never)).Total);
    }

    [Fact]
    public async Task SourcesCarryWhatTheirArticlesDo()
    {
        var all = (await _store.Queries.ArticlesAsync(TemporaryStore.Never)).Where(a => a.Source is not null).ToLookup(a => a.Source!.Id);

        var totals = await _store.Queries.SourceTotalsAsync(TemporaryStore.Never);

        Assert.NotEmpty(totals);
        Assert.All(totals, t =>
        {
            Assert.Equal(all[t.Source.Id].Count(), t.Articles);
            Assert.Equal(all[t.Source.Id].SelectMany(a => a.ClaimsBySide).GroupBy(s => s.Key).Select(g => (g.Key, g.Sum(s => s.Value))).Order(), t.ClaimsBySide.Select(s => (s.Key, s.Value)).Order());
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PartsOfTheActorsMakeUpTheWholeOfEachSideAndOfAName(bool everyone)
    {
        var all = await _store.Queries.ActorsAsync(everyone, TemporaryStore.Never);

        Assert.Equal(Flat(all), Flat(await PartsAsync((skip, take) => Part(_store.Queries.ActorsAsync(new ActorFilter { All = everyone }, skip, take, TemporaryStore.Never), p => (p.Total, p.Items)), all.Count)));
        foreach (var side in new[] { "upper", "lower", ClaimFilter.NoSide })
        {
            var own = all.Where(a => (a.Side ?? ClaimFilter.NoSide) == side).ToList();
            var page = await _store.Queries.ActorsAsync(new ActorFilter { All = everyone, Sides = [side] }, 0, 100, TemporaryStore.Never);
            Assert.Equal((own.Count, Flat(own)), (page.Total, Flat(page.Items)));
        }

        Assert.Equal(["ana-ruiz"], (await _store.Queries.ActorsAsync(new ActorFilter { Name = "rui an" }, 0, 9, TemporaryStore.Never)).Items.Select(a => a.Id));
        Assert.Equal(0, (await _store.Queries.ActorsAsync(new ActorFilter { Name = "zyzzyva" }, 0, 9, TemporaryStore.Never)).Total);
    }

    [Fact]
    public async Task PartsOfTheFiguresMakeUpTheWholeWhateverIsAskedFor()
    {
        var found = 0;
        for (var n = 0; n < 40; n++)
        {
            var filter = _random.Filter(_articles);
            var all = await _store.Queries.StatisticsAsync(filter, TemporaryStore.Never);
            var articles = (await _store.Queries.StatisticsAsync(filter, 0, 1, TemporaryStore.Never)).Articles;

            var parts = new List<StatisticRow>();
            for (var skip = 0; skip < articles; skip += 7) parts.AddRange((await _store.Queries.StatisticsAsync(filter, skip, 7, TemporaryStore.Never)).Items);

            Assert.Equal(Flat(all), Flat(parts));
            found += all.Count;
        }

        Assert.True(found > 0, "No filter found a figure: these filters test nothing.");
    }

    [Fact]
    public async Task DisputesOfSomeClaimsAreThoseInWhichTheyStand()
    {
        var all = await _store.Queries.DisputesAsync(new DisputeFilter(), 0, 100, TemporaryStore.Never);
        var key = all.Items[0].Positions[0].Claims[0].Key;

        var own = await _store.Queries.DisputesOfClaimsAsync([key], DisputeKind.Denial, TemporaryStore.Never);

        Assert.Equal(all.Items.Where(d => d.Positions.Any(p => p.Claims.Concat(p.Supporting).Any(c => c.Key == key))).Select(d => d.Slug), own.Select(d => d.Slug));
        Assert.Empty(await _store.Queries.DisputesOfClaimsAsync([key], DisputeKind.Figure, TemporaryStore.Never));
        Assert.Empty(await _store.Queries.DisputesOfClaimsAsync([], DisputeKind.Denial, TemporaryStore.Never));
    }

    private static async Task<List<T>> PartsAsync<T>(Func<int, int, Task<(int Total, IReadOnlyList<T> Items)>> part, int expected)
    {
        var parts = new List<T>();
        for (var skip = 0; skip < expected; skip += 4)
        {
            var (total, items) = await part(skip, 4);
            Assert.Equal(expected, total);
            parts.AddRange(items);
        }

        return parts;
    }

    private static async Task<(int Total, IReadOnlyList<T> Items)> Part<TPage, T>(Task<TPage> page, Func<TPage, (int, IReadOnlyList<T>)> parts) => parts(await page);

    private static string Flat<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows);
}
