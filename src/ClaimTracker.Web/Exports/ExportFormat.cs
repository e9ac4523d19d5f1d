namespace ClaimTracker.Web.Exports;

/// <summary>A form in which claims are taken away. What stands in it is for machines: invariant, whatever the culture of the request.</summary>
internal abstract class ExportFormat
{
    /// <summary>How a file's name ends, and the address that gives it: <c>csv</c>.</summary>
    public abstract string Extension { get; }

    public abstract string MediaType { get; }

    /// <summary>What it is called on pages.</summary>
    public abstract string Name { get; }

    /// <summary>What stands in it and for whom it is, in a sentence or two.</summary>
    public abstract string Description { get; }

    /// <summary>Writes page by page; what is written is on its way before the next page is asked for.</summary>
    /// <param name="pages">The claims.</param>
    /// <param name="isComparison">Whether pages have columns.</param>
    /// <param name="to">Where to.</param>
    public abstract Task WriteAsync(IAsyncEnumerable<ExportPage> pages, bool isComparison, ExportTarget to);
}
