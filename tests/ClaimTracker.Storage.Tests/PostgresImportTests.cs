using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>An import into a server leaves indexes and references out, makes them at its end, and nobody ever deletes without them.</summary>
public sealed class PostgresImportTests : IDisposable
{
    private readonly TemporaryStore _store = StoreEngine.Postgres.New();

    [Fact]
    public async Task AnImportMakesWhatItLeftOutAndEverythingIsFound()
    {
        await BeginAsync();
        var rules = Rules();

        Assert.True(await _store.Articles.BeginImportAsync(default));
        var during = Rules();
        await StoreAsync(Article(1), Article(2));
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.True(during.Count < rules.Count - 20, $"Only {rules.Count - during.Count} indexes and references were left out.");
        Assert.Equal(rules, [.. Rules().Where(IsOfNoYear)]);
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.False(await _store.Articles.BeginImportAsync(default));
        await _store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportThatWasKilledIsMadeGoodByWhoeverWritesNextAndGoesOnWithoutIt()
    {
        await BeginAsync();
        var rules = Rules();
        await _store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        using (var other = _store.OpenAgain()) await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2)), TemporaryStore.Now, default);
        var made = Rules();
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.Equal(rules, [.. made.Where(IsOfNoYear)]);
        Assert.Equal(made, Rules());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
    }

    [Fact]
    public async Task AnArticleThatIsReadAgainDuringAnImportTakesAlongWhatHangsOnItsClaims()
    {
        await BeginAsync();
        await _store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1), Article(2));

        await StoreAsync(Article(1) with { Claims = [] });
        await _store.Articles.EndImportAsync(default);

        Assert.Equal((1, 1), (_store.Number("SELECT count(*) FROM claims"), _store.Number("SELECT count(*) FROM claim_ids")));
        Assert.Equal(["so 2"], await FoundAsync("so"));
    }

    [Fact]
    public async Task AWriterThatWasThereBeforeMakesGoodWhatAnImportOfAnotherProgramLeftOut()
    {
        await BeginAsync();
        using var other = _store.OpenAgain();
        await new DossierStore(other).SaveAsync(Sample.Dossier with { Version = "another" }, default);
        var rules = Rules();
        await _store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2), "1") with { Replaces = Article(1).Article.Key }, TemporaryStore.Now, default);

        Assert.Equal(rules, [.. Rules().Where(IsOfNoYear)]);
        Assert.Equal(["so 2"], await FoundAsync("so"));
        Assert.Equal(1, _store.Number("SELECT count(*) FROM claim_ids"));
    }

    public void Dispose() => _store.Dispose();

    private async Task BeginAsync() => await new DossierStore(_store.Database).SaveAsync(Sample.Dossier, default);

    private static ArticleAnalysis Article(int n) => Sample.Article($"Article {n}", new(2026, 1, n), new SampleClaim("council", $"It said [so {n}]."));

    private Task<ArgumentException?[]> StoreAsync(params ArticleAnalysis[] articles) =>
        _store.Articles.StoreAllAsync([.. articles.Select(a => Sample.ToStore(a))], TemporaryStore.Now, default);

    private async Task<List<string>> FoundAsync(string text) =>
        [.. (await _store.Queries.FindAsync(new() { Text = text, Sort = ClaimSort.Oldest }, null, 100, default)).Items.Select(c => c.Words)];

    /// <summary>All indexes and constraints, by what they are and not by when they were made.</summary>
    private List<string> Rules() =>
    [
        .. _store.Sql("SELECT tablename || ': ' || indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1", row => row.GetString(0)),
        .. _store.Sql("SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1", row => row.GetString(0)),
    ];

    /// <summary>Not one of a partition that came with the first article of its year.</summary>
    private static bool IsOfNoYear(string rule) => !rule.StartsWith("claims_2", StringComparison.Ordinal);
}
