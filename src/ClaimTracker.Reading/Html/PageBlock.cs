namespace ClaimTracker.Reading.Html;

/// <summary>A run of text between two line ends of a page: a paragraph, a heading, a list item.</summary>
internal sealed class PageBlock
{
    /// <summary>The nearest element around it that stands on lines of its own.</summary>
    public required int Node { get; init; }

    /// <summary>The first text node.</summary>
    public required int First { get; init; }

    /// <summary>White space collapsed to single spaces, single line breaks kept.</summary>
    public required string Text { get; init; }

    /// <summary>Characters, less white space, that lie inside links.</summary>
    public required int LinkLength { get; init; }

    /// <summary>Characters less white space.</summary>
    public required int Length { get; init; }

    /// <summary>Whether a picture stands right before its first word in the same element.</summary>
    public required bool AfterImage { get; init; }

    public double LinkDensity => Length == 0 ? 0 : (double)LinkLength / Length;
}
