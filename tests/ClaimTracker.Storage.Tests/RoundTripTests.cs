using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Tests;

public abstract class RoundTripTests(StoreEngine engine)
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    private static readonly ArticleAnalysis Full = Sample.Article(
        "Sheep lost", Day, Sample.Wire,
        new("ana-ruiz", "She said [12 sheep were lost] at noon.")
        {
            Act = ClaimAct.Accuses,
            Quotation = QuotationKind.Mixed,
            Target = "council",
            ReportedBy = "gazette",
            Anaphoric = true,
            SaidOn = Day.AddDays(-1),
            Topics = ["sheep", "water"],
            Places = ["mill", "south"],
            Figure = "12",
        },
        new("a-shepherd-of-this-article", "One said [nobody lost any]."));

    [Fact]
    public async Task AnArticleComesBackAsTheEngineReadIt()
    {
        using var store = await engine.WithAsync(Sample.Dossier, Full);

        var read = await store.Comparisons.AnalysesAsync(TemporaryStore.Never).ToListAsync();

        Assert.Equal(JsonSerializer.Serialize(Full), JsonSerializer.Serialize(Assert.Single(read).Analysis));
    }

    [Fact]
    public async Task AnArticleWithEverythingUnknownComesBackToo()
    {
        var bare = Sample.Article("Bare", null);
        bare = bare with { Article = bare.Article with { Title = null, TitleSpan = null, Boilerplate = [new(0, 2), new(3, 5)], Dateline = "MILL", FromHtml = true } };
        using var store = await engine.WithAsync(Sample.Dossier, bare);

        var read = await store.Comparisons.AnalysesAsync(TemporaryStore.Never).ToListAsync();

        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(Assert.Single(read).Analysis));
    }

    [Fact]
    public async Task ArticlesComeBackInTheOrderInWhichTheyWereStoredHoweverMany()
    {
        var many = Enumerable.Range(0, 230).Select(n => Sample.Article($"Number {n}", Day, new SampleClaim("council", $"It said [word {n}]."))).ToArray();
        using var store = await engine.WithAsync(Sample.Dossier, many);

        var read = await store.Comparisons.AnalysesAsync(TemporaryStore.Never).Select(a => a.Analysis.Article.Title).ToListAsync();

        Assert.Equal(many.Select(a => a.Article.Title), read);
    }
}
