using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

public abstract class QueryTests(StoreEngine engine)
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    private static readonly ArticleAnalysis Old = Sample.Article(
        "Old", Day.AddDays(-9), Sample.Wire,
        new("ana-ruiz", "She said [12 sheep were lost].")
        {
            Act = ClaimAct.Accuses,
            Target = "council",
            ReportedBy = "gazette",
            Quotation = QuotationKind.Direct,
            Figure = "12",
            Topics = ["sheep"],
            Places = ["mill"],
            SaidOn = Day.AddDays(-10),
        },
        new("council", "It said [no sheep were lost].") { Act = ClaimAct.Denies, Target = "ana-ruiz", Topics = ["sheep"] });

    private static readonly ArticleAnalysis New = Sample.Article(
        "New", Day, source: null, new SampleClaim("council", "It said [13 sheep came].") { Figure = "13" }, new SampleClaim("someone", "He said [no idea]."));

    private static readonly ArticleAnalysis Undated = Sample.Article("Undated", null, Sample.Herald, new SampleClaim("ana-ruiz", "She said [many sheep]."));

    private static readonly Comparisons Found = new(
        [
            new("weak", "Weaker?", DisputeKind.Blame, [new("upper", [Undated.Claims[0].Key], []), new("lower", [New.Claims[0].Key], [])], 0.2, "why not"),
            new("sheep-lost", "How many?", DisputeKind.Denial, [new("upper", [Old.Claims[0].Key], [Undated.Claims[0].Key]), new("lower", [Old.Claims[1].Key], [])], 0.9, "same sheep")
                { Features = ["same act"], Topics = ["sheep"], Difference = "12 against 0" },
        ],
        [new([Old.Claims[0].Key, Undated.Claims[0].Key], "the same words")],
        [new(Old.Article.Key, "sum", [Old.Statistics[0].Id], Old.Statistics[0].Id, 12, ArithmeticVerdict.Exactly, "12 = 12")]);

    [Fact]
    public async Task AClaimRowHasEverythingThatACardShows()
    {
        using var store = await StoreAsync();

        var row = await store.Queries.ClaimAsync(Old.Claims[0].Key, TemporaryStore.Never);

        Assert.NotNull(row);
        Assert.Equal(new("ana-ruiz", "Ana Ruiz", "upper"), row.Speaker);
        Assert.Equal(new("gazette", "The Gazette", null), row.ReportedBy);
        Assert.Equal(new("council", "Council of the Lower Valley", "lower"), row.Target);
        Assert.Equal(("12 sheep were lost", "She said 12 sheep were lost."), (row.Words, row.Passage));
        Assert.Equal(Old.Article.Text.IndexOf("She", StringComparison.Ordinal), row.PassageStart);
        Assert.Equal(Day.AddDays(-10), row.Date);
        Assert.Equal(new ArticleRef(Old.Article.Key, "Old", false, Sample.Wire, Old.Article.Published), row.Article);
        Assert.Equal(["sheep-lost"], row.Disputes.Select(d => d.Slug));
        var figure = Assert.Single(row.Statistics);
        Assert.Equal(("12", 12.0, "ana-ruiz", row.Key), (figure.Words, figure.Low, figure.ClaimedBy?.Id, figure.ClaimKey));
    }

    [Fact]
    public async Task ClaimsComeInTheOrderOfTheirKeysAndUnknownKeysAreLeftOut()
    {
        using var store = await StoreAsync();
        string[] keys = [New.Claims[0].Key, "0123456789abcdef-x-0-1", Old.Claims[0].Key, New.Claims[0].Key];

        var rows = await store.Queries.ClaimsAsync(keys, TemporaryStore.Never);

        Assert.Equal([keys[0], keys[2], keys[0]], rows.Select(r => r.Key));
    }

    [Fact]
    public async Task AnyNumberOfKeysCanBeAskedForAtOnce()
    {
        using var store = await StoreAsync();

        var rows = await store.Queries.ClaimsAsync([.. Enumerable.Range(0, 300_000).Select(n => $"0123456789abcdef-x-{n}-{n}"), Old.Claims[0].Key], TemporaryStore.Never);

        Assert.Single(rows);
    }

    [Fact]
    public async Task ArticlesComeLatestFirstWithTheirCountsAndKnowTheirNeighbours()
    {
        using var store = await StoreAsync();

        var articles = await store.Queries.ArticlesAsync(TemporaryStore.Never);
        var detail = await store.Queries.ArticleAsync(Old.Article.Key, TemporaryStore.Never);

        Assert.Equal(["New", "Old", "Undated"], articles.Select(a => a.Title));
        Assert.Equal((2, 1, "lower 1, none 1"), (articles[0].Claims, articles[0].Statistics, string.Join(", ", articles[0].ClaimsBySide.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}"))));
        Assert.Equal((New.Article.Key, Undated.Article.Key), (detail!.Previous, detail.Next));
        Assert.Equal(Old.Article.Text, detail.Article.Text);
        Assert.Equal(Old.Claims.Select(c => c.Key), detail.Claims.Select(c => c.Key));
        Assert.Equal(Old.Claims[0].Key, Assert.Single(detail.Statistics).ClaimKey);
        Assert.Null(await store.Queries.ArticleAsync("0123456789abcdef", TemporaryStore.Never));
    }

    [Fact]
    public async Task ActorsComeByWhatTheyClaimWithFirstAndLastDay()
    {
        using var store = await StoreAsync();

        var some = await store.Queries.ActorsAsync(all: false, TemporaryStore.Never);
        var all = await store.Queries.ActorsAsync(all: true, TemporaryStore.Never);
        var ana = await store.Queries.ActorAsync("ana-ruiz", TemporaryStore.Never);

        Assert.Equal(["ana-ruiz", "council", "someone"], some.Select(a => a.Id));
        Assert.Equal((2, 1, Day.AddDays(-9), Day), (some[1].Claims, some[1].Targeted, some[1].First, some[1].Last));
        Assert.Equal(Sample.Dossier.Actors.Count + 1, all.Count);
        Assert.Equal((2, "ministry", 2), (ana!.Row.Claims, ana.Parent?.Id, ana.Disputed));
        Assert.Equal(["Minister Ruiz"], ana.Aliases);
        Assert.Equal(["ana-ruiz"], (await store.Queries.ActorAsync("ministry", TemporaryStore.Never))!.Members.Select(m => m.Id));
        Assert.Null(await store.Queries.ActorAsync("nobody", TemporaryStore.Never));
    }

    [Fact]
    public async Task DisputesComeStrongestFirstAndCanBeAskedByTopicActorAndKind()
    {
        using var store = await StoreAsync();

        var all = await store.Queries.DisputesAsync(null, null, null, TemporaryStore.Never);

        Assert.Equal(["sheep-lost", "weak"], all.Select(d => d.Slug));
        Assert.Equal(["upper", "lower"], all[0].Positions.Select(p => p.Side));
        Assert.Equal([Undated.Claims[0].Key], all[0].Positions[0].Supporting.Select(c => c.Key));
        Assert.Equal(2, all[0].Articles);
        Assert.Equal(["sheep-lost"], await SlugsAsync(store, topic: "sheep"));
        Assert.Equal(["sheep-lost", "weak"], await SlugsAsync(store, actor: "council"));
        Assert.Equal([], await SlugsAsync(store, actor: "someone"));
        Assert.Equal(["weak"], await SlugsAsync(store, kind: DisputeKind.Blame));
        Assert.Equal("How many?", (await store.Queries.DisputeAsync("sheep-lost", TemporaryStore.Never))?.Question);
        Assert.Null(await store.Queries.DisputeAsync("no-such", TemporaryStore.Never));
    }

    [Fact]
    public async Task ADisputeThatLostASideToANewReadingIsNotShownUntilThingsAreComparedAgain()
    {
        using var store = await StoreAsync();

        await store.StoreAsync(Undated with { Claims = [], Mentions = [] }, "2");

        Assert.Equal(["sheep-lost"], await SlugsAsync(store));
    }

    [Fact]
    public async Task RepeatsAreTheOtherPlacesWithTheSameStatement()
    {
        using var store = await StoreAsync();

        var repeats = await store.Queries.RepeatsAsync(Old.Claims[0].Key, TemporaryStore.Never);
        var none = await store.Queries.RepeatsAsync(New.Claims[0].Key, TemporaryStore.Never);

        Assert.Equal([Undated.Claims[0].Key], repeats.Select(r => r.Key));
        Assert.Empty(none);
    }

    [Fact]
    public async Task RepeatsOfManyClaimsAreThoseOfEach()
    {
        using var store = await StoreAsync();
        string[] keys = [Old.Claims[0].Key, New.Claims[0].Key, "nothing"];

        var all = await store.Queries.RepeatsAsync(keys, TemporaryStore.Never);

        Assert.NotEmpty(all);
        foreach (var key in keys)
            Assert.Equal((await store.Queries.RepeatsAsync(key, TemporaryStore.Never)).Select(r => r.Key), all[key].Select(r => r.Key));
    }

    [Fact]
    public async Task AllRepeatsHaveAllTheirPlaces()
    {
        using var store = await StoreAsync();

        var repeat = Assert.Single(await store.Queries.AllRepeatsAsync(TemporaryStore.Never));

        Assert.Equal(new HashSet<string> { Old.Claims[0].Key, Undated.Claims[0].Key }, repeat.Claims.Select(c => c.Key).ToHashSet());
        Assert.Equal(2, repeat.Articles);
    }

    [Fact]
    public async Task StatisticsFollowTheFilterOfTheirClaims()
    {
        using var store = await StoreAsync();

        async Task<IEnumerable<string>> Words(ClaimFilter filter) => (await store.Queries.StatisticsAsync(filter, TemporaryStore.Never)).Select(s => s.Words);

        Assert.Equal(["13", "12"], await Words(new()));
        Assert.Equal(["12"], await Words(new() { Sides = ["upper"] }));
        Assert.Equal(["13"], await Words(new() { From = Day }));
        Assert.Equal([], await Words(new() { Text = "idea" }));
    }

    [Fact]
    public async Task ANumberInTheArticlesOwnVoiceIsThereWhereNothingIsAskedOfASpeaker()
    {
        var own = New with { Claims = [], Mentions = [], Statistics = [New.Statistics[0] with { ClaimedBy = null }] };
        using var store = await engine.WithAsync(Sample.Dossier, own);

        async Task<int> Count(ClaimFilter filter) => (await store.Queries.StatisticsAsync(filter, TemporaryStore.Never)).Count;

        Assert.Equal(1, await Count(new()));
        Assert.Equal(1, await Count(new() { From = Day, To = Day, Articles = [own.Article.Key], Sources = [ClaimFilter.NoSource] }));
        Assert.Equal(0, await Count(new() { From = Day.AddDays(1) }));
        Assert.Equal(0, await Count(new() { Sources = ["wire"] }));
        Assert.Equal(0, await Count(new() { Undated = true }));
        Assert.Equal(0, await Count(new() { Sides = ["upper"] }));
    }

    [Fact]
    public async Task TotalsCountTheCollectionAndEachSide()
    {
        using var store = await StoreAsync();

        var totals = await store.Queries.TotalsAsync(TemporaryStore.Never);

        Assert.Equal((3, 2, 5, 2, 3, 2), (totals.Articles, totals.Sources, totals.Claims, totals.Statistics, totals.Actors, totals.Disputes));
        Assert.Equal(
            [new("upper", 2, 1, 1, 1), new("lower", 2, 1, 0, 1), new("others", 0, 0, 0, 0), new(ClaimFilter.NoSide, 1, 1, 0, 0)], totals.BySide);
    }

    [Fact]
    public async Task SumsComeWithTheirArticle()
    {
        using var store = await StoreAsync();

        var check = Assert.Single(await store.Queries.ArithmeticAsync(TemporaryStore.Never));

        Assert.Equal((Old.Article.Key, "12 = 12", ArithmeticVerdict.Exactly), (check.ArticleKey, check.Why, check.Holds));
    }

    [Fact]
    public async Task RunsComeLatestFirstWithWhatWasSkipped()
    {
        using var store = await StoreAsync();
        var first = await store.Runs.StartAsync("start", TemporaryStore.Now, TemporaryStore.Never);
        await store.Runs.SkipAsync(first, new("photo.jpg", "Expected text, found a picture."), TemporaryStore.Never);
        await store.Runs.FinishAsync(first, TemporaryStore.Now.AddSeconds(2), 3, 1, 1, TemporaryStore.Never);
        await store.Runs.StartAsync("folder", TemporaryStore.Now.AddHours(1), TemporaryStore.Never);

        var runs = await store.Queries.RunsAsync(10, TemporaryStore.Never);

        Assert.Equal(["folder", "start"], runs.Select(r => r.Trigger));
        Assert.Null(runs[0].Finished);
        Assert.Equal((TemporaryStore.Now, TemporaryStore.Now.AddSeconds(2), 3, 1, 1), (runs[1].Started, runs[1].Finished, runs[1].Stored, runs[1].Known, runs[1].Skipped));
        Assert.Equal([new SkippedFile("photo.jpg", "Expected text, found a picture.")], runs[1].Files);
        Assert.Single(await store.Queries.RunsAsync(1, TemporaryStore.Never));
    }

    [Fact]
    public async Task AnEmptyDatabaseAnswersEverything()
    {
        using var store = engine.New();
        var queries = store.Queries;

        Assert.Equal(0, (await queries.FindAsync(new() { Text = "sheep" }, null, 10, TemporaryStore.Never)).Total);
        Assert.All(await queries.FacetsAsync(new(), TemporaryStore.Never), f => Assert.Empty(f.Values));
        Assert.Empty(await queries.HistogramAsync(new(), TemporaryStore.Never));
        Assert.Empty(await queries.ArticlesAsync(TemporaryStore.Never));
        Assert.Empty(await queries.StatisticsAsync(new(), TemporaryStore.Never));
        Assert.Equal(0, (await queries.TotalsAsync(TemporaryStore.Never)).Claims);
        Assert.Equal("0", await queries.DataVersionAsync(TemporaryStore.Never));
    }

    private async Task<TemporaryStore> StoreAsync()
    {
        var store = await engine.WithAsync(Sample.Dossier, Old, New, Undated);
        await store.CompareAsync(Found);
        return store;
    }

    private static async Task<IEnumerable<string>> SlugsAsync(TemporaryStore store, string? topic = null, string? actor = null, DisputeKind? kind = null) =>
        (await store.Queries.DisputesAsync(topic, actor, kind, TemporaryStore.Never)).Select(d => d.Slug);
}
