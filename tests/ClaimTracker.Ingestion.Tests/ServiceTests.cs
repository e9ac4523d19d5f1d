using ClaimTracker.Ingestion.Files;
using ClaimTracker.Ingestion.Hosting;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>The service as the web program starts it, with the real engine over the seeds.</summary>
public sealed class ServiceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _root = Directory.CreateTempSubdirectory("service-").FullName;

    [Fact]
    public async Task AStartReadsTheFoldersAndASecondStartNothingTwice()
    {
        await using (var first = await StartAsync())
        {
            await first.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Finished: not null }]);
            var totals = await first.Queries.TotalsAsync(default);
            Assert.Equal(5, totals.Articles);
            Assert.Equal(5, totals.Sources);
            Assert.True(totals.Claims > 50 && totals.Disputes > 0, totals.ToString());
        }

        await using var second = await StartAsync();
        await second.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Id: 2, Finished: not null }]);

        var run = (await second.Queries.RunsAsync(1, default)).Single();
        Assert.Equal((0, 5, 0), (run.Stored, run.Known, run.Skipped));
    }

    [Fact]
    public async Task TheSpokesmansClaimsOfOneMonthComeFromTwoArticlesAndAreOnlyHis()
    {
        await using var service = await StartAsync();
        await service.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Finished: not null }]);

        var page = await service.Queries.FindAsync(
            new() { Actors = ["ahmed-sharif-chaudhry"], From = new(2025, 11, 1), To = new(2025, 11, 30) }, null, 100, default);

        Assert.Equal(page.Total, page.Items.Count);
        Assert.All(page.Items, c => Assert.Equal("ahmed-sharif-chaudhry", c.Speaker.Id));
        Assert.Equal(2, page.Items.Select(c => c.Article.Key).Distinct().Count());
        Assert.All(page.Items, c => Assert.InRange(c.Date!.Value, new(2025, 11, 1), new(2025, 11, 30)));
    }

    [Fact]
    public async Task AFileThatIsAddedWhileItRunsIsReadEvenWhenItIsWrittenInPieces()
    {
        await using var service = await StartAsync();
        await service.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Finished: not null }]);
        var text = await File.ReadAllTextAsync(Path.Combine(Seeds, "004_fc8565809af8cd7c.txt"));

        await using (var file = new StreamWriter(Path.Combine(Seeds, "new.txt")))
        {
            await file.WriteAsync(text[..(text.Length / 2)]);
            await file.FlushAsync();
            await service.UntilAsync(q => q.ArticlesAsync(default), articles => articles.Count == 6);
            await file.WriteAsync(text[(text.Length / 2)..] + "\n\nThe end.");
        }

        var articles = await service.UntilAsync(q => q.ArticlesAsync(default), a => a.Count == 6 && service.TextOf(a, "new.txt").EndsWith("The end.", StringComparison.Ordinal));
        Assert.Equal(6, articles.Count);
    }

    [Fact]
    public async Task AStartWhileAnotherProgramHoldsTheDatabaseReadsTheFoldersWhenItLetsGo()
    {
        Directory.CreateDirectory(Path.Combine(_root, "data"));
        using var other = new SqliteConnection($"Data Source={Path.Combine(_root, "data", "claims.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        await using var service = await StartAsync();
        var locked = await Assert.ThrowsAsync<StoreUnavailableException>(() => service.Queries.TotalsAsync(default));
        other.Close();
        await service.UntilAsync(async q => service.Fault is null ? await q.RunsAsync(1, default) : [], runs => runs is [{ Finished: not null }]);

        Assert.Equal(StoreFaultKind.Locked, locked.Fault.Kind);
        Assert.Equal(5, (await service.Queries.TotalsAsync(default)).Articles);
    }

    [Fact]
    public async Task AnArticleWhoseFileHasGoneIsReadAgainWhenTheDossierChanges()
    {
        await using (var first = await StartAsync()) await first.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Finished: not null }]);
        File.Delete(Path.Combine(Seeds, "004_fc8565809af8cd7c.txt"));
        await File.AppendAllTextAsync(Path.Combine(Seeds, "dossier.yaml"), "\n# a remark\n");

        await using var second = await StartAsync();
        var runs = await second.UntilAsync(q => q.RunsAsync(9, default), r => r.Count == 3 && r[0].Finished is not null);

        Assert.Equal([(1, 0), (4, 0), (5, 0)], runs.Select(r => (r.Stored, r.Known)));
        Assert.Equal(5, (await second.Queries.ArticlesAsync(default)).Count);
        Assert.NotNull((await second.Queries.ArticlesAsync(default)).Single(a => a.FileName.StartsWith("004", StringComparison.Ordinal)).Source);
    }

    [Fact]
    public async Task AProgramThatOnlyShowsLeavesWhatOthersHaveReadAsItIs()
    {
        await using (var reader = await StartAsync()) await reader.UntilAsync(q => q.RunsAsync(1, default), runs => runs is [{ Finished: not null }]);
        await File.AppendAllTextAsync(Path.Combine(Seeds, "dossier.yaml"), "\n# a remark\n");

        var options = Options(new() { ["ClaimTracker:Ingest"] = "false" });
        var services = new ServiceCollection().AddLogging().AddClaimStorage(Path.Combine(_root, "data")).AddClaimIngestion(options);

        Assert.False(options.Ingest);
        Assert.DoesNotContain(services, s => s.ImplementationType == typeof(IngestionService));
        await using var shown = services.BuildServiceProvider();
        Assert.Equal(5, (await shown.GetRequiredService<IClaimQueries>().TotalsAsync(default)).Articles);
    }

    [Fact]
    public void ABrokenDossierAndABrokenCatalogueFailTheStartWithAllTheirProblemsAtOnce()
    {
        File.WriteAllText(Path.Combine(Seeds, "dossier.yaml"), "title: T\nsides: []\nactors: [ { id: a, name: A, kind: wizard, side: nowhere } ]\n");
        File.WriteAllText(Path.Combine(Seeds, "catalogue.yaml"), "files: [ { file: a.txt, source: nobody } ]\n");

        var broken = Assert.Throws<InvalidDataFileException>(() => new ServiceCollection().AddClaimIngestion(Options()));

        Assert.True(broken.Problems.Count(p => p.File.EndsWith("dossier.yaml", StringComparison.Ordinal)) >= 2, broken.Message);
        Assert.Contains(broken.Problems, p => p.File.EndsWith("catalogue.yaml", StringComparison.Ordinal));
        Assert.Equal(broken.Problems.Count, broken.Message.Split('\n').Length);
    }

    [Fact]
    public void FoldersAndDossierComeFromTheConfigurationRelativeToTheContentRoot()
    {
        var options = Options(new() { ["ClaimTracker:Folders:0"] = "in", ["ClaimTracker:Folders:1"] = "/abs", ["ClaimTracker:Dossier"] = "d.yaml" });

        Assert.Equal([Path.Combine(_root, "in"), Path.GetFullPath("/abs")], options.Folders);
        Assert.Equal(Path.Combine(_root, "d.yaml"), options.Dossier);
    }

    [Fact]
    public void ASettingThatIsNeitherTrueNorFalseIsNamedWithWhatWasFound()
    {
        var broken = Assert.Throws<InvalidDataFileException>(() => Options(new() { ["ClaimTracker:Ingest"] = "perhaps" }));

        Assert.Equal("ClaimTracker:Ingest: Expected true or false, found “perhaps”.", broken.Message);
    }

    [Fact]
    public void WithoutConfigurationTheNearestSeedsAboveTheContentRootAreRead()
    {
        var inside = Directory.CreateDirectory(Path.Combine(_root, "src", "web")).FullName;
        _ = Seeds;

        var options = IngestionOptions.From(new ConfigurationBuilder().Build(), inside);

        Assert.Equal(Seeds, Assert.Single(options.Folders));
        Assert.Equal(Path.Combine(Seeds, "dossier.yaml"), options.Dossier);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>A copy of the repository's seeds.</summary>
    private string Seeds
    {
        get
        {
            var folder = Path.Combine(_root, "seeds");
            if (Directory.Exists(folder)) return folder;
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(Repository.Seeds)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            return folder;
        }
    }

    private IngestionOptions Options(Dictionary<string, string?>? settings = null)
    {
        _ = Seeds;
        return IngestionOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), _root) with { Settle = TimeSpan.FromMilliseconds(100), Retry = TimeSpan.FromMilliseconds(100) };
    }

    private async Task<Running> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddClaimStorage(Path.Combine(_root, "data")).AddClaimIngestion(Options());
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    private sealed class Running(IHost host) : IAsyncDisposable
    {
        public IClaimQueries Queries { get; } = host.Services.GetRequiredService<IClaimQueries>();

        public StoreFault? Fault => host.Services.GetRequiredService<ClaimDatabase>().Fault;

        public async Task<T> UntilAsync<T>(Func<IClaimQueries, Task<T>> ask, Func<T, bool> enough)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (true)
            {
                var answer = await ask(Queries);
                if (enough(answer)) return answer;
                await Task.Delay(50, patience.Token);
            }
        }

        public string TextOf(IReadOnlyList<ArticleRow> articles, string file) =>
            Queries.ArticleAsync(articles.Single(a => a.FileName == file).Key, default).GetAwaiter().GetResult()!.Article.Text;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
