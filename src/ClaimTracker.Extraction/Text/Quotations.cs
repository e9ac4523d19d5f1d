namespace ClaimTracker.Extraction.Text;

/// <summary>Words between two quotation marks.</summary>
/// <param name="Inside">The tokens between the marks, without them.</param>
/// <param name="Open">The token of the opening mark.</param>
/// <param name="Close">The token of the closing mark; −1 where none was printed.</param>
/// <param name="Nested">Whether it stands inside another quotation.</param>
/// <param name="GoesOn">Whether the paragraph ends without a closing mark and the next begins with an opening one.</param>
internal readonly record struct Quotation(TokenRange Inside, int Open, int Close, bool Nested, bool GoesOn)
{
    /// <summary>The marks included.</summary>
    public TokenRange Whole => new(Open, Close < 0 ? Inside.End : Close + 1);
}

/// <summary>Pairs quotation marks: curly by their shape, straight by the spaces around them and by turns.</summary>
/// <remarks>
/// Double marks are the outer level. Single ones count where they open before a word and close after one, so that apostrophes
/// stay apostrophes. A quotation never crosses a paragraph; one that is left open ends with it, and goes on in the next one
/// where that begins with an opening mark, as newspapers set long quotations.
/// </remarks>
internal static class Quotations
{
    private static readonly Comparer<Quotation> s_byOpening = Comparer<Quotation>.Create(static (a, b) => a.Open.CompareTo(b.Open));

    /// <summary>Finds the quotations in reading order of their opening marks and flags the tokens inside.</summary>
    public static void Find(TokenBuffer tokens, string text, List<Quotation> found)
    {
        var from = 0;
        while (from < tokens.Count)
        {
            var (to, any) = (from + 1, tokens[from].Kind == TokenKind.Quote);
            for (; to < tokens.Count && !tokens[to].Has(TokenFlags.ParagraphStart); to++)
                any |= tokens[to].Kind == TokenKind.Quote;
            if (any)
                FindIn(tokens, text, from, to, found);
            from = to;
        }
    }

    private static void FindIn(TokenBuffer tokens, string text, int from, int to, List<Quotation> found)
    {
        var first = found.Count;
        var (open, single) = (-1, -1);
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind != TokenKind.Quote)
                continue;

            var faces = Facing(tokens, text, i, to);
            if (IsDouble(tokens[i], text))
            {
                if (open < 0 && faces != Faces.Back)
                    (open, single) = (i, -1);
                else if (open >= 0 && faces != Faces.On)
                {
                    Add(tokens, found, first, open, i, nested: false);
                    (open, single) = (-1, -1);
                }
            }
            else if (single < 0 && faces == Faces.On)
                single = i;
            else if (single >= 0 && faces == Faces.Back)
            {
                Add(tokens, found, first, single, i, nested: open >= 0);
                single = -1;
            }
        }

        if (open >= 0 && open + 1 < to)
        {
            var goesOn = to < tokens.Count && tokens[to].Kind == TokenKind.Quote && IsDouble(tokens[to], text);
            found.Add(new(new(open + 1, to), open, -1, false, goesOn));
            Flag(tokens, open + 1, to);
        }

        if (found.Count - first > 1)
            found.Sort(first, found.Count - first, s_byOpening);
    }

    private static void Add(TokenBuffer tokens, List<Quotation> found, int first, int open, int close, bool nested)
    {
        if (close == open + 1)
            return;
        found.Add(new(new(open + 1, close), open, close, nested, false));
        Flag(tokens, open + 1, close);
        if (nested)
            return;

        // Single-mark quotations found inside this one before it closed are nested in it.
        for (var i = found.Count - 2; i >= first && found[i].Open > open; i--)
            found[i] = found[i] with { Nested = true };
    }

    private static void Flag(TokenBuffer tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            tokens[i].Flags |= TokenFlags.Quoted;
    }

    private enum Faces
    {
        Either,
        On,
        Back,
    }

    private static bool IsDouble(Token token, string text) => text[token.Start] is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '`'
        || token.End - token.Start == 2;

    private static Faces Facing(TokenBuffer tokens, string text, int at, int to)
    {
        ref readonly var mark = ref tokens[at];
        var spaceAfter = at + 1 >= to || tokens[at + 1].Has(TokenFlags.SpaceBefore);
        var before = at > 0 && !mark.Has(TokenFlags.SpaceBefore) ? tokens[at - 1].Kind : TokenKind.Symbol;
        switch (text[mark.Start])
        {
            case '\u201C' or '\u201E' or '\u00AB' or '`':
                return Faces.On;
            case '\u201D' or '\u00BB':
                // Some type the closing mark at both ends.
                return mark.Has(TokenFlags.SpaceBefore) && !spaceAfter ? Faces.Either : Faces.Back;
            case '\u2018' or '\u201A':
                return spaceAfter ? Faces.Back : Faces.On;
        }

        if (mark.Has(TokenFlags.SpaceBefore) || before is TokenKind.Open or TokenKind.Dash)
            return spaceAfter ? Faces.Either : Faces.On;
        if (before == TokenKind.Quote)
            return spaceAfter ? Faces.Back : Faces.Either;
        return spaceAfter || tokens[at + 1].Kind is not TokenKind.Word ? Faces.Back : Faces.Either;
    }
}
