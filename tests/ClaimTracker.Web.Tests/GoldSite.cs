namespace ClaimTracker.Web.Tests;

/// <summary>One site with the annotated seeds for all tests that only read.</summary>
public sealed class GoldSite : Site, IAsyncLifetime
{
    public const string Name = "the site with the annotated seeds";

    public Task InitializeAsync() => StoreAsync(Gold.Articles, Gold.Comparisons);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}

[CollectionDefinition(GoldSite.Name)]
public sealed class SharedGoldSite : ICollectionFixture<GoldSite>;
