using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

/// <summary>“mayor” is called so in the middle of a sentence; a line of a table or of a margin is none.</summary>
public sealed class LineBeginningTests
{
    [Fact]
    public async Task ANoteInTheMarginBeginsWithACapital()
    {
        var note = new ReaderNote(1, Rows.Claim("The mayor said the bridge is closed."), null, null);

        var notes = await Rendered.OfAsync<ReaderNotes>(new() { ["Notes"] = (ReaderNote[])[note], ["Class"] = "notes-left", ["Label"] = "notes" });

        Assert.Equal("Mayor", notes.QuerySelector("a[data-open]")!.TextContent);
    }

    [Fact]
    public async Task WhoContradictsWhomNamesEachWithACapital()
    {
        var (one, other) = (new Storage.Queries.ActorRef("mayor", "mayor", "ruritania"), new Storage.Queries.ActorRef("general", "general", "freedonia"));
        var matrix = new ContradictionMatrix([one], [other], new Dictionary<(string, string), Contradiction> { [("mayor", "general")] = new(one, other, []) });

        var table = await Rendered.OfAsync<ContradictionTable>(new() { ["Matrix"] = matrix });

        Assert.Equal(["General", "Mayor"], table.QuerySelectorAll("th a").Select(a => a.TextContent));
    }
}
