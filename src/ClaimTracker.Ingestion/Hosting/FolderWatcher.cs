using System.Threading.Channels;
using ClaimTracker.Ingestion.Files;

namespace ClaimTracker.Ingestion.Hosting;

/// <summary>Tells which files of some folders are new or changed, once nothing more happens to them.</summary>
/// <remarks>
/// A file is told of when it has been quiet for a while, and told of again when it changes after that: one that was seen half-written
/// is never lost. Where the system drops events, every file of the folder is told of; those that are known cost their hash.
/// </remarks>
public sealed class FolderWatcher : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<IReadOnlyList<string>> _batches = Channel.CreateUnbounded<IReadOnlyList<string>>();
    private readonly TimeSpan _settle;
    private readonly ITimer _quiet;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">Those that exist are watched.</param>
    /// <param name="settle">How long nothing must happen before a batch is told of.</param>
    /// <param name="time">The clock.</param>
    public FolderWatcher(IEnumerable<string> folders, TimeSpan settle, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(time);
        _settle = settle;
        _quiet = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var folder in folders.Where(Directory.Exists)) _watchers.Add(Watch(folder));
    }

    /// <summary>Batches of full paths, ordered by name. Ends when the watcher is disposed.</summary>
    public IAsyncEnumerable<IReadOnlyList<string>> BatchesAsync(CancellationToken stop) => _batches.Reader.ReadAllAsync(stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _quiet.Dispose();
        _batches.Writer.TryComplete();
    }

    /// <summary>Notes a change, as the system's events do.</summary>
    internal void Note(string path)
    {
        // A changed catalogue can say something new of every file beside it.
        var paths = Path.GetFileName(path) == DataFiles.CatalogueName ? ArticlePaths.Of(Path.GetDirectoryName(path)!) : ArticlePaths.IsArticle(path) ? [path] : [];
        lock (_lock)
        {
            if (paths.Count == 0) return;
            _changed.UnionWith(paths);
            _quiet.Change(_settle, Timeout.InfiniteTimeSpan);
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Created += (_, e) => Note(e.FullPath);
        watcher.Changed += (_, e) => Note(e.FullPath);
        watcher.Renamed += (_, e) => Note(e.FullPath);
        watcher.Error += (_, _) => Note(Path.Combine(folder, DataFiles.CatalogueName));
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Tell()
    {
        lock (_lock)
        {
            if (_changed.Count == 0) return;
            _batches.Writer.TryWrite([.. _changed.Where(File.Exists).Order(StringComparer.Ordinal)]);
            _changed.Clear();
        }
    }
}
