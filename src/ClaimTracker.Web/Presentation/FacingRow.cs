using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>What stands face to face in one row: of one day, or on one question. <c>Day</c> is null for the undated and for rows that go by no day.</summary>
public sealed record FacingRow(DateOnly? Day, IReadOnlyList<ClaimRow> Left, IReadOnlyList<ClaimRow> Right, IReadOnlyList<ClaimRow> Third)
{
    /// <summary>The contested question that joins the columns, or null.</summary>
    public OpposedClaims? Question { get; init; }

    /// <summary>What both columns speak of on that day: a topic's id, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether the columns make the same statement.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether the row before it has the same day.</summary>
    public bool GoesOn { get; init; }

    /// <summary>All claims of the row, left ones first.</summary>
    public IEnumerable<ClaimRow> Claims => Left.Concat(Right).Concat(Third);

    /// <summary>How many columns have something to say.</summary>
    public int Columns => (Left.Count > 0 ? 1 : 0) + (Right.Count > 0 ? 1 : 0) + (Third.Count > 0 ? 1 : 0);

    public IReadOnlyList<ClaimRow> At(SidePlace place) => place switch
    {
        SidePlace.Left => Left,
        SidePlace.Right => Right,
        _ => Third,
    };

    /// <summary>The same row with only some of its claims.</summary>
    public FacingRow Where(Func<ClaimRow, bool> keep) => this with { Left = [.. Left.Where(keep)], Right = [.. Right.Where(keep)], Third = [.. Third.Where(keep)] };

    /// <summary>One row for each day, in the order in which days first come up; within a cell the claims keep their order.</summary>
    public static IReadOnlyList<FacingRow> ByDay(IEnumerable<ClaimRow> claims, SideRegister sides) =>
        [.. claims.GroupBy(c => c.Date).Select(day => Of(day.Key, day, sides))];

    /// <summary>As <see cref="ByDay"/>, latest first, the undated last: for claims that come in no order of their own.</summary>
    public static IReadOnlyList<FacingRow> LatestFirst(IEnumerable<ClaimRow> claims, SideRegister sides) =>
        ByDay(claims.OrderBy(c => c.Date is null).ThenByDescending(c => c.Date), sides);

    public static FacingRow Of(DateOnly? day, IEnumerable<ClaimRow> claims, SideRegister sides)
    {
        var byPlace = claims.ToLookup(sides.PlaceOf);
        return new(day, [.. byPlace[SidePlace.Left]], [.. byPlace[SidePlace.Right]], [.. byPlace[SidePlace.Third]]);
    }
}
