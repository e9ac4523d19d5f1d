using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>What each side says on one day. <c>Day</c> is null for the undated.</summary>
public sealed record FacingRow(DateOnly? Day, IReadOnlyList<ClaimRow> Left, IReadOnlyList<ClaimRow> Right, IReadOnlyList<ClaimRow> Third)
{
    /// <summary>All claims of the row, left ones first.</summary>
    public IEnumerable<ClaimRow> Claims => Left.Concat(Right).Concat(Third);

    public IReadOnlyList<ClaimRow> At(SidePlace place) => place switch
    {
        SidePlace.Left => Left,
        SidePlace.Right => Right,
        _ => Third,
    };

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
