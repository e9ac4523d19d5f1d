using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

/// <summary>Events of the dossier as periods to choose.</summary>
public sealed class EventPeriodTests
{
    private static readonly DateOnly First = new(2025, 10, 9);

    private static readonly DayCount[] Days = [new(First.AddDays(-3), 1), new(First, 2), new(First.AddDays(2), 4), new(First.AddDays(3), 8)];

    private static ConflictEvent Event(string id, int from, int to) => new(id, id, First.AddDays(from), First.AddDays(to), [], [], []);

    private static List<(string Id, int Claims)> Of(ClaimFilter filter, params ConflictEvent[] events) =>
        [.. EventPeriod.Of(Rows.Dossier with { Events = events }, filter, Days).Select(e => (e.Event.Id, e.Claims))];

    [Fact]
    public void ClaimsOfItsFirstAndLastDayCountAndThoseBesideItDoNot() =>
        Assert.Equal([("one day", 8), ("three days", 6), ("before all", 1)], Of(new(), Event("three days", 0, 2), Event("one day", 3, 3), Event("before all", -9, -1)));

    [Fact]
    public void AnEventOfWhichNothingIsSaidIsListedWhereItIsChosen()
    {
        var quiet = Event("quiet", 20, 30);

        Assert.Empty(Of(new(), quiet));
        Assert.Equal([("quiet", 0)], Of(new() { Days = ClaimDays.Event, From = quiet.From, To = quiet.To }, quiet));
    }
}
