using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>What comparing found is there for readers: disputes by period, verdicts, shifts, origins, accusations without an answer.</summary>
public abstract class VerdictTests(StoreEngine engine)
{
    private static readonly ArticleAnalysis March = Sample.Article(
        "March", new(2026, 3, 5), Sample.Wire,
        new("ana-ruiz", "She accused the council of [breaking the bridge].") { Act = ClaimAct.Accuses, Target = "council", Topics = ["bridge"] },
        new("bo-lind", "He denied [breaking the bridge].") { Act = ClaimAct.Denies, Topics = ["bridge"] },
        new("ana-ruiz", "She said [12 sheep were lost].") { Figure = "12", Topics = ["sheep"] },
        new("bo-lind", "He said [40 goats were lost].") { Topics = ["sheep"] });

    private static readonly ArticleAnalysis April = Sample.Article(
        "April", new(2026, 4, 2), Sample.Herald,
        new("ana-ruiz", "She said [15 sheep were lost].") { Topics = ["sheep"] },
        new("bo-lind", "He accused the ministry of [turning the water off].") { Act = ClaimAct.Accuses, Target = "ministry", Topics = ["water"] });

    private static readonly Comparisons Found = new(
        [
            new("bridge", "Did they break it?", DisputeKind.Denial, [new("upper", [March.Claims[0].Key], []), new("lower", [March.Claims[1].Key], [])], 0.9, "one says, one denies")
                { Features = ["same act"], Topics = ["bridge"], From = new(2026, 2, 28), To = new(2026, 3, 1) },
            new("sheep", "How many?", DisputeKind.Figure, [new("upper", [April.Claims[0].Key], []), new("lower", [March.Claims[3].Key], [])], 0.8, "two counts")
                { Features = ["same measure"], Topics = ["sheep"], From = new(2026, 4, 1), To = new(2026, 4, 1) },
        ],
        [], [])
    {
        NotComparable = [new(March.Claims[2].Key, March.Claims[3].Key, ApartReason.Group, "sheep and goats") { Features = ["same unit", "other group"], Score = 0.7 }],
        Shifts = [new(ShiftKind.Raised, "ana-ruiz", March.Claims[2].Key, April.Claims[0].Key, "12, then 15") { Difference = "12 / 15", Features = ["same speaker"], Score = 0.6 }],
        Origins = [new([March.Article.Key, April.Article.Key], "The Wire", "2 articles, one origin") { Features = ["shared wording: 80 %"], Score = 0.8 }],
    };

    [Fact]
    public async Task DisputesAreAskedForByTheirDays()
    {
        using var store = await StoreAsync();

        var spring = await store.Queries.DisputesAsync(new DisputeFilter { From = new(2026, 3, 1), To = new(2026, 3, 31) }, 0, 10, TemporaryStore.Never);
        var second = await store.Queries.DisputesAsync(new DisputeFilter(), 1, 1, TemporaryStore.Never);
        var facets = await store.Queries.DisputeFacetsAsync(new DisputeFilter { Kinds = [DisputeKind.Figure] }, TemporaryStore.Never);

        Assert.Equal((1, "bridge"), (spring.Total, Assert.Single(spring.Items).Slug));
        Assert.Equal((new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 1)), (spring.Items[0].From, spring.Items[0].To));
        Assert.Equal((2, "sheep"), (second.Total, Assert.Single(second.Items).Slug));
        Assert.Equal(["kind: denial 1, figure 1", "topic: Sheep 1, The bridge 0", "actor: Ana Ruiz 1, Bo Lind 1", "period: 2026-04 1, 2026-03 0, 2026-02 0", "year: 2026 1"],
            facets.Select(f => $"{f.Name}: {string.Join(", ", f.Values.Select(v => $"{v.Label} {v.Count}"))}"));
    }

    [Fact]
    public async Task AClaimTellsWhatItIsNotToBeHeldAgainst()
    {
        using var store = await StoreAsync();

        var own = Assert.Single(await store.Queries.NotComparableAsync(March.Claims[3].Key, TemporaryStore.Never));

        Assert.Equal((ApartReason.Group, "sheep and goats", 0.7), (own.Reason, own.Why, own.Score));
        Assert.Equal(new HashSet<string> { March.Claims[2].Key, March.Claims[3].Key }, new HashSet<string> { own.First.Key, own.Second.Key });
        Assert.Empty(await store.Queries.NotComparableAsync(ApartReason.Days, 10, TemporaryStore.Never));
        Assert.Single(await store.Queries.NotComparableAsync(null, 10, TemporaryStore.Never));
    }

    [Fact]
    public async Task AShiftHasBothClaims()
    {
        using var store = await StoreAsync();

        var shift = Assert.Single(await store.Queries.ShiftsAsync("ana-ruiz", 10, TemporaryStore.Never));

        Assert.Equal((ShiftKind.Raised, "12 / 15"), (shift.Kind, shift.Difference));
        Assert.Equal((March.Claims[2].Key, April.Claims[0].Key), (shift.Earlier.Key, shift.Later.Key));
        Assert.Empty(await store.Queries.ShiftsAsync("bo-lind", 10, TemporaryStore.Never));
        Assert.Single(await store.Queries.ShiftsOfClaimAsync(March.Claims[2].Key, TemporaryStore.Never));
    }

    [Fact]
    public async Task CopiesNameTheirOrigin()
    {
        using var store = await StoreAsync();

        var origin = await store.Queries.OriginOfAsync(April.Article.Key, TemporaryStore.Never);

        Assert.Equal([March.Article.Key, April.Article.Key], origin!.Articles.Select(a => a.Key));
        Assert.Equal("The Wire", origin.Agency);
        Assert.Single(await store.Queries.OriginsAsync(TemporaryStore.Never));
    }

    [Fact]
    public async Task AnAccusationIsUnansweredUntilWhoIsAccusedIsQuoted()
    {
        using var store = await StoreAsync();

        var open = await store.Queries.UnansweredAsync(new ClaimFilter(), 0, 10, TemporaryStore.Never);

        Assert.Equal(1, open.Total);
        var row = Assert.Single(open.Items);
        Assert.Equal((April.Claims[1].Key, "ministry", new DateOnly(2026, 4, 2)), (row.Claim.Key, row.Accused.Id, row.AsOf));
    }

    /// <summary>A verdict stands on keys: it is there after its article was read again, and after the claim had gone and come back.</summary>
    [Fact]
    public async Task AVerdictOfAPersonOutlivesReadingAgain()
    {
        using var store = await StoreAsync();
        var (first, second) = (March.Claims[2].Key, March.Claims[3].Key);
        store.Sql(
            $"INSERT INTO pairing_verdicts (first_claim, second_claim, verdict, curator, decided) VALUES ('{first}', '{second}', 'confirmed', 'c', '2026-03-06') RETURNING id",
            row => row.GetInt64(0));

        await store.StoreAsync(March with { Claims = [March.Claims[0]] }, "2");
        await store.StoreAsync(March, "3");

        Assert.Equal(1, store.Number($"""
            SELECT count(*) FROM pairing_verdicts v JOIN claims a ON a.key = v.first_claim JOIN claims b ON b.key = v.second_claim
            WHERE a.key = '{first}' AND b.key = '{second}' AND v.undone IS NULL
            """));
    }

    private async Task<TemporaryStore> StoreAsync()
    {
        var store = await engine.WithAsync(Sample.Dossier, March, April);
        await store.CompareAsync(Found);
        return store;
    }
}
