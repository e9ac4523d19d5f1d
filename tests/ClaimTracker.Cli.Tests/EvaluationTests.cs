using System.Globalization;
using ClaimTracker.Cli.Evaluation;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Reading;

namespace ClaimTracker.Cli.Tests;

public sealed class EvaluationTests : IDisposable
{
    /// <summary>How far a figure may fall before someone must look.</summary>
    private const double Point = 0.01;

    private readonly Terminal _terminal = new();

    private static string GoldFile => Repository.PathOf("tests", "Shared", "gold-seeds.json");

    [Fact]
    public void NoFigureOfTheSeedsFallsByMoreThanAPointBelowTheRecordedOne()
    {
        var recorded = Recorded();

        var reached = Seeds().Figures.ToDictionary(f => f.Name, f => f.Headline);

        var fallen = recorded
            .Where(r => !reached.TryGetValue(r.Key, out var now) || (r.Key == MustNotBe ? now > r.Value : now < r.Value - Point))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key}: recorded {r.Value:F3}, now {reached.GetValueOrDefault(r.Key):F3}"));
        Assert.Empty(fallen);
        Assert.Equal(reached.Keys.Order(StringComparer.Ordinal), recorded.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryClaimThatCountsStandsInOneTenthOfTheCalibration()
    {
        var evaluation = Seeds();

        var predicted = evaluation.Figures.Single(f => f.Name == "claims").Values.Single(v => v.Name == "predicted").Value;
        var hit = evaluation.Figures.Single(f => f.Name == "claims").Values.Single(v => v.Name == "hit").Value;
        Assert.Equal(predicted, evaluation.Calibration.Sum(b => b.Claims));
        Assert.Equal(hit, evaluation.Calibration.Sum(b => b.Right * b.Claims), 6);
        Assert.All(evaluation.Calibration, b => Assert.InRange(b.Mean, b.From, b.To));
    }

    [Fact]
    public async Task AnArticleOfTheGoldThatIsNotAmongThePathsIsNamedAndCountsAsEmpty()
    {
        var one = Directory.EnumerateFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).First();

        var printed = await Terminal.RunAsync("evaluate", "--gold", GoldFile, "--json", one);

        Assert.Equal(ExitCode.NotAll, printed.Code);
        Assert.Equal(4, printed.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(printed.Lines.Single().GetProperty("claims").GetProperty("recall").GetDouble(), 0.01, 0.5);
    }

    [Fact]
    public async Task TheTablesAreWrittenBetweenTheMarksOfAFileAndTheRestStays()
    {
        _terminal.Write("README.md", "Before.\n<!-- evaluate --gold -->\nstale\n<!-- end -->\nBehind.\n");

        var printed = await Terminal.RunAsync("evaluate", "--gold", GoldFile, Repository.Seeds, "--into", _terminal.Path("README.md"));

        var text = await File.ReadAllTextAsync(_terminal.Path("README.md"));
        Assert.Equal(ExitCode.Done, printed.Code);
        Assert.StartsWith("Before.\n<!-- evaluate --gold -->\n```text\ndetection ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n```\n<!-- end -->\nBehind.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("stale", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithoutMarksIsToldAndStaysAsItIs()
    {
        _terminal.Write("README.md", "Before.\n");

        var printed = await Terminal.RunAsync("evaluate", "--gold", GoldFile, Repository.Seeds, "--into", _terminal.Path("README.md"));

        Assert.Equal(ExitCode.NotAll, printed.Code);
        Assert.Contains("Expected a line '<!-- evaluate --gold -->'", printed.Errors, StringComparison.Ordinal);
        Assert.Equal("Before.\n", await File.ReadAllTextAsync(_terminal.Path("README.md")));
    }

    [Fact]
    public void TheReadmeClaimsNoMoreThanTheEngineReaches()
    {
        var lines = File.ReadLines(Repository.PathOf("README.md")).SkipWhile(l => l != "<!-- evaluate --gold -->").TakeWhile(l => l != "<!-- end -->").ToList();

        var tooHigh = Seeds().Figures
            .Where(f => f.Name != MustNotBe)
            .Select(f => (f.Name, Now: f.Headline, Line: lines.Find(l => l.StartsWith(f.Name + "  ", StringComparison.Ordinal))))
            .Where(f => f.Line is null || Shown(f.Line) > f.Now + Point)
            .Select(f => $"{f.Line ?? f.Name}, now {f.Now:F3}: run the command of the README again");
        Assert.Empty(tooHigh);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "seeds")]
    [InlineData("evaluate", "--gold", "nowhere.json", "seeds")]
    [InlineData("evaluate", "--attributions", "nowhere")]
    [InlineData("train", "nowhere", "--out", "x")]
    public async Task AWrongCommandLineIsToldAndEndsWithTwo(params string[] args)
    {
        var printed = await Terminal.RunAsync(args);

        Assert.Equal(ExitCode.WrongCommandLine, printed.Code);
        Assert.Contains("Expected", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void MarksCountCodePointsAndMayGoOnInANewLine()
    {
        _terminal.Write("a.txt", "\U0001F600 Ann said rain\nfalls.");
        _terminal.Write("a.ann", "T1\tSource 2 5\tAnn\nT2\tCue 6 10\tsaid\nT3\tContent 11 15;16 21\train\nThe\tfalls\nE1\tAttribution:T2 Cue:T2 Content:T3 Source:T1\nE2\tAttribution:T2 Cue:T2\n");

        var article = Assert.Single(BratFolder.Read(_terminal.Folder, _ => true));

        var found = Assert.Single(article.Attributions);
        Assert.Equal("Ann", found.Source[0].In(article.Text).ToString());
        Assert.Equal(["rain", "falls"], found.Content.Select(c => c.In(article.Text).ToString()));
        Assert.Equal(1, article.Incomplete);
    }

    [Fact]
    public async Task ABrokenMarkIsToldWithItsFileAndLine()
    {
        _terminal.Write("a.txt", "Ann said rain falls.");
        _terminal.Write("a.ann", "T1\tCue 4 8\tsaid\nT2\tContent 9 99\train falls\n");

        var printed = await Terminal.RunAsync("evaluate", "--attributions", _terminal.Folder);

        Assert.Equal(ExitCode.NotAll, printed.Code);
        Assert.Contains("a.ann:2: Expected a span inside the text, found '9 99'.", printed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameFolderGivesTheSameWeights()
    {
        _terminal.Write("in/a.txt", "Ann said rain falls. Bob said that snow fell, and left.");
        _terminal.Write("in/a.ann", "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 19\train falls\nE1\tAttribution:T2 Cue:T2 Content:T3 Source:T1\n");

        var first = await Terminal.RunAsync("train", _terminal.Path("in"), "--out", _terminal.Path("1"), "--epochs", "2");
        await Terminal.RunAsync("train", _terminal.Path("in"), "--out", _terminal.Path("2"), "--epochs", "2");

        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Equal(await File.ReadAllBytesAsync(_terminal.Path("1")), await File.ReadAllBytesAsync(_terminal.Path("2")));
    }

    public void Dispose() => _terminal.Dispose();

    /// <summary>The one figure that may not rise.</summary>
    private const string MustNotBe = "pairs that must not be";

    private static GoldEvaluation Seeds()
    {
        var dossier = DataFiles.ReadDossier(Repository.PathOf("seeds", "dossier.yaml"));
        var extractor = new ClaimExtractor(dossier);
        var catalogues = new FolderCatalogues(null);
        var analyses = Directory.EnumerateFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal)
            .Select(f => ArticleReader.Read(Path.GetFileName(f), File.ReadAllBytes(f), catalogues.Find(f)))
            .Select(r => extractor.Extract(Assert.IsType<ReadOutcome.Read>(r).Article))
            .ToList();
        return GoldEvaluation.Of(Gold.Read(GoldFile), dossier, analyses);
    }

    /// <summary>The number of a printed line that a reader looks at first.</summary>
    private static double Shown(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(words, w => w is "f1" or "rate");
        return double.Parse(words[(at >= 0 ? at : Array.FindLastIndex(words, w => w == "recall")) + 1], CultureInfo.InvariantCulture);
    }

    /// <summary>“name: figure”, a line each.</summary>
    private static Dictionary<string, double> Recorded() =>
        File.ReadLines(Repository.PathOf("tests", "ClaimTracker.Cli.Tests", "recorded-figures.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(": "))
            .ToDictionary(p => p[0], p => double.Parse(p[1], CultureInfo.InvariantCulture));
}
