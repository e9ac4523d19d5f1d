using System.Globalization;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>One bar as drawn. Lengths across are percentages of the chart's width, heights are pixels.</summary>
/// <param name="X">The left edge of the space that the bar has, in percent.</param>
/// <param name="Width">The width of that space, in percent.</param>
/// <param name="Words">What it stands for, as a sentence.</param>
/// <param name="Period">Its days, for the table.</param>
/// <param name="Bin">Its claims.</param>
/// <param name="Dated">False for the bar of the undated.</param>
/// <param name="Labelled">Whether its numbers are shown at every width; the others wait for a wide one.</param>
public sealed record TimelineBar(double X, double Width, string Words, string Period, TimelineBin Bin, bool Dated, bool Labelled)
{
    public double Middle => X + (Width / 2);
}

/// <summary>A tick with its month.</summary>
public sealed record TimelineTick(double X, string Month, string? Year, bool Always);

/// <summary>Where everything of a timeline stands. Drawn on percentages, so that type keeps its size at every width.</summary>
public sealed class TimelineChart
{
    private const double SlotWidth = 8;
    private const double SlotGap = 4;
    private const int LabelHeight = 20;

    /// <summary>How far apart month names have to stand to be read, in percent of the width.</summary>
    private const double ApartOnWide = 4;
    private const double ApartOnPhone = 11;

    public TimelineChart(Timeline timeline, SideRegister sides, int height)
    {
        Timeline = timeline;
        var start = timeline.Earlier is null ? 0 : SlotWidth + SlotGap;
        var end = 100 - (timeline.Later is null ? 0 : SlotWidth + SlotGap) - (timeline.Undated is null ? 0 : SlotWidth + SlotGap);
        (Start, End) = (start, end);
        var (left, right) = timeline.Highest;
        Scale = height / (double)Math.Max(1, left + right);
        AxisY = LabelHeight + (left * Scale);
        ThirdY = AxisY + (right * Scale) + LabelHeight + 4;
        Height = ThirdY + (timeline.HasThird ? 24 : 0);
        Bars = [.. Place(timeline, sides)];
        Ticks = [.. Months(timeline.Bins)];
    }

    public Timeline Timeline { get; }

    /// <summary>Where the main part begins and ends, in percent.</summary>
    public double Start { get; }

    public double End { get; }

    /// <summary>Pixels for one claim.</summary>
    public double Scale { get; }

    /// <summary>The axis from the top, in pixels.</summary>
    public double AxisY { get; }

    /// <summary>The top of the line of third parties, in pixels.</summary>
    public double ThirdY { get; }

    /// <summary>Down to the ticks, in pixels.</summary>
    public double Height { get; }

    public IReadOnlyList<TimelineBar> Bars { get; }

    public IReadOnlyList<TimelineTick> Ticks { get; }

    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    public static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private IEnumerable<TimelineBar> Place(Timeline timeline, SideRegister sides)
    {
        if (timeline.Earlier is { } earlier)
            yield return Bar(0, SlotWidth, earlier, Formats.Days(earlier.From, earlier.To), sides, true, true);
        var width = timeline.Bins.Count == 0 ? 0 : (End - Start) / timeline.Bins.Count;
        var labelled = Labelled(timeline.Bins);
        for (var i = 0; i < timeline.Bins.Count; i++)
        {
            var bin = timeline.Bins[i];
            if (bin.Total > 0)
                yield return Bar(Start + (i * width), width, bin, PeriodOf(bin), sides, true, labelled.Contains(i));
        }

        if (timeline.Later is { } later)
            yield return Bar(End + SlotGap, SlotWidth, later, Formats.Days(later.From, later.To), sides, true, true);
        if (timeline.Undated is { } undated)
            yield return Bar(100 - SlotWidth, SlotWidth, new(default, default, undated.Left, undated.Right, undated.Third), Texts.DateUnknown, sides, false, true);
    }

    private static TimelineBar Bar(double x, double width, TimelineBin bin, string period, SideRegister sides, bool dated, bool labelled)
    {
        var words = Formats.Fill(Texts.ChartBar, period, sides.Left.Name, bin.Left, sides.Right.Name, bin.Right, sides.Third.Name, bin.Third);
        return new(x, width, words, period, bin, dated, labelled);
    }

    private string PeriodOf(TimelineBin bin) =>
        Timeline.WeeksPerBin == 1 ? Formats.Fill(Texts.ChartWeek, Formats.Day(bin.From)) : Formats.Days(bin.From, bin.To);

    /// <summary>The tallest bars that stand far enough apart for their numbers to be read on a phone.</summary>
    private static HashSet<int> Labelled(IReadOnlyList<TimelineBin> bins)
    {
        var apart = Math.Max(1, (int)Math.Ceiling(bins.Count / 13.0));
        var chosen = new HashSet<int>();
        foreach (var i in Enumerable.Range(0, bins.Count).Where(i => bins[i].Total > 0).OrderByDescending(i => Math.Max(bins[i].Left, bins[i].Right)))
        {
            if (!chosen.Any(other => Math.Abs(other - i) < apart))
                chosen.Add(i);
        }

        return chosen;
    }

    /// <summary>A tick where a month begins; where there are many, every third or only Januaries.</summary>
    private IEnumerable<TimelineTick> Months(IReadOnlyList<TimelineBin> bins)
    {
        if (bins.Count == 0)
            yield break;
        var (first, last) = (bins[0].From, bins[^1].To);
        var days = last.DayNumber - first.DayNumber + 1;
        var step = (days / 30) switch { <= 8 => 1, <= 24 => 3, <= 60 => 6, _ => 12 };
        var (year, lastAny, lastAlways) = (0, double.NegativeInfinity, double.NegativeInfinity);
        for (var month = FirstTick(first); month <= last; month = month.AddMonths(1))
        {
            if ((month.Month - 1) % step != 0 && month != FirstTick(first))
                continue;
            var x = Math.Max(Start, Start + ((End - Start) * (month.DayNumber - first.DayNumber) / days));
            if (x - lastAny < ApartOnWide)
                continue;
            var always = x - lastAlways >= ApartOnPhone && (End >= 100 || x <= End - ApartOnWide);
            yield return new(x, Formats.Month(month), month.Year == year ? null : Formats.Year(month), always);
            (year, lastAny, lastAlways) = (month.Year, x, always ? x : lastAlways);
        }
    }

    private static DateOnly FirstTick(DateOnly first) => new(first.Year, first.Month, 1);
}
