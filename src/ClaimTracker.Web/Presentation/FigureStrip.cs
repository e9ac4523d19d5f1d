using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>How a figure is drawn: filled for an exact number, open with an arrow for a bound, dashed where the number is ours, joined for a range.</summary>
public enum FigureShape
{
    Exact,
    About,
    Range,
    Above,
    Below,
    WordAbove,
}

/// <summary>One sign on a strip: all who claim the same figure at the same place.</summary>
/// <param name="X">Percent of the width.</param>
/// <param name="X2">The other end of a range, else null.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Place">Whose sign and colour.</param>
/// <param name="Words">As printed.</param>
/// <param name="Sentence">The text alternative.</param>
/// <param name="Lane">Where its words stand: 0 next above the axis, 1 next below, 2 above that …</param>
/// <param name="WideOnly">Whether there is room for its words on wide screens alone.</param>
/// <param name="Figure">The first of those who claim it.</param>
/// <param name="Superseded">Whether whoever claimed it has given another figure since.</param>
public sealed record FigureMark(
    double X, double? X2, FigureShape Shape, SidePlace Place, string Words, string Sentence, int Lane, bool WideOnly, StatisticRow Figure, bool Superseded = false);

/// <summary>Figures of one thing on a common axis. Nothing is added up and nothing is averaged.</summary>
public sealed class FigureStrip
{
    private const int Lanes = 4;

    /// <param name="figures">Those without a number are left out.</param>
    /// <param name="axis">Long enough for all of them.</param>
    /// <param name="sides">Whose sign and colour.</param>
    /// <param name="superseded">Ids of figures that a later one of the same speaker replaces; null for none.</param>
    public FigureStrip(IReadOnlyList<StatisticRow> figures, FigureAxis axis, SideRegister sides, IReadOnlySet<string>? superseded = null)
    {
        Axis = axis;
        Marks = [.. Arrange(figures, axis, sides, superseded)];
        LanesAbove = Marks.Any(m => m.Lane is 2) ? 2 : 1;
        LanesBelow = Marks.Any(m => m.Lane is 3) ? 2 : Marks.Any(m => m.Lane is 1) ? 1 : 0;
    }

    public FigureAxis Axis { get; }

    public IReadOnlyList<FigureMark> Marks { get; }

    public int LanesAbove { get; }

    public int LanesBelow { get; }

    public static FigureShape ShapeOf(StatisticRow figure) => figure.Qualifier switch
    {
        Qualifier.AtLeast or Qualifier.MoreThan => FigureShape.Above,
        Qualifier.Nearly or Qualifier.UpTo or Qualifier.LessThan => FigureShape.Below,
        Qualifier.About => FigureShape.About,
        Qualifier.Range when figure is { Low: not null, High: not null } => FigureShape.Range,
        _ when FigureBounds.IsOurConversion(figure) => FigureShape.WordAbove,
        _ => FigureShape.Exact,
    };

    private static IEnumerable<FigureMark> Arrange(
        IReadOnlyList<StatisticRow> figures, FigureAxis axis, SideRegister sides, IReadOnlySet<string>? superseded)
    {
        var (narrow, wide) = (new double[Lanes], new double[Lanes]);
        Array.Fill(narrow, double.NegativeInfinity);
        Array.Fill(wide, double.NegativeInfinity);
        foreach (var same in Same(figures, sides, superseded).OrderBy(g => FigureBounds.At(g.First())))
        {
            var first = same.First();
            var shape = ShapeOf(first);
            var x = axis.X(FigureBounds.At(first)!.Value);
            var x2 = shape is FigureShape.Range ? axis.X(first.High!.Value) : (double?)null;
            var words = first.Words;
            var middle = x2 is { } end ? (x + end) / 2 : x;
            var (lane, wideOnly) = Lane(middle, words.Length, narrow, wide);
            var replaced = superseded?.Contains(first.Id) ?? false;
            yield return new(x, x2, shape, sides.Of(first.ClaimedBy?.Side).Place, words, Sentence([.. same], replaced), lane, wideOnly, first, replaced);
        }
    }

    private static IEnumerable<IGrouping<object, StatisticRow>> Same(IReadOnlyList<StatisticRow> figures, SideRegister sides, IReadOnlySet<string>? superseded) =>
        figures.Where(f => FigureBounds.At(f) is not null)
            .GroupBy(f => (object)(f.Low, f.High, f.Qualifier, sides.Of(f.ClaimedBy?.Side).Place, superseded?.Contains(f.Id)));

    /// <summary>The first lane whose last words end before these begin: on a phone, or else on a wide screen; -1 for none.</summary>
    private static (int Lane, bool WideOnly) Lane(double middle, int letters, double[] narrow, double[] wide)
    {
        foreach (var (ends, perLetter, wideOnly) in new[] { (narrow, 2.0, false), (wide, 0.8, true) })
        {
            var half = Math.Max(3, letters * perLetter / 2);
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (ends[lane] > middle - half)
                    continue;
                narrow[lane] = Math.Max(narrow[lane], middle + Math.Max(3, letters));
                wide[lane] = Math.Max(wide[lane], middle + Math.Max(3, letters * 0.4));
                return (lane, wideOnly);
            }
        }

        return (-1, true);
    }

    private static string Sentence(IReadOnlyList<StatisticRow> same, bool superseded)
    {
        var speakers = same.Select(f => f.ClaimedBy?.Name ?? Texts.FigureArticleItself).Distinct().ToList();
        var counted = same[0].Counted is { } what ? $" {what}" : "";
        var sentence = Formats.Fill(Texts.FigureSays, same[0].Words + counted, string.Join(", ", speakers.Take(3)));
        return superseded ? Formats.Fill(Texts.FigureSuperseded, sentence) : sentence;
    }
}
