namespace ClaimTracker.Web.Presentation;

/// <summary>The head of a column.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Css">The class of the side that it belongs to; empty for none.</param>
/// <param name="Tally">How much it holds; null where that is counted from its rows.</param>
/// <param name="Address">The page of whoever it is, or null.</param>
public sealed record FacingColumn(string Name, string Css, string? Tally = null, string? Address = null);
