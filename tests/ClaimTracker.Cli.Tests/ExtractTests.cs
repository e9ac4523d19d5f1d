using System.Text.Json;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

public sealed class ExtractTests : IDisposable
{
    private static readonly string[] ArticleFields =
        ["file", "text", "title", "source", "dateline", "published", "body", "boilerplate", "claims", "statistics", "mentions"];

    private static readonly string[] ClaimFields =
    [
        "key", "speaker", "reportedBy", "cue", "act", "quotation", "content", "contentDenied", "nestedIn", "inTitle", "implicit", "target", "saidOn", "topics",
        "places", "eventDate", "statistics", "confidence",
    ];

    private static readonly string[] StatisticFields =
        ["id", "span", "low", "high", "qualifier", "unit", "measure", "counted", "ofSide", "place", "period", "claimedBy"];

    private readonly Terminal _terminal = new();

    [Fact]
    public async Task EachArticleOfAFolderIsALineInTheOrderOfItsNames()
    {
        var printed = await Terminal.RunAsync("extract", Repository.Seeds);

        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        Assert.Equal(["000", "001", "002", "003", "004"], printed.Lines.Select(l => l.GetProperty("file").GetString()![..3]));
        Assert.EndsWith("}\n", printed.Output);
        Assert.StartsWith("{\"file\":", printed.Output);
    }

    [Fact]
    public async Task EveryObjectHasTheFieldsThatScorersAndProgramsRelyOn()
    {
        var printed = await Terminal.RunAsync("extract", Repository.Seeds);

        var claims = printed.Lines.SelectMany(l => l.GetProperty("claims").EnumerateArray()).ToList();
        Assert.True(claims.Count > 50, $"{claims.Count} claims are too few to say anything.");
        Assert.All(printed.Lines, l => Assert.Equal(ArticleFields, Names(l)));
        Assert.All(printed.Lines, l => Assert.Equal(["date", "basis", "evidence"], Names(l.GetProperty("published"))));
        Assert.All(claims, c => Assert.Equal(ClaimFields, Names(c)));
        Assert.All(claims, c => Assert.Equal(["id", "name", "side", "span", "anaphoric"], Names(c.GetProperty("speaker"))));
        Assert.All(claims.Select(c => c.GetProperty("cue")).Where(c => c.ValueKind != JsonValueKind.Null), c => Assert.Equal(["lemma", "span"], Names(c)));
        Assert.All(Statistics(printed), s => Assert.Equal(StatisticFields, Names(s)));
        Assert.All(printed.Lines.SelectMany(l => l.GetProperty("mentions").EnumerateArray()), m => Assert.Equal(["actor", "span"], Names(m)));
        Assert.Subset(
            (HashSet<string>)["asserts", "accuses", "denies", "confirms", "demands", "calls_for", "warns", "promises", "announces", "condemns"],
            claims.Select(c => c.GetProperty("act").GetString()!).ToHashSet());
    }

    [Fact]
    public async Task SpansLieInTheTextOfTheFileAsDecoded()
    {
        var printed = await Terminal.RunAsync("extract", Repository.Seeds);

        foreach (var line in printed.Lines)
        {
            var text = Repository.ReadSeed(line.GetProperty("file").GetString()!);
            var spans = line.GetProperty("claims").EnumerateArray().SelectMany(c => c.GetProperty("content").EnumerateArray()).Append(line.GetProperty("body"));
            Assert.All(spans, s => Assert.True(s[0].GetInt32() < s[1].GetInt32() && s[1].GetInt32() <= text.Length));
            Assert.Equal(JsonValueKind.Null, line.GetProperty("text").ValueKind);
        }
    }

    [Fact]
    public async Task TheTextReadOutOfHtmlIsPrintedWithIt()
    {
        var page = _terminal.Write(
            "page.html", $"<html><body><article><h1>Rain</h1><p>It rained all day, the “mayor” said, and the river rose.</p>{string.Concat(Enumerable.Repeat("<p>Nobody was surprised by it at all, it seems.</p>", 9))}</article></body></html>");

        var printed = await Terminal.RunAsync("extract", page);

        Assert.Equal(0, printed.Code);
        Assert.Contains("the “mayor” said", Assert.Single(printed.Lines).GetProperty("text").GetString());
        Assert.Contains("“mayor”", printed.Output);
    }

    [Fact]
    public async Task FilesThatCannotBeReadAreNamedAndTheOthersPrinted()
    {
        var good = _terminal.Write("a.txt", "It rained all day. Nobody said anything about it.");
        var bad = _terminal.Write("b.txt", [0, 1, 2, 255, 254]);
        var missing = _terminal.Path("c.txt");

        var printed = await Terminal.RunAsync("extract", missing, bad, good);

        Assert.Equal(1, printed.Code);
        Assert.Equal("a.txt", Assert.Single(printed.Lines).GetProperty("file").GetString());
        Assert.Equal([missing, bad], printed.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..l.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task OnlyArticlesOfAFolderAreRead()
    {
        foreach (var name in (string[])["B.txt", "a.txt", "c.ann", "d.md", "in/e.txt"]) _terminal.Write(name, "It rained all day.");

        var printed = await Terminal.RunAsync("extract", _terminal.Folder);

        Assert.Equal(["B.txt", "a.txt"], printed.Lines.Select(l => l.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task AttributionsAloneHaveSourceCueAndContent()
    {
        var printed = await Terminal.RunAsync("extract", "--attributions", Repository.Seeds);

        var attributions = printed.Lines.SelectMany(l => l.GetProperty("attributions").EnumerateArray()).ToList();
        Assert.All(printed.Lines, l => Assert.Equal(["file", "attributions"], Names(l)));
        Assert.True(attributions.Count > 50, $"{attributions.Count} attributions are too few to say anything.");
        Assert.All(attributions, a => Assert.Equal(["source", "cue", "content"], Names(a)));
        Assert.All(attributions, a => Assert.NotEqual(0, a.GetProperty("content").GetArrayLength()));
    }

    [Fact]
    public async Task WhoAsksForAnExplanationGetsTheRulesOfEachClaimAndStatistic()
    {
        var printed = await Terminal.RunAsync("extract", Repository.Seeds, "--explain");

        var claims = printed.Lines.SelectMany(l => l.GetProperty("claims").EnumerateArray()).ToList();
        Assert.All(claims, c => Assert.Equal([.. ClaimFields, "rules"], Names(c)));
        Assert.All(claims, c => Assert.NotEqual(0, c.GetProperty("rules").GetArrayLength()));
        Assert.All(Statistics(printed), s => Assert.Equal([.. StatisticFields, "rules"], Names(s)));
    }

    [Fact]
    public async Task TheDossierBesideTheFirstPathCountsBeforeTheShippedOneAndTheGivenOneBeforeBoth()
    {
        var article = _terminal.Write("a.txt", "Mayor Bo Lind said on Monday that the bridge was closed.");
        var own = _terminal.Write("own/dossier.yaml", Dossier("bo-of-the-option"));

        var shipped = await SpeakerAsync(article);
        _terminal.Write("dossier.yaml", Dossier("bo-of-the-folder"));
        var beside = await SpeakerAsync(article);
        var given = await SpeakerAsync(article, "--dossier", own);

        Assert.DoesNotContain("bo-of", shipped);
        Assert.Equal(("bo-of-the-folder", "bo-of-the-option"), (beside, given));
    }

    [Fact]
    public async Task TheCatalogueOfTheFolderCountsUnlessOneIsGiven()
    {
        var article = _terminal.Write("a.txt", "It rained all day. Nobody said anything about it.");
        _terminal.Write("catalogue.yaml", Catalogue("The Wire"));
        var other = _terminal.Write("other.yaml", Catalogue("The Herald"));

        var beside = await Terminal.RunAsync("extract", article);
        var given = await Terminal.RunAsync("extract", article, "--catalogue", other);

        Assert.Equal(("The Wire", "The Herald"), (Source(beside), Source(given)));
        static string? Source(Printed printed) => printed.Lines[0].GetProperty("source").GetString();
    }

    [Fact]
    public async Task ABrokenDossierIsToldWithAllItsProblemsAndNothingIsPrinted()
    {
        var article = _terminal.Write("a.txt", "It rained.");
        _terminal.Write("dossier.yaml", "title: T\nsides: []\nactors: [ { id: a, name: A, kind: wizard, side: nowhere } ]\n");

        var printed = await Terminal.RunAsync("extract", article);

        Assert.Equal((1, ""), (printed.Code, printed.Output));
        Assert.True(printed.Errors.Split('\n').Count(l => l.Contains("dossier.yaml:", StringComparison.Ordinal)) >= 2, printed.Errors);
    }

    [Theory]
    [InlineData]
    [InlineData("extract")]
    [InlineData("extract", "seeds", "--dossier")]
    [InlineData("extract", "seeds", "--dossier", "/no/such/file.yaml")]
    [InlineData("extract", "seeds", "--atributions")]
    [InlineData("ingest")]
    [InlineData("export")]
    [InlineData("nonsense")]
    public async Task AWrongCommandLineIsToldAndEndsWithTwo(params string[] args)
    {
        var printed = await Terminal.RunAsync(args);

        Assert.Equal((2, ""), (printed.Code, printed.Output));
        Assert.Contains("--help' says how it is used.", printed.Errors);
    }

    public void Dispose() => _terminal.Dispose();

    private static string Dossier(string id) => $$"""
        title: A quarrel
        sides: [ { id: town, name: Town, place: left }, { id: river, name: River, place: right } ]
        actors: [ { id: {{id}}, name: Bo Lind, kind: person, side: town, aliases: [ "Mayor Bo Lind" ] } ]
        """;

    private static string Catalogue(string source) => $$"""
        sources: [ { id: a-source, name: "{{source}}" } ]
        files: [ { file: a.txt, source: a-source } ]
        """;

    private static async Task<string> SpeakerAsync(params string[] args)
    {
        var printed = await Terminal.RunAsync(["extract", .. args]);
        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        return printed.Lines[0].GetProperty("claims")[0].GetProperty("speaker").GetProperty("id").GetString()!;
    }

    private static IEnumerable<JsonElement> Statistics(Printed printed) => printed.Lines.SelectMany(l => l.GetProperty("statistics").EnumerateArray());

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}
