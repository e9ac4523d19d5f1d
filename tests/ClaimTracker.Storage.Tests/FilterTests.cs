using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>Random collections and filters against a plain reading of what the filter's words say.</summary>
public abstract class FilterTests(StoreEngine engine)
{
    private const int FiltersForEachCollection = 120;
    private static readonly string[] Facets = ["side", "actor", "source", "topic", "place", "act", "quotation", "article", "statistics", "disputed"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyFilterFindsWhatItsWordsSayInItsOrderWithTheRightTotal(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var expected = oracle.Entries(filter);

        var page = await store.Queries.FindAsync(filter, null, 1000, TemporaryStore.Never);

        Assert.Equal((expected.Sum(e => 1 + e.Folded), expected.Count), (page.Total, page.Groups));
        Assert.Null(page.Next);
        // By relevance the order is the search engine's, and with it which of a group comes first; what is found is not.
        if (filter is { Sort: ClaimSort.Relevance, Text: not null })
            Assert.Equal(
                expected.Select(e => (oracle.Statement(e.Key), e.Folded)).Order(), page.Items.Select(r => (oracle.Statement(r.Key), r.Folded)).Order());
        else Assert.Equal(expected, page.Items.Select(r => (r.Key, r.Folded)));
        return expected.Count;
    });

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task PagesByKeyMissNoClaimAndShowNoneTwice(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var whole = await store.Queries.FindAsync(filter, null, 1000, TemporaryStore.Never);

        var (pages, after) = (new List<(string, int)>(), (string?)null);
        do
        {
            var page = await store.Queries.FindAsync(filter, after, 3, TemporaryStore.Never);
            Assert.Equal((whole.Total, whole.Groups), (page.Total, page.Groups));
            Assert.True(page.Items.Count == 3 || page.Next is null);
            pages.AddRange(page.Items.Select(r => (r.Key, r.Folded)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(whole.Items.Select(r => (r.Key, r.Folded)), pages);
        return pages.Count;
    });

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task EachFacetCountsWhatTheOtherFiltersLeave(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var facets = await store.Queries.FacetsAsync(filter, TemporaryStore.Never);

        Assert.Equal(Facets, facets.Select(f => f.Name));
        foreach (var facet in facets)
        {
            var counts = oracle.Counts(facet.Name, filter);
            Assert.All(facet.Values, v => Assert.True(v.Count == counts.GetValueOrDefault(v.Value), $"{facet.Name}={v.Value}: {JsonSerializer.Serialize(filter)}"));
            Assert.Superset(oracle.Values(facet.Name).ToHashSet(), facet.Values.Select(v => v.Value).ToHashSet());
        }

        return facets[0].Values.Sum(v => v.Count);
    });

    [Theory]
    [InlineData(10)]
    public async Task TheDaysOfEventsCountWhatTheFilterFindsInAnyPeriod(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var days = await store.Queries.EventDaysAsync(filter, TemporaryStore.Never);

        Assert.Equal(oracle.EventDays(filter), days);
        return days.Sum(d => d.Claims);
    });

    [Theory]
    [InlineData(11)]
    public async Task UnderAnEntryStandTheOthersThatMakeItsStatementInTheOrderOfTheList(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var found = (await store.Queries.FindAsync(filter with { Group = ClaimGrouping.None }, null, 1000, TemporaryStore.Never)).Items.Select(r => r.Key).ToList();

        var entries = (await store.Queries.FindAsync(filter with { Group = ClaimGrouping.Repeats }, null, 1000, TemporaryStore.Never)).Items;

        foreach (var entry in entries)
        {
            var others = found.Where(key => key != entry.Key && oracle.Statement(key) == oracle.Statement(entry.Key)).ToList();
            Assert.Equal(others.Count, entry.Folded);
            Assert.Equal(others.Take(ClaimRow.MostFolded), entry.FoldedClaims.Select(r => r.Key));
        }

        return entries.Sum(e => e.Folded);
    });

    [Theory]
    [InlineData(9)]
    public async Task TheWeeksCountWhatTheFilterFinds(int seed) => await EachFilterAsync(seed, async (store, oracle, filter) =>
    {
        var found = oracle.Keys(filter).ToHashSet();
        var claims = oracle.Claims.Where(c => found.Contains(c.Claim.Key)).ToList();

        var weeks = await store.Queries.HistogramAsync(filter, TemporaryStore.Never);

        Assert.Equal(claims.Count, weeks.Sum(w => w.Left + w.Right + w.Third));
        Assert.Equal(claims.Count(c => c.Claim.Speaker.Side == "upper"), weeks.Sum(w => w.Left));
        Assert.Equal(claims.Count(c => c.Claim.Speaker.Side == "lower"), weeks.Sum(w => w.Right));
        Assert.Equal(claims.Count(c => Oracle.Date(c) is null), weeks.Where(w => w.Week is null).Sum(w => w.Left + w.Right + w.Third));
        Assert.All(weeks.Where(w => w.Week is not null), w => Assert.Equal(DayOfWeek.Monday, w.Week!.Value.DayOfWeek));
        foreach (var week in weeks.Where(w => w.Week is not null))
            Assert.Equal(
                claims.Count(c => Oracle.Date(c) is { } day && day >= week.Week && day < week.Week.Value.AddDays(7)), week.Left + week.Right + week.Third);
        return claims.Count;
    });

    [Fact]
    public async Task AValueThatIsAskedForIsMarkedAndStaysListedWhenNothingIsLeft()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));

        var facets = await store.Queries.FacetsAsync(new() { Actors = ["bo-lind"], Acts = [ClaimAct.CallsFor] }, TemporaryStore.Never);

        Assert.Contains(new("bo-lind", "Bo Lind", 0, true, "lower"), facets.Single(f => f.Name == "actor").Values);
        Assert.Contains(new("council", "Council of the Lower Valley", 0, false, "lower") { Aliases = ["the council"] }, facets.Single(f => f.Name == "actor").Values);
        Assert.Contains(new("calls_for", "calls for", 0, true), facets.Single(f => f.Name == "act").Values);
    }

    [Fact]
    public async Task WhatDoesNotExistIsTakenOutOfAFilter()
    {
        var article = Sample.Article("One", null, Sample.Wire, new SampleClaim("council", "It said [so]."), new("someone", "He said [no]."));
        using var store = await engine.WithAsync(Sample.Dossier, article);
        var asked = new ClaimFilter
        {
            Sides = ["upper"],
            Actors = ["nobody", "someone", "bo-lind"],
            Sources = ["wire", "herald", ClaimFilter.NoSource],
            Articles = ["0123456789abcdef", article.Article.Key, "no key"],
        };

        var known = await store.Queries.KnownAsync(asked, TemporaryStore.Never);

        Assert.Equal(["upper"], known.Sides);
        Assert.Equal(["someone", "bo-lind"], known.Actors);
        Assert.Equal(["wire", ClaimFilter.NoSource], known.Sources);
        Assert.Equal([article.Article.Key], known.Articles);
    }

    [Fact]
    public async Task OfManyValuesThoseWithMostClaimsAreListedAndThoseThatAreSelected()
    {
        var many = Enumerable.Range(0, Facet.MostValues + 20).Select(n => new SampleClaim($"speaker-{n:d3}", $"It said [so {n}].")).ToList();
        using var store = await engine.WithAsync(Sample.Dossier, Sample.Article("Many", null, [.. many, new("speaker-110", "It said [more].")]));

        var actors = (await store.Queries.FacetsAsync(new() { Actors = ["speaker-119"] }, TemporaryStore.Never)).Single(f => f.Name == "actor");

        Assert.Equal(("speaker-110", 2), (actors.Values[0].Value, actors.Values[0].Count));
        Assert.Equal("speaker-119", actors.Values[^1].Value);
        Assert.Equal((Facet.MostValues + 1, 19), (actors.Values.Count, actors.More));
    }

    [Theory]
    [InlineData("actor", "rui", "ana-ruiz")]
    [InlineData("actor", "minister", "ana-ruiz")]
    [InlineData("actor", "LOWER coun", "council")]
    [InlineData("actor", "uiz", "")]
    [InlineData("actor", "bo", "")]
    [InlineData("actor", "", "council ana-ruiz")]
    [InlineData("topic", "the br", "bridge")]
    [InlineData("article", "one", "one")]
    public async Task ValuesOfAFacetAreFoundByTheBeginningsOfTheirNames(string facet, string typed, string expected)
    {
        var article = Sample.Article(
            "One", null, new SampleClaim("council", "It said [so].") { Topics = ["bridge"] }, new("council", "It said [so too]."), new("ana-ruiz", "She said [no]."));
        using var store = await engine.WithAsync(Sample.Dossier, article);

        var found = await store.Queries.FacetValuesAsync(new(), facet, typed, 10, TemporaryStore.Never);

        Assert.Equal(expected, string.Join(' ', found.Values.Select(v => v.Value == article.Article.Key ? "one" : v.Value)));
        Assert.Single((await store.Queries.FacetValuesAsync(new(), "actor", "", 1, TemporaryStore.Never)).Values);
        await Assert.ThrowsAsync<ArgumentException>(() => store.Queries.FacetValuesAsync(new(), "colour", typed, 10, TemporaryStore.Never));
    }

    private async Task EachFilterAsync(int seed, Func<TemporaryStore, Oracle, ClaimFilter, Task<int>> check)
    {
        var random = new RandomCollection(seed);
        var articles = random.Articles(25);
        var found = RandomCollection.Comparisons(articles);
        using var store = await engine.WithAsync(Sample.Dossier, articles);
        Assert.True(await store.CompareAsync(found));
        var oracle = new Oracle(articles, found);

        var sizes = new List<int>();
        for (var n = 0; n < FiltersForEachCollection; n++) sizes.Add(await check(store, oracle, random.Filter(articles)));

        Assert.True(sizes.Count(s => s > 0) > FiltersForEachCollection / 4, "Hardly any filter found anything: these filters test nothing.");
    }
}
