using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

public abstract class ReadingAgainTests(StoreEngine engine)
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    private static readonly ArticleAnalysis First = Sample.Article(
        "Sheep", Day, Sample.Wire,
        new("ana-ruiz", "She said [12 sheep were lost].") { Figure = "12", Topics = ["sheep"], Places = ["mill"] },
        new("a-shepherd", "One said [nobody lost any].") { Target = "a-neighbour" },
        new("a-neighbour", "Who said [all came home].") { Act = ClaimAct.Denies });

    /// <summary>As a later engine reads the same bytes: one claim gone, one changed, the third as it was.</summary>
    private static readonly ArticleAnalysis Later = First with
    {
        Article = First.Article with { Source = Sample.Herald },
        Claims = [First.Claims[0] with { Act = ClaimAct.Accuses, Topics = ["water", "sheep"], Places = [] }, First.Claims[2]],
        Mentions = [First.Mentions[0], First.Mentions[2]],
        Actors = [.. First.Actors.Where(a => a.Id == "a-neighbour")],
    };

    [Fact]
    public async Task ClaimsThatAreStillThereKeepKeyAndIdAndTheOthersGo()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);
        var before = Ids(store);

        await store.StoreAsync(Later, "2");

        Assert.Equal(before.Where(b => b.Key != First.Claims[1].Key), Ids(store));
        var row = await store.Queries.ClaimAsync(First.Claims[0].Key, TemporaryStore.Never);
        Assert.Equal((ClaimAct.Accuses, "water sheep", ""), (row!.Act, string.Join(' ', row.Topics), string.Join(' ', row.Places)));
        Assert.Null(await store.Queries.ClaimAsync(First.Claims[1].Key, TemporaryStore.Never));
        Assert.Equal(1, store.Number("SELECT count(*) FROM articles"));
    }

    [Fact]
    public async Task StoringTheSameAgainChangesNoRow()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);
        var before = Dump(store);

        await store.StoreAsync(First);

        Assert.Equal(before, Dump(store));
    }

    [Fact]
    public async Task ActorsAndSourcesThatNothingNamesAnyMoreGoAndTheDossiersStay()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);
        var other = Sample.Article("Other", Day, Sample.Wire, new SampleClaim("a-passer-by", "They said [it rained]."));
        await store.StoreAsync(other);

        await store.StoreAsync(Later, "2");

        var actors = await store.Queries.ActorsAsync(all: true, TemporaryStore.Never);
        Assert.DoesNotContain(actors, a => a.Id == "a-shepherd");
        Assert.Contains(actors, a => a.Id == "a-neighbour");
        Assert.Contains(actors, a => a.Id == "a-passer-by");
        Assert.Equal(Sample.Dossier.Actors.Count, actors.Count(a => a.Known));
        Assert.Equal(["Newspaper report, Lower Valley", "The Wire"], (await store.Queries.SourcesAsync(TemporaryStore.Never)).Select(s => s.Name));
        await store.StoreAsync(other with { Article = other.Article with { Source = null } }, "2");
        Assert.Equal(["Newspaper report, Lower Valley"], (await store.Queries.SourcesAsync(TemporaryStore.Never)).Select(s => s.Name));
    }

    [Fact]
    public async Task WhatCuratorsDecidedStaysWhenTheClaimGoesAndIsThereWhenItComesBack()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);
        var key = First.Claims[1].Key;
        await store.Database.WriteAsync(
            session =>
            {
                session.Execute(
                    "INSERT INTO claim_corrections (claim_key, field, value, curator, decided) VALUES ($1, 'act', '\"denies\"', 'bo', $2)", key, TemporaryStore.Now);
                session.Execute(
                    "INSERT INTO pairing_verdicts (first_claim, second_claim, verdict, curator, decided) VALUES ($1, $2, 'rejected', 'bo', $3)",
                    First.Claims[0].Key, key, TemporaryStore.Now);
            },
            TemporaryStore.Never);

        await store.StoreAsync(Later, "2");
        await store.StoreAsync(First, "3");

        Assert.Equal(1, store.Number($"SELECT count(*) FROM claim_corrections JOIN claims ON key = claim_key WHERE key = '{key}'"));
        Assert.Equal(1, store.Number($"SELECT count(*) FROM pairing_verdicts JOIN claims ON key = second_claim WHERE verdict = 'rejected'"));
    }

    [Fact]
    public async Task SearchFindsTheNewWordsAndNotTheOldAndTheIndexAgreesWithTheRows()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);

        await store.StoreAsync(Later, "2");

        Assert.Equal(0, (await store.Queries.FindAsync(new() { Text = "nobody" }, null, 10, TemporaryStore.Never)).Total);
        Assert.Equal(1, (await store.Queries.FindAsync(new() { Text = "came home" }, null, 10, TemporaryStore.Never)).Total);
        await store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnArticleThatTakesThePlaceOfAShorterOneLeavesNothingOfIt()
    {
        var half = Sample.Article("Half", Day, new SampleClaim("someone-in-half", "He said [half of it]."));
        using var store = await engine.WithAsync(Sample.Dossier, half);

        await store.StoreAsync(First, replaces: half.Article.Key);

        Assert.Equal([First.Article.Key], (await store.Queries.ArticlesAsync(TemporaryStore.Never)).Select(a => a.Key));
        Assert.Equal(0, (await store.Queries.FindAsync(new() { Text = "half" }, null, 10, TemporaryStore.Never)).Total);
        Assert.Equal(0, store.Number("SELECT count(*) FROM actors WHERE slug = 'someone-in-half'"));
        Assert.Equal(0, store.Number("SELECT count(*) FROM originals WHERE origin LIKE '%Half%'"));
    }

    [Fact]
    public async Task ANameThatNobodyHasIsRefusedAndNothingOfTheArticleIsStored()
    {
        var broken = First with { Claims = [First.Claims[0] with { Target = "nobody-knows" }] };
        using var store = await engine.WithAsync(Sample.Dossier);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => store.StoreAsync(broken));

        Assert.Equal("Expected one of the actors of the dossier or the article, found 'nobody-knows' in Sheep.txt.", refused.Message);
        Assert.Empty(await store.Queries.ArticlesAsync(TemporaryStore.Never));
    }

    [Fact]
    public async Task AChangedDossierBringsItsRowsInStepAndKeepsWhatClaimsStillName()
    {
        using var store = await engine.WithAsync(Sample.Dossier, First);
        var without = Sample.Dossier with
        {
            Version = new('b', 64),
            Sides = [.. Sample.Dossier.Sides.Select(s => s with { Name = s.Name + "!" })],
            Actors = [.. Sample.Dossier.Actors.Where(a => a.Id is not ("ana-ruiz" or "gazette"))],
            Topics = [],
        };

        await new DossierStore(store.Database).SaveAsync(without, TemporaryStore.Never);

        var actors = await store.Queries.ActorsAsync(all: true, TemporaryStore.Never);
        Assert.False(actors.Single(a => a.Id == "ana-ruiz").Known);
        Assert.DoesNotContain(actors, a => a.Id == "gazette");
        var facets = await store.Queries.FacetsAsync(new(), TemporaryStore.Never);
        Assert.Equal("Upper Valley!", facets[0].Values[0].Label);
        Assert.Equal(["sheep"], facets.Single(f => f.Name == "topic").Values.Select(v => v.Value));
    }

    private static IReadOnlyList<(long Id, string Key)> Ids(TemporaryStore store) =>
        store.Sql("SELECT id, key FROM claims ORDER BY id", row => (row.GetInt64(0), row.GetString(1)));

    private static string Dump(TemporaryStore store)
    {
        string[] tables = ["sources", "articles", "claims", "claim_topics", "claim_places", "mentions", "actors", "actor_aliases", "originals"];
        return string.Join('\n', tables.SelectMany(t => store.Sql($"SELECT * FROM {t} ORDER BY 1, 2", row =>
            t + ": " + string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetValue(i) is byte[] b ? Convert.ToHexString(b) : row.GetValue(i).ToString())))));
    }
}
