using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Writing;

/// <summary>Gives the stored articles to the comparison and keeps what it found.</summary>
/// <remarks>
/// What was found is kept with the state of the articles that it was found in. A program stopped between storing and comparing leaves
/// the two apart, and the next start sees that. Claims are named by key where persons judged them: what is kept here can go and come at will.
/// </remarks>
public sealed class ComparisonStore(ClaimDatabase database)
{
    private const int ArticlesAtATime = 100;

    /// <summary>The version of the articles that have to be compared, or null where what is stored was worked out from them already.</summary>
    /// <param name="with">Versions of the comparison and the dossier.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<long?> PendingAsync(string with, CancellationToken stop) =>
        await VersionsAsync(stop).ConfigureAwait(false) is { } versions && !versions.AreCompared(with) ? versions.Articles : null;

    /// <summary>What the articles and the comparison stand at; null for a store that nothing was written to.</summary>
    public Task<ComparedVersions?> VersionsAsync(CancellationToken stop) => database.ReadAsync(async db =>
        await db.StoreState.SingleOrDefaultAsync(stop).ConfigureAwait(false) is { } state
            ? new ComparedVersions(state.Instance, state.ArticlesVersion, state.ComparedVersion, state.ComparedWith)
            : null);

    /// <summary>Every stored article as the engine read it, in the order in which they were first stored.</summary>
    public async IAsyncEnumerable<StoredAnalysis> AnalysesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var last = 0;
        while (true)
        {
            List<StoredAnalysis> some;
            await using (var db = database.ReadOneMoment()) some = await AnalysisRows.ReadAsync(db, last, ArticlesAtATime, stop).ConfigureAwait(false);
            if (some.Count == 0) yield break;
            foreach (var analysis in some) yield return analysis;
            last = some[^1].Id;
        }
    }

    /// <summary>The ids of articles that were stored, read again or removed after a version; null where that can't be told.</summary>
    /// <param name="instance">The database that <paramref name="version"/> is of.</param>
    /// <param name="version">An <see cref="ComparedVersions.Articles"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<IReadOnlyList<int>?> ChangedSinceAsync(string instance, long version, CancellationToken stop) => database.ReadAsync<IReadOnlyList<int>?>(async _ =>
    {
        await using var db = database.ReadOneMoment();
        var state = await db.StoreState.SingleOrDefaultAsync(stop).ConfigureAwait(false);
        if (state is null || state.Instance != instance || state.RebuiltVersion > version) return null;
        var changed = await db.ArticleChanges.Where(c => c.Version > version).OrderBy(c => c.ArticleId).ToListAsync(stop).ConfigureAwait(false);
        // Whoever changes articles leaves a row of that version; a writer that did not leaves nothing to go by.
        return state.ArticlesVersion == version || changed.Exists(c => c.Version == state.ArticlesVersion) ? [.. changed.Select(c => c.ArticleId)] : null;
    });

    /// <summary>Those of some articles that are there, as the engine read them.</summary>
    public async IAsyncEnumerable<StoredAnalysis> AnalysesAsync(IReadOnlyList<int> ids, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in ids.Chunk(ArticlesAtATime))
        {
            List<StoredAnalysis> found;
            await using (var db = database.ReadOneMoment()) found = await AnalysisRows.ReadAsync(db, some, stop).ConfigureAwait(false);
            foreach (var analysis in found) yield return analysis;
        }
    }

    /// <summary>Puts what a comparison found in the place of what was found before.</summary>
    /// <returns>False, and nothing is changed, where an article was stored since <paramref name="articlesVersion"/>: compare again.</returns>
    public Task<bool> SaveAsync(Comparisons found, long articlesVersion, string with, CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (session.NumberOrNull("SELECT 1 FROM store_state WHERE articles_version = $1", articlesVersion) is null) return false;
            new ComparisonRows(session).Replace(found);
            Note(session, articlesVersion, with);
            return true;
        },
        stop);

    /// <summary>Brings what was found before in step with the articles by what has changed in it.</summary>
    /// <param name="change">From what was found in the articles of <paramref name="from"/> to what was found in those of <paramref name="to"/>.</param>
    /// <param name="from">The version of the articles that what is stored must have been found in.</param>
    /// <param name="to">The version that the articles must have now.</param>
    /// <param name="with">Versions of the comparison and the dossier, then and now.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>False, and nothing is changed, where the store is not at those versions: somebody else stored or compared meanwhile.</returns>
    public Task<bool> SaveChangeAsync(ComparisonChange change, long from, long to, string with, CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (session.NumberOrNull("SELECT 1 FROM store_state WHERE articles_version = $1 AND compared_version = $2 AND compared_with = $3", to, from, with) is null)
                return false;
            new ComparisonRows(session).Apply(change);
            Note(session, to, with);
            return true;
        },
        stop);

    private static void Note(WriteSession session, long articlesVersion, string with) => session.Execute(
        "UPDATE store_state SET compared_version = $1, compared_with = $2, collection_version = data_version, comparisons_version = data_version", articlesVersion, with);
}

/// <summary>What articles and comparison stand at.</summary>
/// <param name="Instance">Tells databases apart.</param>
/// <param name="Articles">The version at which an article was last stored or removed.</param>
/// <param name="Compared">The version of the articles that what is stored was found in.</param>
/// <param name="With">The versions of the comparison and the dossier that it was found with.</param>
public sealed record ComparedVersions(string Instance, long Articles, long Compared, string With)
{
    /// <summary>Whether what is stored is what comparing would find.</summary>
    public bool AreCompared(string with) => Articles == Compared && With == with;
}

/// <summary>An article as the engine read it.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Analysis">What was read.</param>
public sealed record StoredAnalysis(int Id, ArticleAnalysis Analysis);
