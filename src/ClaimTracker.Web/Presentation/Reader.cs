using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>A claim as the reader page numbers it, with its neighbours.</summary>
public sealed record ReaderNote(int Number, ClaimRow Claim, ClaimRow? Previous, ClaimRow? Next);

/// <summary>A piece of a paragraph on the reader page.</summary>
public abstract record ReaderNode
{
    /// <summary>Words as they stand in the article.</summary>
    public sealed record Words(TextSpan Span) : ReaderNode;

    /// <summary>Words of a claim. <paramref name="First"/> for the piece that the claim's address leads to.</summary>
    public sealed record Marked(ReaderNote Note, bool First, IReadOnlyList<ReaderNode> Inner) : ReaderNode;

    /// <summary>The number of a claim, where its words end.</summary>
    public sealed record Reference(ReaderNote Note) : ReaderNode;

    /// <summary>Boilerplate was left out here.</summary>
    public sealed record LeftOut(TextSpan Span) : ReaderNode;
}

/// <summary>A paragraph with what stands beside it.</summary>
public sealed record ReaderParagraph(TextSpan Span, IReadOnlyList<ReaderNode> Nodes, IReadOnlyList<ReaderNote> Notes);

/// <summary>An article laid out for reading: its text untouched, claims marked, notes beside their paragraph.</summary>
/// <param name="Title">The headline, where it is part of the text.</param>
/// <param name="Body">The paragraphs.</param>
/// <param name="LeftOut">What is not part of the article, in order.</param>
/// <param name="Notes">All claims in the order of the text.</param>
public sealed record Reader(
    ReaderParagraph? Title, IReadOnlyList<ReaderParagraph> Body, IReadOnlyList<TextSpan> LeftOut, IReadOnlyList<ReaderNote> Notes)
{
    public static Reader Of(ArticleDetail detail)
    {
        var article = detail.Article;
        var claims = detail.Claims.OrderBy(c => c.Content[0].Start).ThenBy(c => c.CueSpan?.Start ?? c.Content[0].Start).ToList();
        var notes = claims.Select((c, i) => new ReaderNote(i + 1, c, claims.ElementAtOrDefault(i - 1), claims.ElementAtOrDefault(i + 1))).ToList();
        var layout = new ReaderLayout(article.Boilerplate, notes);
        var title = article.TitleSpan is { } span ? layout.Paragraph(span) : null;
        var body = Paragraphs.Of(article.Text, article.Body)
            .Where(p => article.TitleSpan is not { } t || !t.Overlaps(p))
            .Where(p => !article.Boilerplate.Any(b => b.Contains(p)))
            .Select(layout.Paragraph).ToList();
        return new(title, body, [.. article.Boilerplate.Where(b => !string.IsNullOrWhiteSpace(article.Text[b.Start..b.End]))], notes);
    }
}
