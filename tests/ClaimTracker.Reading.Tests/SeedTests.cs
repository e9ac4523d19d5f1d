using System.Globalization;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

/// <summary>The five articles against what a careful reader wrote down of them.</summary>
public sealed class SeedTests
{
    private static readonly JsonElement[] Gold =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Gold", "seeds.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Files => [.. Gold.Select(article => article.GetProperty("file").GetString()!)];

    [Fact]
    public void TheGoldHoldsFiveArticles() => Assert.Equal(5, Gold.Length);

    [Theory, MemberData(nameof(Files))]
    public void TheTitleIsFoundWhereItStands(string file)
    {
        var article = Seed(file);

        Assert.Equal(Gold1(file, "title").GetString(), article.Title);
        Assert.Equal(Span(Gold1(file, "titleSpan")), article.TitleSpan);
    }

    [Theory, MemberData(nameof(Files))]
    public void TheDatelineIsFound(string file) => Assert.Equal(Gold1(file, "dateline").GetString(), Seed(file).Dateline);

    [Theory, MemberData(nameof(Files))]
    public void TheBoilerplateIsExactlyWhatIsNoPartOfTheArticle(string file)
    {
        var expected = Gold1(file, "boilerplate").EnumerateArray().Select(span => Span(span)!.Value);

        Assert.Equal(expected, Seed(file).Boilerplate);
    }

    [Theory, MemberData(nameof(Files))]
    public void APrintedDateIsFoundAndNoneIsInvented(string file)
    {
        var expected = Gold1(file, "published");
        var published = Seed(file).Published;

        if (expected.GetProperty("basis").GetString() == "stated") Assert.Equal(Day(expected, "date"), published.Date);
        else if (published.Date is { } day) Assert.InRange(day, Day(expected, "earliest")!.Value, Day(expected, "latest")!.Value);
    }

    [Theory, MemberData(nameof(Files))]
    public void TheTextIsTheFileAsItStands(string file)
    {
        var bytes = File.ReadAllBytes(PathOf(file));

        Assert.Equal(bytes, System.Text.Encoding.UTF8.GetBytes(Seed(file).Text));
    }

    [Theory, MemberData(nameof(Files))]
    public void EveryParagraphIsRunningTextOrTheTitle(string file)
    {
        var article = Seed(file);

        var paragraphs = ArticleText.Paragraphs(article);

        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, span => Assert.True(span == article.TitleSpan || span.Length > 80, span.In(article.Text).ToString()));
        Assert.DoesNotContain(paragraphs, span => article.Boilerplate.Any(span.Overlaps));
    }

    private static Article Seed(string file) => Reading.Article(file, File.ReadAllBytes(PathOf(file)));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", file);

    private static JsonElement Gold1(string file, string property) => Gold.Single(article => article.GetProperty("file").GetString() == file).GetProperty(property);

    private static DateOnly? Day(JsonElement dates, string property) =>
        dates.GetProperty(property).GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static TextSpan? Span(JsonElement span) => span.ValueKind == JsonValueKind.Null ? null : new TextSpan(span[0].GetInt32(), span[1].GetInt32());
}
