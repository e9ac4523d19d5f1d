using ClaimTracker.Extraction.Lexicon;

namespace ClaimTracker.Extraction.Text;

/// <summary>Where sentences end. A sentence never crosses a line break.</summary>
internal sealed class Sentences
{
    /// <summary>The longest sentence, in tokens. What goes on for longer is a table, a list or noise; rules look through a sentence, so its length bounds their cost.</summary>
    private const int Longest = 400;

    private readonly WordMap<Abbreviation> _abbreviations = new();

    public Sentences(Vocabulary vocabulary)
    {
        var kinds = Enum.GetValues<Abbreviation>().Where(a => a > Abbreviation.Hard).ToDictionary(a => a.ToString().ToLowerInvariant());
        foreach (var line in LexiconFile.Shipped("abbreviations.txt", kinds.Keys.ToHashSet()))
            _abbreviations.Set(vocabulary.Add(line.Entry), kinds.FirstOrDefault(k => line.Has(k.Key), new("", Abbreviation.Hard)).Value);
    }

    private enum Abbreviation : byte
    {
        None,

        /// <summary>Ends no sentence.</summary>
        Hard,

        /// <summary>May end one where the next word begins with a capital letter.</summary>
        Soft,

        /// <summary>Stands behind the hour, its last dot with it.</summary>
        Clock,

        /// <summary>A day or a zone, which goes on with an hour.</summary>
        Zone,

        /// <summary>No abbreviation, but a word that opens sentences.</summary>
        Opener,
    }

    /// <summary>Cuts a run of tokens into sentences and marks the first token of each.</summary>
    public void Cut(TokenBuffer tokens, string text, List<TokenRange> sentences)
    {
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > start && (tokens[i].Has(TokenFlags.ParagraphStart) || i - start >= Longest))
                Close(tokens, sentences, ref start, i);
            if (tokens[i].IsWord && i > start && text[tokens[i].End - 1] == '.' && EndsInItself(tokens, i))
                Close(tokens, sentences, ref start, i + 1);
            if (tokens[i].Kind == TokenKind.Stop && Ends(tokens, text, i))
            {
                // Marks that close with the sentence stay in it: ” ’ ) and footnote-like rests without a space.
                var end = i + 1;
                while (end < tokens.Count && end - start < Longest && tokens[end].Kind is TokenKind.Quote or TokenKind.Close or TokenKind.Stop && !tokens[end].Has(TokenFlags.SpaceBefore))
                    end++;
                Close(tokens, sentences, ref start, end);
                i = end - 1;
            }
        }

        Close(tokens, sentences, ref start, tokens.Count);
    }

    private static void Close(TokenBuffer tokens, List<TokenRange> sentences, ref int start, int end)
    {
        if (end <= start)
            return;
        tokens[start].Flags |= TokenFlags.SentenceStart;
        sentences.Add(new(start, end));
        start = end;
    }

    /// <summary>Whether the last dot of “6 p.m.” or “the U.S.” ends the sentence too.</summary>
    private bool EndsInItself(TokenBuffer tokens, int word)
    {
        if (word + 1 >= tokens.Count || !tokens[word + 1].Has(TokenFlags.Capital) || !tokens[word + 1].Has(TokenFlags.SpaceBefore))
            return false;
        if (_abbreviations[tokens[word].Word] != Abbreviation.Clock || tokens[word - 1].Kind != TokenKind.Number)
            return Is(tokens, word + 1, Abbreviation.Opener);
        return !tokens[word + 1].Has(TokenFlags.AllCaps) && !Is(tokens, word + 1, Abbreviation.Zone) && !Is(tokens, word + 2, Abbreviation.Zone);
    }

    private bool Is(TokenBuffer tokens, int token, Abbreviation kind) => token < tokens.Count && tokens[token].IsWord && _abbreviations[tokens[token].Word] == kind;

    private bool Ends(TokenBuffer tokens, string text, int stop)
    {
        if (stop + 1 >= tokens.Count || tokens[stop + 1].Has(TokenFlags.ParagraphStart))
            return true;

        ref readonly var next = ref tokens[stop + 1];
        var mark = text[tokens[stop].Start];
        if (mark is '!' or '?' or '\u061F' or '\u06D4')
            return next.Has(TokenFlags.SpaceBefore) || next.Kind == TokenKind.Quote;
        if (tokens[stop].End - tokens[stop].Start > 1 || mark == '…')
            return next.Has(TokenFlags.Capital) && next.Has(TokenFlags.SpaceBefore);
        if (stop == 0)
            return false;

        ref readonly var last = ref tokens[stop - 1];
        if (next.Kind is TokenKind.Comma or TokenKind.Colon or TokenKind.Hyphen)
            return false;
        if (last.IsWord)
        {
            var letters = last.End - last.Start;
            var known = _abbreviations[last.Word];
            if (known == Abbreviation.Hard || (letters == 1 && known != Abbreviation.Soft && last.Has(TokenFlags.Capital) && !last.Has(TokenFlags.SentenceStart)))
                return false;
            if (known == Abbreviation.Soft || text.AsSpan(last.Start, letters).Contains('.'))
                return next.Has(TokenFlags.Capital) && next.Has(TokenFlags.SpaceBefore);
        }

        // “route.The crossing”: a missing space; “example.com” is none, for want of a capital letter.
        return next.Has(TokenFlags.SpaceBefore) || next.Kind is TokenKind.Quote or TokenKind.Close || (next.Has(TokenFlags.Capital) && last.IsWord);
    }
}
