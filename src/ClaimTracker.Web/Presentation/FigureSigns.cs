using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>How a figure's sign is drawn around its place on the axis, as SVG paths; charts and their keys draw alike.</summary>
public static class FigureSigns
{
    /// <summary>Dot, diamond, triangle: place is told by shape as well as by colour.</summary>
    public static string Of(SidePlace place) => place switch
    {
        SidePlace.Left => "M-6 0A6 6 0 0 1 6 0A6 6 0 0 1-6 0Z",
        SidePlace.Right => "M0-7.5 7.5 0 0 7.5-7.5 0Z",
        _ => "M0-7 7 5-7 5Z",
    };

    /// <summary>The line away from the sign, or null. A range's ends at its other figure and is drawn by the chart.</summary>
    public static string? Stem(FigureShape shape) => shape switch
    {
        FigureShape.Above or FigureShape.WordAbove => "M8 0H52",
        FigureShape.Below => "M-8 0H-28",
        FigureShape.About => "M-14 0H14",
        _ => null,
    };

    /// <summary>The arrow's head at the end of the line, or null.</summary>
    public static string? Head(FigureShape shape) => shape switch
    {
        FigureShape.Above or FigureShape.WordAbove => "M50-5 58 0 50 5Z",
        FigureShape.Below => "M-26-5-34 0-26 5Z",
        _ => null,
    };

    /// <summary>Whether the sign is not filled: the figure is a bound.</summary>
    public static bool IsOpen(FigureShape shape) => shape is FigureShape.Above or FigureShape.Below or FigureShape.WordAbove;
}
