using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class AccuracyReportTests
{
    private const string Printed = """
        Before.
        <!-- evaluate --gold -->
        ```text
        claims                     precision 0.940  recall 0.962
        speaker, anaphoric         rate 0.984  of 61

        confidence  claims   mean  right
        0.9 to 1.0      45  0.938  1.000
        ```
        <!-- end -->
        """;

    [Fact]
    public void APrintedEvaluationBecomesATableOfFiguresAndOneOfConfidence()
    {
        var tables = AccuracyReport.Read(Printed, "evaluate --gold");

        Assert.Equal(["rate", "recall", "precision", "of"], tables[0].Heads);
        Assert.Equal("speaker, anaphoric", tables[0].Rows[1].What);
        Assert.Equal(["0.984", "", "", "61"], tables[0].Rows[1].Numbers);
        Assert.True(tables[1].IsCalibration);
        Assert.Equal("0.9 to 1.0", tables[1].Rows[0].What);
        Assert.Equal(["45", "0.938", "1.000"], tables[1].Rows[0].Numbers);
    }

    [Fact]
    public void WithoutMarksThereIsNoTable() => Assert.Empty(AccuracyReport.Read(Printed, "evaluate --attributions"));

    [Fact]
    public void TheReadmeHasBothEvaluations()
    {
        Assert.Contains(AccuracyReport.Seeds[0].Rows, r => r.What == "claims");
        Assert.Contains(AccuracyReport.KeptAside[0].Rows, r => r.What == "explicit, attribution");
        Assert.All(AccuracyReport.Seeds.Concat(AccuracyReport.KeptAside), t => Assert.All(t.Rows, r => Assert.Equal(t.Heads.Count, r.Numbers.Count)));
    }

    [Fact]
    public async Task ThePageShowsThemWithTheirCommands()
    {
        await using var site = new Site();

        var page = await site.PageAsync("/about");

        Assert.Equal(["claimtracker evaluate --gold", "claimtracker evaluate --attributions"], page.QuerySelectorAll("p > code").Select(c => string.Join(' ', c.TextContent.Split(' ')[..3])));
        Assert.Contains("with a reporting word: reporting word and words said", page.QuerySelectorAll("tbody th").Select(h => h.TextContent));
    }
}
