using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class ContradictionTests
{
    private static readonly SideRegister Sides = new(Rows.Dossier);

    [Fact]
    public void ThoseOfOppositePositionsContradictEachOtherOnEachQuestion()
    {
        var questions = new[] { Question("one", ["mayor"], ["general"]), Question("two", ["mayor", "envoy"], ["general"]) };

        var matrix = ContradictionMatrix.Of(questions, Sides);

        Assert.Equal(["mayor", "envoy"], matrix.Rows.Select(r => r.Id));
        Assert.Equal(["general"], matrix.Columns.Select(c => c.Id));
        Assert.Equal(["one", "two"], matrix.Cells[("mayor", "general")].Questions.Select(q => q.Slug));
        Assert.Single(matrix.Cells[("envoy", "general")].Questions);
    }

    [Fact]
    public void ThirdPartiesWithPositionsOfTheirOwnContradictNobody()
    {
        var question = Question("one", ["mayor"], ["general"]);
        question = question with { Positions = [.. question.Positions, Position("others", ["observer"])] };

        Assert.Equal(["general"], Contradictions.By("mayor", [question], Sides).Select(c => c.Whom.Id));
        Assert.Empty(Contradictions.By("observer", [question], Sides));
    }

    private static DisputeRow Question(string slug, string[] left, string[] right) => new(
        slug, slug, DisputeKind.Denial, 1, "", null, [], [], [Position("ruritania", left), Position("freedonia", right)], 1);

    private static PositionRow Position(string side, string[] speakers) =>
        new(side, [.. speakers.Select(s => Rows.Claim("It is so.", side: side, speaker: s))], []);
}
