namespace ClaimTracker.Domain.Tests;

public sealed class CatalogueReaderTests
{
    private const string Sound = """
        sources:
          - { id: weir-courier, name: The Weir Courier }
          - { id: leaflet, name: "Leaflet, Alder", described: true }
        files:
          - file: flood.txt
            source: leaflet
            url: https://example.org/flood
            published: { date: 2020-03-02, basis: catalogue, evidence: a Monday, earliest: 2020-03-01, latest: 2020-03-03 }
          - file: breach.txt
            published: { date: 2020-03-04, basis: stated, evidence: printed }
          - file: unknown.txt
        """;

    [Fact]
    public void EveryKeyOfACatalogueIsRead()
    {
        var (catalogue, problems) = CatalogueReader.Read("catalogue.yaml", Sound);

        Assert.Empty(problems);
        var flood = catalogue!.Find("flood.txt")!;
        Assert.Equal(new Source("leaflet", "Leaflet, Alder", Described: true), flood.Source);
        Assert.Equal("https://example.org/flood", flood.Url);
        Assert.Equal(
            new(new(2020, 3, 2), DateBasis.Catalogue, "a Monday", new(2020, 3, 1), new(2020, 3, 3)),
            flood.Published);
        Assert.Equal(
            new(new(2020, 3, 4), DateBasis.Stated, "printed", new(2020, 3, 4), new(2020, 3, 4)),
            catalogue.Find("breach.txt")!.Published);
        Assert.Equal(new("unknown.txt", null, PublishedDate.Unknown), catalogue.Find("unknown.txt"));
        Assert.Null(catalogue.Find("no-such-file.txt"));
        Assert.Matches("^[0-9a-f]{64}$", catalogue.Version);
    }

    [Theory]
    [InlineData("url:", "link:", 7, "the file 'flood.txt' has the unknown key 'link'")]
    [InlineData("described: true", "named: false", 3, "the source 'leaflet' has the unknown key 'named'")]
    [InlineData("source: leaflet", "source: letter", 6, "the file 'flood.txt' refers to the source 'letter'")]
    [InlineData("id: weir-courier", "id: leaflet", 3, "the source 'leaflet' is already defined in line 2")]
    [InlineData("id: weir-courier", "id: Weir Courier", 2, "the id 'Weir Courier' is not lower-case words")]
    [InlineData("file: breach.txt", "file: flood.txt", 9, "the file 'flood.txt' is in the catalogue twice")]
    [InlineData("date: 2020-03-04", "date: 4 March", 10, "expected a day such as 2025-10-12 under 'date', found '4 March'")]
    [InlineData("date: 2020-03-04, ", "", 10, "the date of the file 'breach.txt' lacks the key 'date'")]
    [InlineData(", evidence: printed", "", 10, "the date of the file 'breach.txt' lacks the key 'evidence'")]
    [InlineData("basis: stated", "basis: guessed", 10, "expected catalogue, stated under 'basis', found 'guessed'")]
    [InlineData("earliest: 2020-03-01", "earliest: 2020-03-09", 8, "the earliest day 2020-03-09 is after the latest 2020-03-03")]
    [InlineData("date: 2020-03-02", "date: 2020-03-07", 8, "2020-03-07 is not between its earliest and latest day")]
    [InlineData("- file: unknown.txt", "- unknown.txt", 11, "expected a file as keys with values, found 'unknown.txt'")]
    public void AProblemIsReportedWithItsLineAndASentence(string sound, string spoilt, int line, string sentence)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        var (catalogue, problems) = CatalogueReader.Read("catalogue.yaml", Sound.Replace(sound, spoilt, StringComparison.Ordinal));

        Assert.Null(catalogue);
        Assert.Contains(problems, problem => problem.File == "catalogue.yaml"
            && problem.Line == line && problem.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void AllProblemsAreReportedAtOnce()
    {
        var spoilt = Sound.Replace("2020-03-04", "never", StringComparison.Ordinal).Replace("url:", "link:", StringComparison.Ordinal);

        var (_, problems) = CatalogueReader.Read("catalogue.yaml", spoilt);

        Assert.Equal([7, 10], problems.Select(problem => problem.Line));
    }
}
