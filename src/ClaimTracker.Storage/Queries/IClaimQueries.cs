using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>Everything that pages, API and exports ask of the store. No method changes anything.</summary>
public interface IClaimQueries
{
    /// <exception cref="FormatException"><paramref name="after"/> is not what an earlier page gave as <c>Next</c> for this sort.</exception>
    Task<ClaimPage> FindAsync(ClaimFilter filter, string? after, int pageSize, CancellationToken stop);

    /// <summary>Counts for every facet value; each facet's counts follow the filter less that facet's own selection.</summary>
    Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, CancellationToken stop);

    /// <summary>Weeks in order, without gaps filled; the undated last.</summary>
    Task<IReadOnlyList<WeekCount>> HistogramAsync(ClaimFilter filter, CancellationToken stop);

    Task<ClaimRow?> ClaimAsync(string key, CancellationToken stop);

    /// <summary>In the order of the keys; those that do not exist are left out.</summary>
    Task<IReadOnlyList<ClaimRow>> ClaimsAsync(IReadOnlyList<string> keys, CancellationToken stop);

    /// <summary>Other places with the same statement.</summary>
    Task<IReadOnlyList<ClaimRow>> RepeatsAsync(string key, CancellationToken stop);

    Task<IReadOnlyList<ArticleRow>> ArticlesAsync(CancellationToken stop);

    Task<ArticleDetail?> ArticleAsync(string key, CancellationToken stop);

    /// <summary>Those with claims or targeted by claims first, by number of claims; with <paramref name="all"/> the dossier's others too.</summary>
    Task<IReadOnlyList<ActorRow>> ActorsAsync(bool all, CancellationToken stop);

    Task<ActorDetail?> ActorAsync(string id, CancellationToken stop);

    /// <summary>Strongest first.</summary>
    Task<IReadOnlyList<DisputeRow>> DisputesAsync(string? topic, string? actor, DisputeKind? kind, CancellationToken stop);

    Task<DisputeRow?> DisputeAsync(string slug, CancellationToken stop);

    /// <summary>In the order of articles and text; filtered as claims are where one claims them.</summary>
    Task<IReadOnlyList<StatisticRow>> StatisticsAsync(ClaimFilter filter, CancellationToken stop);

    Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(CancellationToken stop);

    Task<Totals> TotalsAsync(CancellationToken stop);

    Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken stop);

    Task<IReadOnlyList<IngestRunRow>> RunsAsync(int most, CancellationToken stop);

    /// <summary>Changes with every commit that changes what any of these methods return: for ETag and output caching.</summary>
    Task<string> DataVersionAsync(CancellationToken stop);
}
