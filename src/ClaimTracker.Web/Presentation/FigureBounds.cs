using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>What the words of a figure allow: “more than 200” of whole things is 201 or more.</summary>
public static class FigureBounds
{
    public static double? Low(StatisticRow figure) =>
        figure is { Qualifier: Qualifier.MoreThan, Low: { } low } && low == Math.Floor(low) ? low + 1 : figure.Low;

    public static double? High(StatisticRow figure) =>
        figure is { Qualifier: Qualifier.LessThan, High: { } high } && high == Math.Floor(high) ? high - 1 : figure.High;

    /// <summary>Whether the number is not printed but stands for a word such as “dozens”.</summary>
    public static bool IsOurConversion(StatisticRow figure) => figure.Qualifier is
        Qualifier.Dozens or Qualifier.Scores or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.Millions;

    /// <summary>Where the figure's sign stands on an axis: the number printed, or the one that stands for the word.</summary>
    public static double? At(StatisticRow figure) => figure.Low ?? figure.High;
}
