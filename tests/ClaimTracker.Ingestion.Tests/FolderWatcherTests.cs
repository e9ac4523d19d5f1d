using ClaimTracker.Ingestion.Hosting;

namespace ClaimTracker.Ingestion.Tests;

public sealed class FolderWatcherTests : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("watched-").FullName;
    private readonly ManualTime _time = new();

    [Fact]
    public async Task AFileIsToldOfOnceNothingHasHappenedForAWhile()
    {
        using var watcher = new FolderWatcher([], Settle, _time);
        await using var batches = watcher.BatchesAsync(CancellationToken.None).GetAsyncEnumerator();
        var (a, b) = (Write("a.txt"), Write("b.html"));

        watcher.Note(b);
        _time.Advance(Settle / 2);
        watcher.Note(a);
        _time.Advance(Settle / 2);
        var next = batches.MoveNextAsync().AsTask();
        var early = next.IsCompleted;
        _time.Advance(Settle / 2);

        Assert.True(await next);
        Assert.False(early);
        Assert.Equal([a, b], batches.Current);
    }

    [Fact]
    public async Task AFileThatChangesAgainIsToldOfAgain()
    {
        using var watcher = new FolderWatcher([], Settle, _time);
        await using var batches = watcher.BatchesAsync(CancellationToken.None).GetAsyncEnumerator();
        var a = Write("a.txt");

        for (var n = 0; n < 2; n++)
        {
            watcher.Note(a);
            _time.Advance(Settle);
            Assert.True(await batches.MoveNextAsync());
            Assert.Equal([a], batches.Current);
        }
    }

    [Fact]
    public async Task AChangedCatalogueTellsOfEveryArticleBesideIt()
    {
        using var watcher = new FolderWatcher([], Settle, _time);
        await using var batches = watcher.BatchesAsync(CancellationToken.None).GetAsyncEnumerator();
        string[] articles = [Write("a.txt"), Write("b.htm")];

        watcher.Note(Write("catalogue.yaml"));
        watcher.Note(Write("photo.jpg"));
        _time.Advance(Settle);

        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(articles, batches.Current);
    }

    [Fact]
    public async Task WhatComesIntoAFolderByWritingOrMovingIsToldOf()
    {
        using var watcher = new FolderWatcher([_folder, Path.Combine(_folder, "not there")], TimeSpan.FromMilliseconds(200), TimeProvider.System);
        var told = new HashSet<string>();
        var elsewhere = Path.Combine(Directory.CreateTempSubdirectory("elsewhere-").FullName, "moved.txt");
        await File.WriteAllTextAsync(elsewhere, "text");

        Write("written.txt");
        File.Move(elsewhere, Path.Combine(_folder, "moved.txt"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var batch in watcher.BatchesAsync(patience.Token))
        {
            told.UnionWith(batch.Select(p => Path.GetFileName(p)));
            if (told.Count == 2) break;
        }

        Assert.Equal(["moved.txt", "written.txt"], told.Order());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "text");
        return path;
    }
}
