using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>A store of an engine's, and articles told apart by their number: each has one claim, “so 1”, “so 2” and so on.</summary>
public abstract class NumberedArticles(StoreEngine engine) : IDisposable
{
    private protected TemporaryStore Store { get; } = engine.New();

    public void Dispose()
    {
        Store.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task BeginAsync() => await new DossierStore(Store.Database).SaveAsync(Sample.Dossier, default);

    private protected static ArticleAnalysis Article(int n) => Sample.Article($"Article {n}", new(2026, 1, n), new SampleClaim("council", $"It said [so {n}]."));

    private protected Task<ArgumentException?[]> StoreAsync(params ArticleAnalysis[] articles) =>
        Store.Articles.StoreAllAsync([.. articles.Select(a => Sample.ToStore(a))], TemporaryStore.Now, default);

    private protected async Task<List<string>> FoundAsync(string text) =>
        [.. (await Store.Queries.FindAsync(new() { Text = text, Sort = ClaimSort.Oldest }, null, 100, default)).Items.Select(c => c.Words)];
}
