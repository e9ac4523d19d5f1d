using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Ingestion.Tests;

public sealed class PipelineTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task AFoldersArticlesAreStoredInTheOrderOfTheirNamesAndCompared()
    {
        _bench.Write("b.txt", "The miller: It did not rain.");
        _bench.Write("a.txt", "The mayor: It rained.\nThe mayor: A lot.");
        _bench.Write("photo.jpg", "The mayor: no article");

        var run = await _bench.RunAsync();

        Assert.Equal((2, 0, 0), (run.Stored, run.Known, run.Skipped.Count));
        Assert.Equal(["mayor: It rained.", "mayor: A lot.", "miller: It did not rain."], await _bench.ClaimsAsync());
        Assert.Equal("rain", Assert.Single(await _bench.Queries.DisputesAsync(null, null, null, Bench.Never)).Slug);
    }

    [Fact]
    public async Task TheOrderOfTheStoreIsThatOfTheFilesHoweverLongEachTakes()
    {
        foreach (var n in Enumerable.Range(10, 40)) _bench.Write($"{n}.txt", $"The mayor: number {n}");
        var random = new Random(1);
        _bench.Engine.Extracting = _ => Thread.SpinWait(random.Next(200_000));

        await _bench.RunAsync();

        Assert.Equal(Enumerable.Range(10, 40).Select(n => $"mayor: number {n}"), await _bench.ClaimsAsync());
    }

    [Fact]
    public async Task WhatIsKnownIsNeitherExtractedNorComparedAgain()
    {
        _bench.Write("a.txt", "The mayor: It rained.");
        await _bench.RunAsync();
        var compared = 0;
        _bench.Engine.Comparing = () => compared++;

        var run = await _bench.RunAsync();

        Assert.Equal((0, 1), (run.Stored, run.Known));
        Assert.Equal((1, 0), (_bench.Engine.Extracted, compared));
    }

    [Fact]
    public async Task TheSameBytesUnderTwoNamesAreOneArticle()
    {
        _bench.Write("a.txt", "The mayor: It rained.");
        _bench.Write("b.txt", "The mayor: It rained.");

        var run = await _bench.RunAsync();

        Assert.Equal((1, 1), (run.Stored, run.Known));
        Assert.Equal("a.txt", Assert.Single(await _bench.Queries.ArticlesAsync(Bench.Never)).FileName);
    }

    [Fact]
    public async Task AChangedEngineReadsAgainAndKeepsKeys()
    {
        _bench.Write("a.txt", "The mayor: It rained.");
        await _bench.RunAsync();
        var before = (await _bench.Queries.FindAsync(new(), null, 10, Bench.Never)).Items.Single();
        _bench.Engine.ReadingVersion = "2";

        var run = await _bench.RunAsync();

        var after = (await _bench.Queries.FindAsync(new(), null, 10, Bench.Never)).Items.Single();
        Assert.Equal(1, run.Stored);
        Assert.Equal((before.Key, ClaimAct.Asserts, ClaimAct.Accuses), (after.Key, before.Act, after.Act));
    }

    [Fact]
    public async Task AFileThatIsNoArticleIsSkippedWithASentenceAndTheOthersGoOn()
    {
        _bench.Write("a.txt", "");
        _bench.Write("b.txt", "The mayor: It rained.");
        _bench.Write("c.txt", "Nobody at all: said this.");
        File.CreateSymbolicLink(Path.Combine(_bench.Folder, "d.txt"), "/nowhere/at/all");
        await using (var big = File.Create(Path.Combine(_bench.Folder, "e.txt"))) big.SetLength(10_000_001);

        var run = await _bench.RunAsync();

        Assert.Equal(1, run.Stored);
        Assert.Equal(["mayor: It rained."], await _bench.ClaimsAsync());
        var record = Assert.Single(await _bench.Queries.RunsAsync(10, Bench.Never));
        Assert.Equal(run.Skipped, record.Files);
        Assert.Equal((1, 0, 4), (record.Stored, record.Known, record.Skipped));
        Assert.Equal(["a.txt", "c.txt", "d.txt", "e.txt"], record.Files.Select(f => f.File));
        Assert.Equal("Expected text, found nothing.", record.Files[0].Reason);
        Assert.StartsWith("Expected to read it, but the program failed:", record.Files[1].Reason);
        Assert.StartsWith("Expected a file that can be read, found:", record.Files[2].Reason);
        Assert.Equal("Expected at most 10,000,000 bytes, found 10,000,001.", record.Files[3].Reason);
    }

    [Fact]
    public async Task AnAnalysisThatDoesNotHoldTogetherIsSkippedAndTheOthersGoOn()
    {
        _bench.Write("a.txt", "The mayor: It rained on Monday.");
        _bench.Write("b.txt", "The mayor: It rained.");
        _bench.Engine.Extracting = name => _bench.Engine.UnknownTopic = name == "a.txt" ? "no-such-topic" : null;

        var run = await _bench.RunAsync([Path.Combine(_bench.Folder, "a.txt")]);
        var next = await _bench.RunAsync([Path.Combine(_bench.Folder, "b.txt")]);

        Assert.Equal((0, 1), (run.Stored, next.Stored));
        Assert.Equal(
            "Expected to store it, but what was read doesn't hold together: Expected one of the topics of the dossier or the article, found 'no-such-topic' in a.txt.",
            Assert.Single(run.Skipped).Reason);
    }

    [Fact]
    public async Task ARunThatIsStoppedAnywhereIsFinishedByTheNextOneWithNothingTwice()
    {
        foreach (var n in Enumerable.Range(10, 12)) _bench.Write($"{n}.txt", $"The mayor: number {n}\nThe miller: not {n}");
        for (var stopAt = 0; stopAt < 12; stopAt += 3)
        {
            using var stop = new CancellationTokenSource();
            var extracted = 0;
            _bench.Engine.Extracting = _ =>
            {
                if (Interlocked.Increment(ref extracted) > stopAt) stop.Cancel();
            };
            _bench.Engine.ReadingVersion = $"stopped {stopAt}";
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.RunAsync(stop.Token));
        }

        _bench.Engine.Extracting = _ => { };
        _bench.Engine.ReadingVersion = "2";
        await _bench.RunAsync();

        Assert.Equal(24, (await _bench.ClaimsAsync()).Distinct().Count());
        Assert.Equal(24, (await _bench.ClaimsAsync()).Count);
        Assert.Equal(12, (await _bench.RunAsync()).Known);
    }

    [Fact]
    public async Task WhatWasStoredButNotComparedIsComparedByTheNextRunThoughNothingIsNew()
    {
        _bench.Write("a.txt", "The mayor: It rained.\nThe miller: It did not.");
        _bench.Engine.Comparing = () => throw new InvalidOperationException("as if the power had gone");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _bench.RunAsync());
        var unfinished = (await _bench.Queries.RunsAsync(1, Bench.Never)).Single().Finished;
        _bench.Engine.Comparing = () => { };

        await _bench.RunAsync();

        Assert.Null(unfinished);
        Assert.Single(await _bench.Queries.DisputesAsync(null, null, null, Bench.Never));
    }

    [Fact]
    public async Task AFileThatWentOnGrowingIsOneArticle()
    {
        _bench.Write("a.txt", "The mayor: It rained.\nThe mil");
        await _bench.RunAsync();
        _bench.Write("a.txt", "The mayor: It rained.\nThe miller: It did not.");

        var run = await _bench.RunAsync();

        Assert.Equal(1, run.Stored);
        Assert.Single(await _bench.Queries.ArticlesAsync(Bench.Never));
        Assert.Equal(["mayor: It rained.", "miller: It did not."], await _bench.ClaimsAsync());
    }

    [Fact]
    public async Task AnotherTextUnderAKnownNameIsAnotherArticle()
    {
        _bench.Write("a.txt", "The mayor: It rained.");
        await _bench.RunAsync();
        _bench.Write("a.txt", "The miller: It did not.");

        await _bench.RunAsync();

        Assert.Equal(["mayor: It rained.", "miller: It did not."], await _bench.ClaimsAsync());
    }

    [Fact]
    public async Task AFileThatChangesWhileItIsReadIsNotTakenForWhole()
    {
        var path = _bench.Write("a.txt", "The mayor: It rained.");
        async Task<byte[]> ReadAndWriteOn(string file, CancellationToken stop)
        {
            var bytes = await File.ReadAllBytesAsync(file, stop);
            await File.AppendAllTextAsync(file, "\nThe miller: No.", stop);
            return bytes;
        }

        var refused = await Assert.ThrowsAsync<UnreadableFileException>(() => FileItems.LoadAsync(path, new(), ReadAndWriteOn, Bench.Never));

        Assert.Equal("Expected a finished file, found one that is still being written. It is read when it is whole.", refused.Message);
    }

    [Fact]
    public async Task ProgressTellsEachFileAndEndsFinished()
    {
        _bench.Write("a.txt", "The mayor: It rained.");
        _bench.Write("b.txt", "");
        var seen = new List<RunProgress>();
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            await foreach (var state in _bench.Progress.WatchAsync(stop.Token))
            {
                seen.Add(state);
                if (state.Phase == RunPhase.Finished) break;
            }
        });

        await _bench.RunAsync();
        await watching.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((2, 1, 1, RunPhase.Finished), (seen[^1].Done, seen[^1].Stored, seen[^1].Skipped, seen[^1].Phase));
        Assert.Equal(seen.OrderBy(s => s.Done).ThenBy(s => s.Phase), seen);
    }

    public void Dispose() => _bench.Dispose();
}
