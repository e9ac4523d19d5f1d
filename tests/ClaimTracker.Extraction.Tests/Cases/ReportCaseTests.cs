using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Tests.Gold;
using ClaimTracker.Reading;

namespace ClaimTracker.Extraction.Tests.Cases;

/// <summary>Whole reports, read from their bytes to their claims.</summary>
public sealed class ReportCaseTests
{
    private static readonly ClaimExtractor Extractor = new(GoldFile.Dossier);

    public static TheoryData<AttributionCase> Cases => [.. AttributionCase.ReadAll("reports.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AReportHasTheseClaimsAndNoOthers(AttributionCase wanted)
    {
        var article = Assert.IsType<ReadOutcome.Read>(ArticleReader.Read("case.txt", Encoding.UTF8.GetBytes(wanted.Text))).Article;

        var claims = Extractor.Extract(article).Claims;

        var found = claims.Select((c, i) => Describe(c, article.Text, i < wanted.Expected.Count ? wanted.Expected[i].Split('|').Length : 4));
        Assert.Equal(string.Join('\n', wanted.Expected), string.Join('\n', found));
    }

    /// <summary>Who, by which word, what, and through whom or of whom where the case tells.</summary>
    private static string Describe(Claim claim, string text, int parts)
    {
        var speaker = claim.Speaker.ActorId is var id && id.LastIndexOf('-') is > 0 and var dash && id[(dash + 1)..].Length == 8 && id[(dash + 1)..].All(char.IsAsciiHexDigit) ? id[..dash] : id;
        string[] all =
        [
            speaker, claim.Cue is { } cue ? cue.Span.In(text).ToString() : "-", string.Join(" … ", claim.Content.Select(c => c.In(text).ToString().ReplaceLineEndings(" / "))),
            $"via {claim.ReportedBy ?? "-"}", $"of {claim.Target ?? "-"}",
        ];
        return string.Join(" | ", all.Take(parts));
    }
}
