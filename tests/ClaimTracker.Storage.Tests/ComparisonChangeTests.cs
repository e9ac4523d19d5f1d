using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Tests;

/// <summary>What changed in a comparison is saved without touching the rest, and only onto what it is a change of.</summary>
public abstract class ComparisonChangeTests(StoreEngine engine)
{
    private static readonly ArticleAnalysis March = Sample.Article(
        "March", new(2026, 3, 5), Sample.Wire,
        new("ana-ruiz", "She said [the bridge is broken]."), new("bo-lind", "He denied [breaking the bridge]."), new("ana-ruiz", "She said [12 sheep were lost]."));

    private static readonly ArticleAnalysis April = Sample.Article(
        "April", new(2026, 4, 2), Sample.Herald, new("ana-ruiz", "She said [15 sheep were lost]."), new("bo-lind", "He said [the bridge stands]."));

    private static readonly Dispute Bridge = new(
        "bridge", "Did they break it?", DisputeKind.Denial, [new("upper", [March.Claims[0].Key], []), new("lower", [March.Claims[1].Key], [])], 0.9, "one says, one denies");

    private static readonly Repeat Sheep = new([March.Claims[2].Key, April.Claims[0].Key], "the same sheep") { Features = ["same words"], Score = 0.7 };

    private static readonly NotComparable Apart = new(March.Claims[0].Key, March.Claims[2].Key, ApartReason.Group, "bridge and sheep") { Features = ["other group"], Score = 0.6 };

    private static readonly Shift Raised = new(ShiftKind.Raised, "ana-ruiz", March.Claims[2].Key, April.Claims[0].Key, "12, then 15") { Difference = "12 / 15", Score = 0.6 };

    private static readonly Origin Copied = new([March.Article.Key, April.Article.Key], null, "one origin") { Features = ["shared wording: 80 %"], Score = 0.8 };

    private static readonly ArithmeticCheck Sum = new(March.Article.Key, "sum", ["s1", "s2"], "s3", 12, ArithmeticVerdict.Exactly, "7 + 5 = 12");

    private static readonly Comparisons Found = new([Bridge], [Sheep], [Sum]) { NotComparable = [Apart], Shifts = [Raised], Origins = [Copied] };

    [Fact]
    public async Task WhatIsGoneGoesWhatCameComesAndTheRestKeepsItsRows()
    {
        using var store = await StoreAsync();
        var kept = (Number(store, "disputes"), Number(store, "shifts"));
        var more = Bridge with { Slug = "stands", Positions = [new("upper", [March.Claims[0].Key], []), new("lower", [April.Claims[1].Key], [])] };

        Assert.True(await ChangeAsync(store, new([more], [])
        {
            GoneRepeats = [Sheep],
            Repeats = [Sheep with { Claims = [.. Sheep.Claims, April.Claims[1].Key] }],
            GoneNotComparable = [Apart],
            GoneOrigins = [Copied],
            GoneArithmetic = [Sum],
        }));

        Assert.Equal(kept, (Number(store, "disputes"), Number(store, "shifts")));
        Assert.Equal("2 1 3 0 1 0 0 0", Counts(store));
    }

    [Fact]
    public async Task ADisputeThatIsOtherThanBeforeTakesThePlaceOfTheOld()
    {
        using var store = await StoreAsync();

        Assert.True(await ChangeAsync(store, new([Bridge with { Positions = [.. Bridge.Positions.Take(1), new("lower", [March.Claims[1].Key, April.Claims[1].Key], [])] }], [])));

        Assert.Equal(["bridge 3"], store.Sql("SELECT d.slug || ' ' || count(*) FROM disputes d JOIN dispute_claims c ON c.dispute_id = d.id GROUP BY d.id", row => row.GetString(0)));
    }

    [Fact]
    public async Task AGoneDisputeIsTakenOutWithItsClaims()
    {
        using var store = await StoreAsync();

        Assert.True(await ChangeAsync(store, new([], ["bridge"])));

        Assert.Equal("0 1 2 1 1 1 2 1", Counts(store));
        Assert.Equal(0, store.Number("SELECT count(*) FROM dispute_claims"));
    }

    /// <summary>The claims have gone with their article and taken their rows along; what held them together must not stay behind.</summary>
    [Fact]
    public async Task WhatLostAllItsMembersWithTheirArticlesIsTakenOutToo()
    {
        using var store = await StoreAsync();
        await store.StoreAsync(March with { Claims = [] }, "2");
        await store.StoreAsync(April with { Claims = [] }, "2");

        Assert.True(await ChangeAsync(store, new([], ["bridge"]) { GoneRepeats = [Sheep], GoneNotComparable = [Apart], GoneShifts = [Raised] }));

        Assert.Equal("0 0 0 0 0 1 2 1", Counts(store));
    }

    [Theory]
    [InlineData(1, 0, "1")]
    [InlineData(0, 1, "1")]
    [InlineData(0, 0, "2")]
    public async Task ItIsRefusedWhereTheStoreIsNotAtWhatItIsAChangeOf(int otherFrom, int otherTo, string with)
    {
        using var store = await StoreAsync();
        var version = store.Number("SELECT articles_version FROM store_state");

        Assert.False(await store.Comparisons.SaveChangeAsync(new([], ["bridge"]), version + otherFrom, version + otherTo, with, TemporaryStore.Never));

        Assert.Equal("1 1 2 1 1 1 2 1", Counts(store));
    }

    [Fact]
    public async Task AnArticleThatWasStoredMeanwhileRefusesIt()
    {
        using var store = await StoreAsync();
        var version = store.Number("SELECT articles_version FROM store_state");
        await store.StoreAsync(April, "2");

        Assert.False(await store.Comparisons.SaveChangeAsync(new([], ["bridge"]), version, version, "1", TemporaryStore.Never));
    }

    [Fact]
    public async Task WhichArticlesChangedIsToldSinceAnyVersion()
    {
        using var store = await StoreAsync();
        var before = (await store.Comparisons.VersionsAsync(TemporaryStore.Never))!;
        await store.StoreAsync(April, "2");
        var between = (await store.Comparisons.VersionsAsync(TemporaryStore.Never))!;
        await store.StoreAsync(Sample.Article("May", new(2026, 5, 1), Sample.Wire, new SampleClaim("ana-ruiz", "She said [all is well].")));

        var ids = store.Sql("SELECT id FROM articles ORDER BY id", row => (int)row.GetInt64(0));
        Assert.Equal(ids.TakeLast(2), await store.Comparisons.ChangedSinceAsync(before.Instance, before.Articles, TemporaryStore.Never));
        Assert.Equal(ids.TakeLast(1), await store.Comparisons.ChangedSinceAsync(before.Instance, between.Articles, TemporaryStore.Never));
        Assert.Null(await store.Comparisons.ChangedSinceAsync("another database", before.Articles, TemporaryStore.Never));
    }

    [Fact]
    public async Task AWriterThatLeavesNoTraceOfItsArticlesLeavesNothingToGoBy()
    {
        using var store = await StoreAsync();
        var before = (await store.Comparisons.VersionsAsync(TemporaryStore.Never))!;
        store.Sql("UPDATE store_state SET data_version = data_version + 1, articles_version = data_version + 1 RETURNING id", row => row.GetInt64(0));

        Assert.Null(await store.Comparisons.ChangedSinceAsync(before.Instance, before.Articles, TemporaryStore.Never));
    }

    private async Task<TemporaryStore> StoreAsync()
    {
        var store = await engine.WithAsync(Sample.Dossier, March, April);
        Assert.True(await store.CompareAsync(Found));
        return store;
    }

    private static async Task<bool> ChangeAsync(TemporaryStore store, ComparisonChange change)
    {
        var versions = (await store.Comparisons.VersionsAsync(TemporaryStore.Never))!;
        return await store.Comparisons.SaveChangeAsync(change, versions.Compared, versions.Articles, "1", TemporaryStore.Never);
    }

    private static long Number(TemporaryStore store, string table) => store.Number($"SELECT min(id) FROM {table}");

    /// <summary>Disputes, repeats and their claims, verdicts, shifts, origins and their articles, sums.</summary>
    private static string Counts(TemporaryStore store) => string.Join(' ',
        new[] { "disputes", "repeats", "repeat_claims", "not_comparable", "shifts", "origins", "origin_articles", "arithmetic_checks" }
            .Select(table => store.Number($"SELECT count(*) FROM {table}")));
}
