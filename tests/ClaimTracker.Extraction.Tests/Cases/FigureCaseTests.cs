using System.Globalization;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Tests.Gold;
using ClaimTracker.Reading;

namespace ClaimTracker.Extraction.Tests.Cases;

/// <summary>Numbers of whole articles with who claims them, case by case; the form stands at the head of <c>Cases/Figures/claimed.txt</c>.</summary>
public sealed class FigureCaseTests
{
    private static readonly ClaimExtractor Extractor = new(GoldFile.Dossier);

    public static TheoryData<TextCase> Cases => [.. CaseFile.Read(Path.Combine("Figures", "claimed.txt"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnArticlesNumbersAreReadWithWhoClaimsThem(TextCase one)
    {
        var article = Assert.IsType<ReadOutcome.Read>(ArticleReader.Read("case.txt", Encoding.UTF8.GetBytes(one.Text))).Article;
        if (one.Published is { } day)
            article = article with { Published = new(day, DateBasis.Stated) };

        var found = Extractor.Extract(article).Statistics;

        Assert.True(one.Expected.Count == found.Count && one.Expected.Zip(found).All(p => Fits(p.First, p.Second, one.Text)),
            $"{one}: expected{Lines(one.Expected)}found{Lines(found.Select(s => Describe(s, one.Text)))}");
    }

    [Fact]
    public void TheFileHasItsCases() => Assert.InRange(Cases.Count, 30, 5000);

    private static string Lines(IEnumerable<string> lines) => $"{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}{Environment.NewLine}";

    private static bool Fits(string expected, Statistic found, string text)
    {
        var (wanted, given) = (expected.Split(" | "), Describe(found, text).Split(" | "));
        return wanted[0] == given[0] && wanted[1].Split(' ').Zip(given[1].Split(' ')).All(p => Matches(p.First, p.Second))
            && wanted[2].Split(' ').All(key => given[2].Split(' ').Any(g => g.Split('=')[0] == key.Split('=')[0] && Matches(key.Split('=')[1], g.Split('=')[1])));
    }

    private static bool Matches(string pattern, string value) =>
        pattern == value || (pattern.EndsWith('*') && value.StartsWith(pattern[..^1], StringComparison.Ordinal));

    private static string Describe(Statistic s, string text) => string.Create(CultureInfo.InvariantCulture,
        $"{s.Span.In(text)} | {s.Low}..{s.High} {Figures.NameOf(s.Qualifier)} {s.Unit ?? "-"} {s.Measure ?? "-"} | by={s.ClaimedBy ?? "-"} side={s.OfSide ?? "-"} place={s.Place ?? "-"} from={s.Period?.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}");
}
