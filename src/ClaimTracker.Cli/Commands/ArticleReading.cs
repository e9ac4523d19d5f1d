using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Reading;

namespace ClaimTracker.Cli.Commands;

/// <summary>Reads files and does something with each article, two at a time where there are two cores, with results in the order of the files.</summary>
internal static class ArticleReading
{
    /// <summary>Hands every result on; names files that are no articles on standard error.</summary>
    /// <returns>The command's exit code.</returns>
    public static int Run<T>(
        IReadOnlyList<string> files, FolderCatalogues catalogues, Func<Article, T> work, Action<T> done, TextWriter errors, CancellationToken stop)
    {
        var code = ExitCode.Done;
        if (files.Count == 1)
        {
            // One file isn't worth starting what runs many side by side.
            Handle(Read(files[0], catalogues, work));
            return code;
        }

        var results = files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(stop);
        foreach (var result in results.Select(f => Read(f, catalogues, work))) Handle(result);
        return code;

        void Handle((string File, T? Result, string? Problem) read)
        {
            if (read.Problem is null)
            {
                done(read.Result!);
                return;
            }

            errors.WriteLine($"{read.File}: {read.Problem}");
            code = ExitCode.NotAll;
        }
    }

    private static (string File, T? Result, string? Problem) Read<T>(string file, FolderCatalogues catalogues, Func<Article, T> work)
    {
        try
        {
            var known = catalogues.Find(file);
            return ArticleReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), known) switch
            {
                ReadOutcome.Read(var article) => (file, work(article), null),
                ReadOutcome.Rejected(var reason) => (file, default, reason),
                var other => throw new InvalidOperationException($"Expected Read or Rejected, found {other.GetType().Name}."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (file, default, e.Message);
        }
        catch (InvalidDataFileException broken)
        {
            return (file, default, string.Join(Environment.NewLine, broken.Problems));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake of ours in one article must not keep the others from being printed; whoever reports it needs all of it.
            return (file, default, $"the program failed: {e}");
        }
    }
}
