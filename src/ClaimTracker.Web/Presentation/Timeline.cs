using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>One bar: days from <paramref name="From"/> to <paramref name="To"/>, both included, and its claims by place.</summary>
public sealed record TimelineBin(DateOnly From, DateOnly To, int Left, int Right, int Third)
{
    public int Total => Left + Right + Third;
}

/// <summary>Weeks of claims made ready for a chart. Bars are whole weeks or several of them, so that a bar and its address agree.</summary>
/// <remarks>
/// A few odd dates must not press everything else into a corner: what lies far before the main part is gathered in
/// <paramref name="Earlier"/>, what lies years behind it in <paramref name="Later"/>.
/// </remarks>
/// <param name="WeeksPerBin">How many weeks one bar stands for.</param>
/// <param name="Bins">From the first to the last, empty ones included.</param>
/// <param name="Earlier">All before the first bar, or null.</param>
/// <param name="Later">All after the last bar, or null.</param>
/// <param name="Undated">Those without a date, or null.</param>
public sealed record Timeline(int WeeksPerBin, IReadOnlyList<TimelineBin> Bins, TimelineBin? Earlier, TimelineBin? Later, WeekCount? Undated)
{
    private const int MostBins = 60;
    private static readonly int[] Widths = [1, 2, 4, 13, 26, 52, 260];

    /// <summary>The tallest bar above and below the axis.</summary>
    public (int Left, int Right) Highest => (Sizes(b => b.Left, u => u.Left), Sizes(b => b.Right, u => u.Right));

    public bool HasThird => Sizes(b => b.Third, u => u.Third) > 0;

    /// <summary>Whether more than one of the two sides and the third parties has claims.</summary>
    public bool HasSeveral => (Highest.Left > 0 ? 1 : 0) + (Highest.Right > 0 ? 1 : 0) + (HasThird ? 1 : 0) > 1;

    public bool IsEmpty => Bins.Count == 0 && Undated is null;

    /// <summary>Whether there is more than one bar, so that a picture says more than the number.</summary>
    public bool IsWorthDrawing => InOrder.Count(b => b.Total > 0) + (Undated is null ? 0 : 1) > 1;

    /// <summary>All bars in the order of their days.</summary>
    public IEnumerable<TimelineBin> InOrder => new[] { Earlier }.Concat(Bins).Append(Later).OfType<TimelineBin>();

    public static Timeline Of(IReadOnlyList<WeekCount> weeks)
    {
        var undated = weeks.FirstOrDefault(w => w.Week is null);
        var dated = weeks.Where(w => w.Week is not null).OrderBy(w => w.Week).ToList();
        if (dated.Count == 0)
            return new(1, [], null, null, undated);
        var first = Outliers(dated, gapInWeeks: 13, share: 0.2);
        var late = Outliers([.. dated.AsEnumerable().Reverse()], gapInWeeks: 104, share: 0.05);
        var end = Math.Max(first + 1, dated.Count - late);
        var main = dated[first..end];
        var span = (main[^1].Week!.Value.DayNumber - main[0].Week!.Value.DayNumber) / 7;
        var width = Widths.FirstOrDefault(w => span / w < MostBins, Widths[^1]);
        return new(width, Fill(main, width), Gather(dated[..first]), Gather(dated[end..]), undated);
    }

    /// <summary>How many weeks at the beginning of a list lie beyond a long gap and hold only a small share of all claims.</summary>
    private static int Outliers(List<WeekCount> weeks, int gapInWeeks, double share)
    {
        var most = weeks.Sum(Size) * share;
        var (before, outliers) = (0, 0);
        for (var i = 1; i < weeks.Count && (before += Size(weeks[i - 1])) <= most; i++)
        {
            if (Math.Abs(weeks[i].Week!.Value.DayNumber - weeks[i - 1].Week!.Value.DayNumber) > gapInWeeks * 7)
                outliers = i;
        }

        return outliers;
    }

    private static List<TimelineBin> Fill(List<WeekCount> weeks, int width)
    {
        var first = weeks[0].Week!.Value;
        var inBin = weeks.ToLookup(w => (w.Week!.Value.DayNumber - first.DayNumber) / 7 / width);
        var count = ((weeks[^1].Week!.Value.DayNumber - first.DayNumber) / 7 / width) + 1;
        return [.. Enumerable.Range(0, count).Select(i => Sum(inBin[i], first.AddDays(i * 7 * width), first.AddDays(((i + 1) * 7 * width) - 1)))];
    }

    private static TimelineBin? Gather(List<WeekCount> weeks) =>
        weeks.Count == 0 ? null : Sum(weeks, weeks[0].Week!.Value, weeks[^1].Week!.Value.AddDays(6));

    private static TimelineBin Sum(IEnumerable<WeekCount> weeks, DateOnly from, DateOnly to)
    {
        var (left, right, third) = (0, 0, 0);
        foreach (var week in weeks)
            (left, right, third) = (left + week.Left, right + week.Right, third + week.Third);
        return new(from, to, left, right, third);
    }

    private static int Size(WeekCount week) => week.Left + week.Right + week.Third;

    private int Sizes(Func<TimelineBin, int> ofBin, Func<WeekCount, int> ofUndated) =>
        InOrder.Select(ofBin).Append(Undated is { } u ? ofUndated(u) : 0).Max();
}
