namespace ClaimTracker.Web.Presentation;

/// <summary>An axis from zero to a round number.</summary>
public sealed class FigureAxis
{
    private const double Left = 1.5;
    private const double Right = 97;

    public FigureAxis(double largest)
    {
        var step = RoundStep(Math.Max(largest, 1) * 1.08 / 5);
        Max = step * Math.Ceiling(Math.Max(largest, 1) * 1.08 / step);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round(Max / step) + 1).Select(i => i * step)];
    }

    public double Max { get; }

    /// <summary>From zero to <see cref="Max"/>, four to seven of them.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a value stands, in percent of the chart's width.</summary>
    public double X(double value) => Left + ((Right - Left) * Math.Clamp(value / Max, 0, 1));

    private static double RoundStep(double raw)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / magnitude) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * magnitude;
        return Math.Max(1, step);
    }
}
