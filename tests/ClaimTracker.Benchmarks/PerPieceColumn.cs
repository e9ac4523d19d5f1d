using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ClaimTracker.Benchmarks;

/// <summary>A column that says what the shortest run comes to, to which what else the machine does has added least: articles a second, nanoseconds a byte.</summary>
/// <param name="name">Its heading.</param>
/// <param name="of">From the seconds of a run to the figure.</param>
/// <param name="format">As of numbers.</param>
internal sealed class PerPieceColumn(string name, Func<double, BenchmarkCase, double> of, string format) : IColumn
{
    public PerPieceColumn(string name, Func<double, double> of, string format)
        : this(name, (seconds, _) => of(seconds), format)
    {
    }

    public string Id => "per-piece-" + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => name + ", of the shortest run";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } found ? of(found.Min / 1e9, benchmarkCase).ToString(format, CultureInfo.InvariantCulture) : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public override string ToString() => ColumnName;
}
