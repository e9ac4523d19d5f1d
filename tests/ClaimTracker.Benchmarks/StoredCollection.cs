using ClaimTracker.Domain;
using ClaimTracker.Generation;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks;

/// <summary>A database with a generated collection, made once for each size and kept in the system's temporary folder.</summary>
internal static class StoredCollection
{
    /// <summary>Of so many claims one begins a repeat, and one a dispute. Comparing itself is measured elsewhere; here its tables are to be full.</summary>
    private const int ClaimsForEachRepeat = 25;

    private const int ClaimsForEachDispute = 100;

    private const int ArticlesAtOnce = 500;

    /// <summary>Opens the database of a size; the first time that takes as long as storing it.</summary>
    /// <param name="claims">The size.</param>
    /// <param name="server">The address of a database on a server, which is filled where it is empty and otherwise taken for what it was filled with.</param>
    public static async Task<ClaimDatabase> OpenAsync(int claims, string? server = null)
    {
        if (server is not null)
        {
            var onServer = ClaimDatabase.OnServer(server);
            if (await onServer.ReadAsync(db => db.Articles.AnyAsync())) return onServer;
            await StoreAsync(onServer, claims);
            return onServer;
        }

        var folder = FolderOf(claims);
        var done = Path.Combine(folder, "whole");
        if (!File.Exists(done))
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            using var database = new ClaimDatabase(folder);
            await StoreAsync(database, claims);
            await File.WriteAllTextAsync(done, "");
        }

        return new(folder);
    }

    /// <summary>Where the database of a size is, or will be.</summary>
    public static string FolderOf(int claims) => Path.Combine(Path.GetTempPath(), "claimtracker-benchmarks", $"claims-{claims}");

    private static async Task StoreAsync(ClaimDatabase database, int claims)
    {
        var generator = new CollectionGenerator();
        var (articles, comparisons, keys) = (new ArticleStore(database), new ComparisonStore(database), new List<(string Key, string Side)>());
        await new DossierStore(database).SaveAsync(generator.Dossier, default);
        await articles.BeginImportAsync(default);
        foreach (var batch in generator.Articles(claims).Chunk(ArticlesAtOnce))
        {
            keys.AddRange(batch.SelectMany(a => a.Analysis.Claims).Select(c => (c.Key, c.Speaker.Side ?? ClaimFilter.NoSide)));
            await articles.StoreAllAsync([.. batch.Select(a => new ArticleToStore(a.Analysis, a.Passages, Array.Empty<byte>(), "/generated/" + a.Analysis.Article.FileName, "1"))], DateTimeOffset.UnixEpoch, default);
        }

        await articles.EndImportAsync(default);
        await comparisons.SaveAsync(Comparisons(keys), (await comparisons.PendingAsync("1", default))!.Value, "1", default);
    }

    private static Comparisons Comparisons(List<(string Key, string Side)> claims)
    {
        var random = new Random(1);
        string[] Some(int least, int most) => [.. Enumerable.Range(0, random.Next(least, most)).Select(_ => claims[random.Next(claims.Count)].Key).Distinct()];
        var repeats = Enumerable.Range(0, claims.Count / ClaimsForEachRepeat).Select(_ => new Repeat(Some(2, 6), "the same words"));
        var disputes = Enumerable.Range(0, claims.Count / ClaimsForEachDispute).Select(n => new Dispute(
            $"question-{n}", $"Question {n}?", DisputeKind.Denial, [new("left", Some(1, 8), []), new("right", Some(1, 8), [])], random.NextDouble(), "on the same day"));
        return new([.. disputes], [.. repeats], []);
    }
}
