using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Which days of two long columns are shown together, so that both are whole for each day that is shown.</summary>
/// <param name="First">The first day shown; null where everything is.</param>
/// <param name="CutDay">A day so full that it is shown in part; null for none.</param>
public sealed record CompareWindow(DateOnly? First, DateOnly? CutDay)
{
    /// <summary>How many statements of a column are read for one page.</summary>
    public const int Size = 50;

    /// <param name="columns">Pages of the columns, the newest first, of <see cref="Size"/> statements at most.</param>
    public static CompareWindow Of(params IReadOnlyList<ClaimPage> columns)
    {
        var cuts = columns.Select(Cut).OfType<(DateOnly Day, bool Full)>().ToList();
        if (cuts.Count == 0)
            return new(null, null);
        var (day, full) = cuts.Max();
        return new(day, full ? day : null);
    }

    public bool Shows(ClaimRow claim) => First is not { } first || claim.Date >= first;

    /// <summary>The first day on which a column that goes on is whole, or the one day that fills it alone.</summary>
    private static (DateOnly Day, bool Full)? Cut(ClaimPage page)
    {
        if (page.Next is null || page.Items is not [{ Date: { } newest }, .., { Date: { } oldest }])
            return null;
        return newest == oldest ? (oldest, true) : (oldest.AddDays(1), false);
    }
}
