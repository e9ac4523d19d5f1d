using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>Lays claims over paragraphs. Claims that lie inside each other become marks inside marks; where two cross, the later is parted.</summary>
internal sealed class ReaderLayout(IReadOnlyList<TextSpan> boilerplate, IReadOnlyList<ReaderNote> notes)
{
    /// <summary>Marks deeper than this are not drawn (their numbers are): nobody could tell them apart.</summary>
    private const int Deepest = 6;

    private readonly HashSet<string> _anchored = new(StringComparer.Ordinal);

    private sealed record Piece(int Start, int End, ReaderNote Note);

    public ReaderParagraph Paragraph(TextSpan paragraph)
    {
        var inside = notes.Where(n => n.Claim.Content.Any(paragraph.Overlaps)).ToList();
        var nodes = new List<ReaderNode>();
        foreach (var run in TextRuns.Cut(paragraph, [.. boilerplate.Select(b => (b, true))], false))
        {
            if (run.Is)
                nodes.Add(new ReaderNode.LeftOut(run.Span));
            else
                nodes.AddRange(Lay(run.Span, Pieces(inside, run.Span), outerEnd: -1, depth: 0));
        }

        // A claim is noted beside the paragraph in which it begins.
        return new(paragraph, nodes, [.. inside.Where(n => n.Claim.Content[0].Start >= paragraph.Start)]);
    }

    private static List<Piece> Pieces(List<ReaderNote> inside, TextSpan range) =>
        [.. from note in inside
            from span in note.Claim.Content
            where span.Overlaps(range)
            select new Piece(Math.Max(span.Start, range.Start), Math.Min(span.End, range.End), note)];

    private List<ReaderNode> Lay(TextSpan range, List<Piece> pieces, int outerEnd, int depth)
    {
        var nodes = new List<ReaderNode>();
        var waiting = new PriorityQueue<Piece, (int, int, int)>();
        foreach (var piece in pieces)
            waiting.Enqueue(piece, Order(piece));
        var at = range.Start;
        while (waiting.TryDequeue(out var piece, out _))
        {
            AddWords(nodes, at, piece.Start);
            var inner = TakeInner(waiting, piece);
            var span = new TextSpan(piece.Start, piece.End);
            List<ReaderNode> content = depth < Deepest ? Lay(span, inner, piece.End, depth + 1) : [new ReaderNode.Words(span)];
            nodes.Add(new ReaderNode.Marked(piece.Note, _anchored.Add(piece.Note.Claim.Key), content));
            if (piece.End != outerEnd)
                nodes.AddRange(References(piece.End));
            at = piece.End;
        }

        AddWords(nodes, at, range.End);
        return nodes;
    }

    /// <summary>What begins within a piece goes inside it; what reaches beyond is parted at its end.</summary>
    private static List<Piece> TakeInner(PriorityQueue<Piece, (int, int, int)> waiting, Piece outer)
    {
        var inner = new List<Piece>();
        var beyond = new List<Piece>();
        while (waiting.TryPeek(out var next, out _) && next.Start < outer.End)
        {
            waiting.Dequeue();
            inner.Add(next with { End = Math.Min(next.End, outer.End) });
            if (next.End > outer.End)
                beyond.Add(next with { Start = outer.End });
        }

        foreach (var piece in beyond)
            waiting.Enqueue(piece, Order(piece));
        return inner;
    }

    /// <summary>Earlier first, of those that begin together the longer first, so that it lies outside.</summary>
    private static (int, int, int) Order(Piece piece) => (piece.Start, -piece.End, piece.Note.Number);

    private IEnumerable<ReaderNode> References(int end) =>
        notes.Where(n => n.Claim.Content[^1].End == end).Select(n => new ReaderNode.Reference(n));

    private static void AddWords(List<ReaderNode> nodes, int start, int end)
    {
        if (end > start)
            nodes.Add(new ReaderNode.Words(new TextSpan(start, end)));
    }
}
