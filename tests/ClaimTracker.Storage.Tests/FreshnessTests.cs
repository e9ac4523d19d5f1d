using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>What readers see while and after others write.</summary>
public abstract class FreshnessTests(StoreEngine engine)
{
    [Fact]
    public async Task WhatAnotherProgramStoresIsSeenByTheNextQuestion()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article(0));
        using var elsewhere = store.OpenAgain();
        var (before, version) = ((await store.Queries.FindAsync(new(), null, 10, TemporaryStore.Never)).Total, await store.Queries.DataVersionAsync(TemporaryStore.Never));

        await new Writing.ArticleStore(elsewhere).StoreAsync(Sample.ToStore(Article(1)), TemporaryStore.Now, TemporaryStore.Never);

        Assert.Equal((1, 2), (before, (await store.Queries.FindAsync(new(), null, 10, TemporaryStore.Never)).Total));
        Assert.NotEqual(version, await store.Queries.DataVersionAsync(TemporaryStore.Never));
    }

    [Fact]
    public async Task TheVersionStaysWhenNothingIsWrittenAndDiffersBetweenDatabases()
    {
        using var one = await engine.WithAsync(Sample.Dossier);
        using var other = await engine.WithAsync(Sample.Dossier);
        var version = await one.Queries.DataVersionAsync(TemporaryStore.Never);

        await one.Queries.FindAsync(new(), null, 10, TemporaryStore.Never);
        await new Writing.DossierStore(one.Database).SaveAsync(Sample.Dossier, TemporaryStore.Never);

        Assert.Equal(version, await one.Queries.DataVersionAsync(TemporaryStore.Never));
        Assert.NotEqual(version, await other.Queries.DataVersionAsync(TemporaryStore.Never));
    }

    [Fact]
    public async Task ReadersBesideAWriterSeeWholeArticlesAndNoError()
    {
        using var store = await engine.WithAsync(Sample.Dossier);
        using var done = new CancellationTokenSource();
        async Task<int> ReadAsync()
        {
            var reads = 0;
            do
            {
                var page = await store.Queries.FindAsync(new() { Text = reads % 2 == 0 ? "word" : null }, null, 500, TemporaryStore.Never);
                Assert.Equal(page.Total, page.Items.Count);
                Assert.All(page.Items.GroupBy(r => r.Article.Key), article => Assert.Equal(3, article.Count()));
                Assert.Equal(0, page.Total % 3);
                reads++;
            }
            while (!done.IsCancellationRequested);

            return reads;
        }

        Task<int>[] readers = [Task.Run(ReadAsync), Task.Run(ReadAsync)];
        for (var n = 0; n < 40; n++) await store.StoreAsync(Article(n, claims: 3));
        // As often again, each reading taking the place of the one before.
        for (var n = 0; n < 40; n++) await store.StoreAsync(Article(n, claims: 3), "2");
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
    }

    [Theory]
    [InlineData(ClaimSort.Newest)]
    [InlineData(ClaimSort.Oldest)]
    [InlineData(ClaimSort.Published)]
    [InlineData(ClaimSort.EventDate)]
    [InlineData(ClaimSort.Added)]
    public async Task WhatIsStoredBetweenTwoPagesMovesNeither(ClaimSort sort)
    {
        using var store = await engine.WithAsync(Sample.Dossier, [.. Enumerable.Range(0, 20).Select(n => Article(n))]);
        var whole = (await store.Queries.FindAsync(new() { Sort = sort }, null, 100, TemporaryStore.Never)).Items.Select(r => r.Key).ToList();

        var (seen, after, n) = (new List<string>(), (string?)null, 20);
        do
        {
            var page = await store.Queries.FindAsync(new() { Sort = sort }, after, 3, TemporaryStore.Never);
            seen.AddRange(page.Items.Select(r => r.Key).Where(whole.Contains));
            // Before, between and after what was there.
            await store.StoreAsync(Article(n));
            await store.StoreAsync(Article(-n));
            await store.StoreAsync(Sample.Article($"Same day {n}", new DateOnly(2026, 1, 10), new SampleClaim("council", "It said [so].")));
            (after, n) = (page.Next, n + 1);
        }
        while (after is not null && n < 60);

        Assert.Equal(whole, seen);
    }

    [Fact]
    public async Task ComparisonsOfArticlesThatHaveChangedSinceAreNotKept()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article(0));
        var seen = await store.Comparisons.PendingAsync("1", TemporaryStore.Never);
        await store.StoreAsync(Article(1));

        var kept = await store.Comparisons.SaveAsync(new([], [], []), seen!.Value, "1", TemporaryStore.Never);

        Assert.False(kept);
        Assert.NotNull(await store.Comparisons.PendingAsync("1", TemporaryStore.Never));
    }

    [Fact]
    public async Task NothingIsPendingOnceComparedUntilTheComparisonItselfChanges()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article(0));

        var kept = await store.CompareAsync(new([], [], []));

        Assert.True(kept);
        Assert.Null(await store.Comparisons.PendingAsync("1", TemporaryStore.Never));
        Assert.NotNull(await store.Comparisons.PendingAsync("2", TemporaryStore.Never));
    }

    private static ArticleAnalysis Article(int n, int claims = 1) => Sample.Article(
        $"Article {n}", new DateOnly(2026, 1, 1).AddDays(n), [.. Enumerable.Range(0, claims).Select(c => new SampleClaim("council", $"It said [word {n} {c}]."))]);
}
