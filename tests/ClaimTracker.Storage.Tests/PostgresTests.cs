using System.Diagnostics;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Claims by year, ids across years, and several programs on one database.</summary>
public sealed class PostgresTests
{
    private static readonly ArticleAnalysis Dated = Sample.Article(
        "Dated", new(2024, 5, 1),
        new SampleClaim("council", "It said [12 sheep were lost].") { Figure = "12", Topics = ["sheep"], Places = ["mill"] },
        new SampleClaim("ana-ruiz", "She said [none were lost]."));

    private static readonly ArticleAnalysis Undated = Sample.Article("Undated", null, new SampleClaim("council", "It said [so]."));

    [Fact]
    public async Task ClaimsStandInThePartitionOfTheYearInWhichTheirArticleWasPublished()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Dated, Undated);

        Assert.Equal([("claims_2024", 2), ("claims_undated", 1)], Partitions(store));
        Assert.Equal(3, (await store.Queries.FindAsync(new(), null, 10, default)).Total);
    }

    [Fact]
    public async Task AnArticleThatGetsAnotherDayTakesItsClaimsToThatYearWithAllThatHangsOnThem()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Dated, Undated);
        await store.CompareAsync(new([], [new([Dated.Claims[0].Key, Undated.Claims[0].Key], "the same words")], []));
        var ids = Ids(store);

        var day = new DateOnly(2025, 1, 2);
        await store.StoreAsync(Dated with { Article = Dated.Article with { Published = new(day, DateBasis.Stated, "a better look", day, day) } }, "2");

        Assert.Equal([("claims_2025", 2), ("claims_undated", 1)], Partitions(store));
        Assert.Equal(ids, Ids(store));
        Assert.Equal([Undated.Claims[0].Key], (await store.Queries.RepeatsAsync(Dated.Claims[0].Key, default)).Select(r => r.Key));
        Assert.Equal(["sheep"], (await store.Queries.ClaimAsync(Dated.Claims[0].Key, default))!.Topics);
    }

    [Fact]
    public async Task AClaimThatGoesTakesItsIdAndAllThatHangsOnItAlong()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Dated, Undated);
        await store.CompareAsync(new([], [new([Dated.Claims[0].Key, Undated.Claims[0].Key], "the same words")], []));

        await store.StoreAsync(Dated with { Claims = [Dated.Claims[1]] }, "2");

        Assert.Equal(2, store.Number("SELECT count(*) FROM claim_ids"));
        Assert.Equal(0, store.Number("SELECT (SELECT count(*) FROM claim_topics) + (SELECT count(*) FROM claim_places) + (SELECT count(*) FROM claim_statistics)"));
        Assert.Equal(1, store.Number("SELECT count(*) FROM repeat_claims"));
        Assert.Equal(2, store.Number("SELECT count(*) FROM claims JOIN claim_ids USING (id)"));
    }

    [Fact]
    public async Task WhoReadsIsNotKeptWaitingWhileTheFirstArticleOfAYearComes()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Dated);
        using var other = store.OpenAgain();
        var (stored, read) = (new TaskCompletionSource(), new TaskCompletionSource());

        var writing = Task.Run(() => store.Database.WriteAsync(
            session =>
            {
                session.Begin(Sample.Article("New year", new(2031, 1, 1)).Article, changes: false);
                stored.SetResult();
                read.Task.Wait(TimeSpan.FromSeconds(30));
            },
            default));
        await stored.Task;
        using var queries = new ClaimQueries(other);
        var found = (await queries.FindAsync(new(), null, 10, default)).Total;
        read.SetResult();
        await writing;

        Assert.Equal(2, found);
    }

    [Fact]
    public async Task IdsThatATransactionDidNotNeedAreGivenBack()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Dated);

        await store.StoreAsync(Undated);

        Assert.Equal([1, 2, 3], store.Sql("SELECT id FROM claims ORDER BY id", row => row.GetInt32(0)));
    }

    [Fact]
    public async Task TwoProgramsThatStoreTheSameArticlesAtOnceStoreEachOnce()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier);
        using var other = store.OpenAgain();
        var articles = Enumerable.Range(0, 30).Select(n => Sample.ToStore(Sample.Article($"Article {n}", new DateOnly(2020 + n % 5, 1, 1), new SampleClaim("council", $"It said [word {n}].")))).ToList();

        await Task.WhenAll(
            Task.Run(async () => { foreach (var some in articles.Chunk(7)) await store.Articles.StoreAllAsync(some, TemporaryStore.Now, default); }),
            Task.Run(async () => { foreach (var some in articles.AsEnumerable().Reverse().Chunk(4)) await new ArticleStore(other).StoreAllAsync(some, TemporaryStore.Now, default); }));

        Assert.Equal((30, 30), (store.Number("SELECT count(*) FROM articles"), store.Number("SELECT count(DISTINCT content_hash) FROM articles")));
        Assert.Equal((30, 30), (store.Number("SELECT count(*) FROM claims"), store.Number("SELECT count(*) FROM claim_ids")));
    }

    [Fact]
    public async Task ACommitIsToldToOtherProgramsAtOnce()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier);
        using var other = store.OpenAgain();
        using var stop = new CancellationTokenSource();
        using var told = new SemaphoreSlim(0);
        var watching = other.WatchAsync(() => told.Release(), stop.Token);
        Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(30)), "It did not begin to listen.");

        await store.StoreAsync(Dated);

        Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(30)), "It was not told.");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Theory]
    [InlineData(0, "the number 0")]
    [InlineData(0xD800, "half a character")]
    public async Task ATextThatTheServerCannotKeepIsRefusedInASentenceAndTheOthersAreStored(int letter, string expected)
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier);
        var wrong = Sample.ToStore(Sample.Article("Wrong", null, new SampleClaim("council", $"It said [so{(char)letter}].")));

        var problems = await store.Articles.StoreAllAsync([Sample.ToStore(Dated), wrong, Sample.ToStore(Undated)], TemporaryStore.Now, default);

        Assert.Equal([null, true, null], problems.Select(p => p is null ? null : (bool?)p.Message.Contains(expected, StringComparison.Ordinal)));
        Assert.Equal(2, store.Number("SELECT count(*) FROM articles"));
    }

    /// <summary>Many claims go by COPY, few as statements; what is long goes over more than one of the driver's buffers.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public async Task HoweverManyAndLongClaimsAreTheirWordsAreFound(int claims)
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier);
        var words = string.Join(' ', Enumerable.Range(0, 2_000).Select(n => $"word{n}x"));

        await store.StoreAsync(Sample.Article("Long", null, [.. Enumerable.Range(0, claims).Select(n => new SampleClaim("council", $"It said [claim {n} {(n < 5 ? words : "")} ends{n}]."))]));

        Assert.Equal(Math.Min(claims, 5), (await store.Queries.FindAsync(new() { Text = "\"word1998x word1999x\"" }, null, 10, default)).Total);
        Assert.Equal(1, (await store.Queries.FindAsync(new() { Text = $"ends{claims - 1}" }, null, 10, default)).Total);
        await store.CheckSearchAsync();
    }

    private static IReadOnlyList<(string Partition, int Claims)> Partitions(TemporaryStore store) =>
        store.Sql("SELECT tableoid::regclass::text, count(*)::integer FROM claims GROUP BY 1 ORDER BY 1", row => (row.GetString(0), row.GetInt32(1)));

    private static IReadOnlyList<(int Id, string Key)> Ids(TemporaryStore store) => store.Sql("SELECT id, key FROM claims ORDER BY id", row => (row.GetInt32(0), row.GetString(1)));
}
