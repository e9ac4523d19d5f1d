using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>Everything that pages, API and exports ask of the store. No method changes anything.</summary>
public interface IClaimQueries
{
    /// <exception cref="FormatException"><paramref name="after"/> is not what an earlier page gave as <c>Next</c> for this sort.</exception>
    Task<ClaimPage> FindAsync(ClaimFilter filter, string? after, int pageSize, CancellationToken stop);

    /// <summary>Counts for every facet value; each facet's counts follow the filter less that facet's own selection.</summary>
    /// <remarks>Acts and kinds of quotation are named in snake_case, <c>calls_for</c>; <c>statistics</c> and <c>disputed</c> have <c>true</c> and <c>false</c>.</remarks>
    Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, CancellationToken stop);

    /// <summary>The same with at most so many values in each facet, those that are selected beside them: what a page shows needs no more names.</summary>
    Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, int most, CancellationToken stop);

    /// <summary>Values of one facet whose label or another name has the typed words, in any order, each as the beginning of a word; those with most claims first.</summary>
    /// <param name="filter">What counts follow; the facet's own selection is set aside.</param>
    /// <param name="facet">A facet's name, <c>actor</c>.</param>
    /// <param name="typed">Case and accents make no difference; nothing typed finds every value.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such facet.</exception>
    Task<Facet> FacetValuesAsync(ClaimFilter filter, string facet, string typed, int most, CancellationToken stop);

    /// <summary>Weeks in order, without gaps filled; the undated last.</summary>
    Task<IReadOnlyList<WeekCount>> HistogramAsync(ClaimFilter filter, CancellationToken stop);

    /// <summary>How many claims speak of what happened on a day, by day in order; the filter's own period is set aside.</summary>
    Task<IReadOnlyList<DayCount>> EventDaysAsync(ClaimFilter filter, CancellationToken stop);

    /// <summary>The filter without actors, sources and articles that do not exist.</summary>
    Task<ClaimFilter> KnownAsync(ClaimFilter filter, CancellationToken stop);

    Task<ClaimRow?> ClaimAsync(string key, CancellationToken stop);

    /// <summary>In the order of the keys; those that do not exist are left out.</summary>
    Task<IReadOnlyList<ClaimRow>> ClaimsAsync(IReadOnlyList<string> keys, CancellationToken stop);

    /// <summary>Other places with the same statement.</summary>
    Task<IReadOnlyList<ClaimRow>> RepeatsAsync(string key, CancellationToken stop);

    /// <summary>For each of some claims the other places with the same statement, in their order. Claims that stand alone have none.</summary>
    /// <param name="keys">Those on one page: some hundreds at most.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ILookup<string, ClaimRow>> RepeatsAsync(IReadOnlyCollection<string> keys, CancellationToken stop);

    /// <summary>When articles came into the collection, by key; reading one again changes nothing of it. Keys that do not exist are left out.</summary>
    /// <param name="articleKeys">Those on one page: some hundreds at most.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> AddedAsync(IReadOnlyCollection<string> articleKeys, CancellationToken stop);

    /// <summary>What is claimed of an actor: claims that accuse or address it, by others than itself. The latest first.</summary>
    Task<IReadOnlyList<ClaimRow>> ClaimsOfActorAsync(string actor, int most, CancellationToken stop);

    /// <summary>Which of some claims contradict and which repeat each other.</summary>
    /// <param name="keys">Those on one page: some hundreds at most. Keys that do not exist tie to nothing.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ClaimLinks> LinksAsync(IReadOnlyCollection<string> keys, CancellationToken stop);

    /// <summary>Every statement that stands at several places, that at most places first.</summary>
    Task<IReadOnlyList<RepeatRow>> AllRepeatsAsync(CancellationToken stop);

    /// <summary>Latest published first, those without a date last.</summary>
    Task<IReadOnlyList<ArticleRow>> ArticlesAsync(CancellationToken stop);

    /// <summary>A part of those of a source, or of all: latest published first, those without a date last.</summary>
    /// <param name="source">The source's id; null for every article.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="take">How many at most; at least 1.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ArticlePage> ArticlesAsync(string? source, int skip, int take, CancellationToken stop);

    /// <summary>Those that have the words (as in <see cref="ClaimFilter.Text"/>) in title or text, the best first.</summary>
    Task<IReadOnlyList<ArticleRow>> SearchArticlesAsync(string text, int most, CancellationToken stop);

    Task<ArticleDetail?> ArticleAsync(string key, CancellationToken stop);

    /// <summary>Those with claims or targeted by claims first, by number of claims; with <paramref name="all"/> the dossier's others too.</summary>
    Task<IReadOnlyList<ActorRow>> ActorsAsync(bool all, CancellationToken stop);

    /// <summary>A part of those with claims or targeted by claims, by number of claims, then by that of claims at them, then by name.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="take">How many at most; at least 1.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ActorPage> ActorsAsync(ActorFilter filter, int skip, int take, CancellationToken stop);

    Task<ActorDetail?> ActorAsync(string id, CancellationToken stop);

    /// <summary>Strongest first.</summary>
    Task<IReadOnlyList<DisputeRow>> DisputesAsync(string? topic, string? actor, DisputeKind? kind, CancellationToken stop);

    /// <summary>Strongest first: those contested by more outlets and more sides, by larger differences, and paired more surely.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="take">How many at most; at least 1.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<DisputePage> DisputesAsync(DisputeFilter filter, int skip, int take, CancellationToken stop);

    /// <summary>Disputes of a kind in which one of some claims stands, the strongest first.</summary>
    /// <param name="keys">Of claims: some hundreds at most.</param>
    /// <param name="kind">Of disputes.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<DisputeRow>> DisputesOfClaimsAsync(IReadOnlyCollection<string> keys, DisputeKind kind, CancellationToken stop);

    /// <summary><c>kind</c>, <c>topic</c>, <c>actor</c>, <c>period</c> (months, <c>2025-10</c>) and <c>year</c>, both the latest first; each facet's counts follow the filter less that facet's own selection.</summary>
    Task<IReadOnlyList<Facet>> DisputeFacetsAsync(DisputeFilter filter, CancellationToken stop);

    /// <summary>What a claim is not to be held against, and why; the surest first.</summary>
    Task<IReadOnlyList<NotComparableRow>> NotComparableAsync(string claimKey, CancellationToken stop);

    /// <summary>Verdicts of a reason, or of any; the surest first.</summary>
    Task<IReadOnlyList<NotComparableRow>> NotComparableAsync(ApartReason? reason, int most, CancellationToken stop);

    /// <summary>Where speakers say something else than before, the latest first.</summary>
    /// <param name="actor">The id of a speaker, of either claim; null for any.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<ShiftRow>> ShiftsAsync(string? actor, int most, CancellationToken stop);

    /// <summary>Shifts in which a claim is the earlier or the later.</summary>
    Task<IReadOnlyList<ShiftRow>> ShiftsOfClaimAsync(string claimKey, CancellationToken stop);

    /// <summary>Articles that are copies of one text, those with most articles first.</summary>
    Task<IReadOnlyList<OriginRow>> OriginsAsync(CancellationToken stop);

    /// <summary>The copies of an article, itself among them; null where it has none.</summary>
    Task<OriginRow?> OriginOfAsync(string articleKey, CancellationToken stop);

    /// <summary>
    /// Accusations against a named party that stand in no dispute, nor any of their repeats, and after which no claim by whoever is accused,
    /// or by one of the same side, denies anything in the same article. The latest first.
    /// </summary>
    /// <param name="filter">Of the accusations.</param>
    /// <param name="skip">How many to leave out at the beginning.</param>
    /// <param name="take">How many at most; at least 1.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<UnansweredPage> UnansweredAsync(ClaimFilter filter, int skip, int take, CancellationToken stop);

    Task<DisputeRow?> DisputeAsync(string slug, CancellationToken stop);

    /// <summary>In the order of articles and text; filtered as claims are where one claims them.</summary>
    /// <remarks>A number that an article states in its own voice is there where the filter asks for articles, sources and days alone.</remarks>
    Task<IReadOnlyList<StatisticRow>> StatisticsAsync(ClaimFilter filter, CancellationToken stop);

    /// <summary>The same of a part of the articles, in their order.</summary>
    /// <param name="filter">Of claims and articles.</param>
    /// <param name="skip">How many articles to leave out at the beginning.</param>
    /// <param name="take">How many articles at most; at least 1.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<StatisticPage> StatisticsAsync(ClaimFilter filter, int skip, int take, CancellationToken stop);

    Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(CancellationToken stop);

    /// <summary>Those of some articles.</summary>
    Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(IReadOnlyCollection<string> articleKeys, CancellationToken stop);

    Task<Totals> TotalsAsync(CancellationToken stop);

    Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken stop);

    /// <summary>What each source carries; those with most claims first.</summary>
    Task<IReadOnlyList<SourceTotals>> SourceTotalsAsync(CancellationToken stop);

    Task<IReadOnlyList<IngestRunRow>> RunsAsync(int most, CancellationToken stop);

    /// <summary>Changes with every commit that changes what any of these methods return: for ETag and output caching.</summary>
    Task<string> DataVersionAsync(CancellationToken stop);
}
