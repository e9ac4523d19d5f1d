using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class LossMatrixTests
{
    private static readonly SideRegister Sides = new(Rows.Dossier);

    [Fact]
    public void EachSpeakerHasARowAndEachGroupAColumn()
    {
        var matrix = Assert.Single(LossMatrix.Of(
            [Loss("58", "freedonia", "ruritania", id: "a"), Loss("23", "ruritania", "ruritania", id: "b"), Loss("over 200", "ruritania", "freedonia", id: "c")], Sides));

        Assert.Equal(["freedonia", "ruritania"], matrix.Columns.Select(c => c.Group));
        Assert.Equal(["ruritania", "freedonia"], matrix.Rows.Select(r => r.Speaker!.Id));
        Assert.Equal(["over 200", "23"], matrix.Rows[0].Cells.Select(c => c.Single().Words));
        Assert.Empty(matrix.Rows[1].Cells[0]);
    }

    [Fact]
    public void DaysThatTouchAreOneEventAndOthersAnother()
    {
        var matrices = LossMatrix.Of(
            [
                Loss("9", "freedonia", "ruritania", id: "a", from: 1, to: 2), Loss("4", "ruritania", "ruritania", id: "b", from: 2),
                Loss("7", "freedonia", "ruritania", id: "c", from: 20), Loss("5", "ruritania", "ruritania", id: "d", from: 20),
            ], Sides);

        Assert.Equal([(20, 20), (1, 2)], matrices.Select(m => (m.From.Day, m.To.Day)));
    }

    [Fact]
    public void ARunningTotalIsNoEvent() =>
        Assert.Empty(LossMatrix.Of([Loss("900", "freedonia", "ruritania", id: "a", to: 28), Loss("300", "ruritania", "ruritania", id: "b", to: 28)], Sides));

    [Fact]
    public void OneSpeakerAloneComparesWithNobody() =>
        Assert.Empty(LossMatrix.Of([Loss("58", "freedonia", "ruritania", id: "a"), Loss("200", "freedonia", "freedonia", id: "b")], Sides));

    [Fact]
    public void AFigureSaidTwiceStandsOnceAndTwoThatDifferStandBoth()
    {
        var matrix = Assert.Single(LossMatrix.Of(
            [
                Loss("58", "freedonia", "ruritania", id: "a"), Loss("58", "freedonia", "ruritania", id: "b"),
                Loss("55", "freedonia", "ruritania", id: "c", number: 55), Loss("23", "ruritania", "ruritania", id: "d"),
            ], Sides));

        Assert.Equal(["58", "55"], matrix.Rows[1].Cells[0].Select(f => f.Words));
    }

    [Fact]
    public void TheArticlesOwnVoiceComesLast()
    {
        var matrix = Assert.Single(LossMatrix.Of([Loss("dozens", null, "freedonia", id: "a"), Loss("9", "freedonia", "freedonia", id: "b")], Sides));

        Assert.Null(matrix.Rows[^1].Speaker);
    }

    private static StatisticRow Loss(string words, string? speaker, string of, string id, int from = 12, int? to = null, double number = 58) =>
        Rows.Statistic(words, number, number, side: speaker, id: id) with { OfSide = of, Period = new(new DateOnly(2025, 10, from), new DateOnly(2025, 10, to ?? from)) };
}
