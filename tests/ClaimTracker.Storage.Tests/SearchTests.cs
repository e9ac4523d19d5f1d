using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

public abstract class SearchTests(StoreEngine engine)
{
    private static readonly ArticleAnalysis Article = Sample.Article(
        "Search", new DateOnly(2026, 3, 5),
        new SampleClaim("council", "It said [the cross-border bridge was closed]."),
        new("ministry", "It said [bridges were closed, and the bridge too, the bridge]."),
        new("observers", "They said [Ärger über 1,346 Brücken]."));

    [Theory]
    [InlineData("bridge", 2)]
    [InlineData("BRIDGE closed", 2)]
    [InlineData("bridge*", 2)]
    [InlineData("bridg*", 2)]
    [InlineData("bridg", 0)]
    [InlineData("\"bridge was closed\"", 1)]
    [InlineData("“bridge was closed”", 1)]
    [InlineData("\"closed bridge\"", 0)]
    [InlineData("\"the cross bor*\"", 1)]
    [InlineData("cross-border", 1)]
    [InlineData("border-cross", 0)]
    [InlineData("arger", 1)]
    [InlineData("1,346", 1)]
    [InlineData("1,34*", 1)]
    [InlineData("bridge NOT closed", 0)]
    [InlineData("NEAR(bridge closed)", 0)]
    [InlineData("passage:bridge", 0)]
    [InlineData("\"bridge was closed", 1)]
    [InlineData("   ", 3)]
    [InlineData("\"\"", 0)]
    [InlineData("*", 0)]
    [InlineData("… – !", 0)]
    public async Task WordsPhrasesAndBeginningsAreFound(string text, int expected)
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);

        var page = await store.Queries.FindAsync(new() { Text = text }, null, 10, TemporaryStore.Never);

        Assert.Equal(expected, page.Total);
    }

    [Theory]
    [InlineData("the council", "names-it says-it names-both")]
    [InlineData("council of the lower valley", "names-it says-it names-both")]
    [InlineData("COUNCIL of the Lower Valley", "names-it says-it names-both")]
    [InlineData("\"the council\"", "names-it")]
    [InlineData("the council*", "names-it")]
    [InlineData("council", "names-it")]
    [InlineData("the council rain", "says-it")]
    [InlineData("rain the council", "says-it")]
    [InlineData("minister ruiz the council", "names-both")]
    [InlineData("ana ruiz", "names-both calls-her-minister")]
    public async Task ANameOfTheDossiersFindsTheOtherNamesAndWhatItsBearerSays(string text, string expected)
    {
        using var store = await engine.WithAsync(
            Sample.Dossier,
            Named("names-it", "observers", "They said [that the council slept]."),
            Named("says-it", "council", "It said [rain would come]."),
            Named("names-both", "council", "It said [that Ana Ruiz slept]."),
            Named("calls-her-minister", "observers", "They said [that Minister Ruiz slept]."),
            Named("neither", "gazette", "It said [that the others slept]."));

        var page = await store.Queries.FindAsync(new() { Text = text }, null, 10, TemporaryStore.Never);

        Assert.Equal(expected.Split(' ').Order(), page.Items.Select(r => r.Article.Title).Order());
    }

    [Fact]
    public async Task APageTellsWhatItsTextWasReadAs()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);

        var page = await store.Queries.FindAsync(new() { Text = "Minister Ruiz brid*" }, null, 10, TemporaryStore.Never);

        Assert.Equal(2, page.Terms.Count);
        Assert.Equal(["Minister", "Ruiz"], page.Terms[0].Typed.SelectMany(p => p.Words));
        Assert.Equal(["Ana Ruiz", "Minister Ruiz"], page.Terms[0].Names.Select(n => string.Join(' ', n.Words)));
        Assert.Equal(["ana-ruiz"], page.Terms[0].Speakers);
        Assert.True(Assert.Single(page.Terms[1].Typed).Beginning);
    }

    private static ArticleAnalysis Named(string title, string speaker, string sentence) => Sample.Article(title, null, new SampleClaim(speaker, sentence));

    [Fact]
    public async Task NothingThatCanBeTypedIsAnError()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);
        var random = new Random(42);
        const string Keys = "ab\"“”*()^:{}+-ANDORNOT \0\t'`\\;%_,.ä\uD83D\uDE00\uD800中́½\u200B";

        // A server is asked over a connection: as many as on a file would take minutes.
        for (var n = 0; n < (engine == StoreEngine.Sqlite ? 2000 : 200); n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => Keys[random.Next(Keys.Length)]));
            foreach (var sort in Enum.GetValues<ClaimSort>())
                Assert.InRange((await store.Queries.FindAsync(new() { Text = text, Sort = sort }, null, 10, TemporaryStore.Never)).Total, 0, 3);
        }
    }

    [Fact]
    public async Task AsManyWordsAsFitAnAddressAreStillAQuestion()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);

        var all = await store.Queries.FindAsync(new() { Text = string.Join(' ', Enumerable.Repeat("bridge closed", 4000)) }, null, 10, TemporaryStore.Never);
        var phrase = await store.Queries.FindAsync(new() { Text = "\"" + string.Join(' ', Enumerable.Repeat("bridge", 8000)) + "\"" }, null, 10, TemporaryStore.Never);

        Assert.Equal((2, 0), (all.Total, phrase.Total));
    }

    [Fact]
    public async Task ByRelevanceTheClaimThatSpeaksOfItMostComesFirst()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);

        var page = await store.Queries.FindAsync(new() { Text = "bridge", Sort = ClaimSort.Relevance }, null, 10, TemporaryStore.Never);

        Assert.Equal(["ministry", "council"], page.Items.Select(r => r.Speaker.Id));
    }

    [Fact]
    public async Task ArticlesAreFoundByTitleAndTextTheBestFirst()
    {
        using var store = await engine.WithAsync(
            Sample.Dossier, Article, Sample.Article("The bridge", null, new SampleClaim("council", "It said [the bridge, the bridge, the bridge].")));

        var found = await store.Queries.SearchArticlesAsync("bridge", 10, TemporaryStore.Never);
        var one = await store.Queries.SearchArticlesAsync("bridge", 1, TemporaryStore.Never);
        var none = await store.Queries.SearchArticlesAsync("\"", 10, TemporaryStore.Never);

        Assert.Equal(["The bridge", "Search"], found.Select(a => a.Title));
        Assert.Equal("The bridge", Assert.Single(one).Title);
        Assert.Empty(none);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("nonsense")]
    [InlineData("n1.")]
    [InlineData("n.1")]
    [InlineData("n1.zz")]
    [InlineData("n01.2")]
    [InlineData("n1.2 ")]
    [InlineData("o1.2")]
    [InlineData("n1.2.3")]
    [InlineData("nfffffffffffffffff.1")]
    [InlineData("n１.２")]
    public async Task ACursorThatNoPageGaveIsRefused(string after)
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);

        var refused = await Assert.ThrowsAsync<FormatException>(() => store.Queries.FindAsync(new(), after, 2, TemporaryStore.Never));

        Assert.Equal($"Expected the 'next' of an earlier page in this order, found '{after}'.", refused.Message);
    }

    [Fact]
    public async Task ACursorOfOneOrderIsRefusedInAnother()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Article);
        var next = (await store.Queries.FindAsync(new() { Sort = ClaimSort.Oldest }, null, 1, TemporaryStore.Never)).Next;

        await Assert.ThrowsAsync<FormatException>(() => store.Queries.FindAsync(new() { Sort = ClaimSort.Newest }, next, 1, TemporaryStore.Never));
    }
}
