using ClaimTracker.Comparison;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Keeps what is stored of the comparison in step with the stored articles, article by article. Safe to use from several threads.</summary>
/// <remarks>
/// <para>
/// The claims of all articles stand in an index beside the store. What changed in the store since it was last looked at is changed in the index, whoever
/// stored it, and what thereby changes in the result is saved in one transaction, which is refused where somebody stored or compared meanwhile: then the
/// index looks again. What it has to tell is held until it is saved. Nothing of it has to outlive the program: a start finds by the versions in the
/// store that something is not compared, and compares everything once.
/// </para>
/// <para>
/// An article of thirty claims costs milliseconds with the index and everything from the start without it, but a claim takes about 2 kB in it, and a
/// service at rest should be small. So it is kept for some minutes after its last use, however large: news comes in bursts, and who pays for making the
/// index anew is the first article after a quiet time. What it would cost to keep it always, or only while it is small, everybody would pay all the time.
/// </para>
/// </remarks>
public sealed partial class LiveComparison : IDisposable
{
    /// <summary>How long the index is kept after its last use.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly IArticleEngine _engine;
    private readonly ComparisonStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveComparison> _log;
    private readonly SemaphoreSlim _using = new(1);
    private readonly ITimer _rest;
    private Warm? _warm;

    /// <summary>Begins without an index; nothing is read yet.</summary>
    public LiveComparison(IArticleEngine engine, ComparisonStore store, TimeProvider time, ILogger<LiveComparison> log)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_engine, _store, _time, _log) = (engine, store, time, log);
        _rest = time.CreateTimer(_ => LetGo(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the index is in memory.</summary>
    public bool IsWarm => _warm is not null;

    /// <summary>Compares whatever was stored or removed, or is to be compared otherwise; does nothing where all is compared.</summary>
    /// <param name="stop">Ends it between two articles, or before it is saved: the next call goes on.</param>
    public async Task CatchUpAsync(CancellationToken stop)
    {
        await _using.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            while (await _store.VersionsAsync(stop).ConfigureAwait(false) is { } versions && !versions.AreCompared(_engine.ComparisonVersion))
            {
                var began = _time.GetTimestamp();
                var warm = await FollowAsync(versions, stop).ConfigureAwait(false);
                await SaveAsync(warm, versions, began, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            if (IsWarm) _rest.Change(KeptFor, Timeout.InfiniteTimeSpan);
            _using.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rest.Dispose();
        _using.Dispose();
    }

    /// <summary>The index with the articles of a version inside, or of a later one: then saving is refused.</summary>
    private async Task<Warm> FollowAsync(ComparedVersions versions, CancellationToken stop)
    {
        var with = _engine.ComparisonVersion;
        var warm = _warm is { } known && known.With == with ? known : null;
        var changed = warm is null ? null : await _store.ChangedSinceAsync(warm.Instance, warm.Version, stop).ConfigureAwait(false);
        // Whatever goes wrong below leaves an index that nobody knows the state of.
        _warm = null;
        if (warm is null || changed is null)
        {
            warm = new(_engine.NewComparison(), versions.Instance, with);
            await Task.Run(() => warm.PutAll(_store.AnalysesAsync(stop).ToBlockingEnumerable(stop)), stop).ConfigureAwait(false);
        }
        else
        {
            // First all out: an article can have come back under another number, or another one under its number.
            foreach (var id in changed) warm.Remove(id);
            await foreach (var article in _store.AnalysesAsync(changed, stop).ConfigureAwait(false)) warm.Put(article);
        }

        warm.Version = versions.Articles;
        return _warm = warm;
    }

    private async Task SaveAsync(Warm warm, ComparedVersions versions, long began, CancellationToken stop)
    {
        if (warm.Saved is { } saved && saved == versions.Compared && versions.With == warm.With)
        {
            var change = warm.Index.Changes();
            if (!await _store.SaveChangeAsync(change, saved, versions.Articles, warm.With, stop).ConfigureAwait(false)) return;
            LogChange(change.Disputes.Count, change.GoneDisputes.Count, change.Repeats.Count, change.Arithmetic.Count, Milliseconds(began));
        }
        else
        {
            var found = warm.Index.Result();
            if (!await _store.SaveAsync(found, versions.Articles, warm.With, stop).ConfigureAwait(false)) return;
            LogAll(warm.Index.Count, found.Disputes.Count, found.Repeats.Count, found.Arithmetic.Count, Milliseconds(began));
        }

        warm.Index.Accept();
        warm.Saved = versions.Articles;
    }

    private double Milliseconds(long began) => _time.GetElapsedTime(began).TotalMilliseconds;

    private void LetGo()
    {
        // Whoever uses it winds the clock up again at the end.
        if (!_using.Wait(0)) return;
        _warm = null;
        _using.Release();
        LogLetGo();
        // Nothing else may be made for hours that would move the collector to give the memory back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>The index with what it stands at.</summary>
    private sealed class Warm(IComparisonIndex index, string instance, string with)
    {
        private readonly Dictionary<int, string> _keys = [];

        public IComparisonIndex Index => index;

        public string Instance => instance;

        public string With => with;

        /// <summary>The version of the articles that it has seen all changes up to.</summary>
        public long Version { get; set; }

        /// <summary>The version whose result was saved when changes were last accepted; null before.</summary>
        public long? Saved { get; set; }

        public void Put(StoredAnalysis article)
        {
            _keys[article.Id] = article.Analysis.Article.Key;
            index.Add(article.Analysis);
        }

        public void PutAll(IEnumerable<StoredAnalysis> articles) => index.AddAll(articles.Select(article =>
        {
            _keys[article.Id] = article.Analysis.Article.Key;
            return article.Analysis;
        }));

        public void Remove(int id)
        {
            if (_keys.Remove(id, out var key)) index.Remove(key);
        }
    }

    [LoggerMessage(LogLevel.Information, "Compared {Articles} articles: {Disputes} disputes, {Repeats} repeats, {Arithmetic} sums, {Milliseconds:0} ms")]
    private partial void LogAll(int articles, int disputes, int repeats, int arithmetic, double milliseconds);

    [LoggerMessage(
        LogLevel.Information,
        "Compared what changed: {Disputes} disputes new or other, {Gone} gone, {Repeats} repeats and {Arithmetic} sums new or other, {Milliseconds:0} ms")]
    private partial void LogChange(int disputes, int gone, int repeats, int arithmetic, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "The index of claims has not been used for a while and is let go.")]
    private partial void LogLetGo();
}
