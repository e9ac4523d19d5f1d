using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>An import into a server leaves references out too, and nobody ever deletes without them.</summary>
public sealed class PostgresImportTests() : ImportTests(StoreEngine.Postgres, leastLeftOut: 21)
{
    [Fact]
    public async Task AnArticleThatIsReadAgainDuringAnImportTakesAlongWhatHangsOnItsClaims()
    {
        await BeginAsync();
        await Store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1), Article(2));

        await StoreAsync(Article(1) with { Claims = [] });
        await Store.Articles.EndImportAsync(default);

        Assert.Equal((1, 1), (Store.Number("SELECT count(*) FROM claims"), Store.Number("SELECT count(*) FROM claim_ids")));
        Assert.Equal(["so 2"], await FoundAsync("so"));
    }

    [Fact]
    public async Task AWriterThatWasThereBeforeMakesGoodWhatAnImportOfAnotherProgramLeftOut()
    {
        await BeginAsync();
        using var other = Store.OpenAgain();
        await new DossierStore(other).SaveAsync(Sample.Dossier with { Version = "another" }, default);
        var rules = Rules();
        await Store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2), "1") with { Replaces = Article(1).Article.Key }, TemporaryStore.Now, default);

        Assert.Equal(rules, Rules());
        Assert.Equal(["so 2"], await FoundAsync("so"));
        Assert.Equal(1, Store.Number("SELECT count(*) FROM claim_ids"));
    }

    /// <summary>Indexes and constraints but for those of a partition, which came with the first article of its year.</summary>
    private protected override List<string> Rules() =>
    [
        .. Store.Sql("SELECT tablename || ': ' || indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1", row => row.GetString(0)).Where(IsOfNoYear),
        .. Store.Sql("SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1", row => row.GetString(0)).Where(IsOfNoYear),
    ];

    private static bool IsOfNoYear(string rule) => !rule.StartsWith("claims_2", StringComparison.Ordinal);
}
