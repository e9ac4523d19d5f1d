using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Words at the edges of a content that are none of it: the day of speaking, the office of the one who speaks, half a pair of brackets.</summary>
internal sealed class ContentEdges(SpeakerLexicon lexicon, Surroundings around)
{
    /// <summary>The attributions with their contents cut or completed; the same list.</summary>
    public IReadOnlyList<FoundAttribution> Trim(ArticleTokens article, List<FoundAttribution> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var content = found[i].Content;
            for (var part = 0; part < content.Length; part++)
            {
                var range = Brackets(article, WithoutLink(WithoutVehicle(OfOffice(WithoutDay(content[part], found[i]), found[i]), found[i])));
                if (range == content[part])
                    continue;
                TokenRange[] parts = [.. content];
                parts[part] = range;
                found[i] = found[i] with { Content = content = parts };
            }
        }

        return found;
    }

    /// <summary>“said Friday there are”: the day on which it was said.</summary>
    private TokenRange WithoutDay(TokenRange range, FoundAttribution found)
    {
        if (found.Cue is not { } cue || found.Entry?.Kind != CueKind.Verb || range.Start != cue.End || range.Count < 3 || !around.Is(range.Start, SpeakerWord.Time)
            || !around.Has(range.Start, TokenFlags.Capital) || around.IsVerb(range.Start + 1) || around.Kind(range.Start + 1, TokenKind.Number)
            || around.Word(range.Start + 1) == lexicon.Possessive || around.Has(range.Start + 1, TokenFlags.Capital))
            return range;
        return around.Kind(range.Start + 1, TokenKind.Comma) ? range : new(range.Start + 1, range.End);
    }

    /// <summary>“…, the board's spokeswoman, Ana Ruiz, said”: the role before the name, cut from it by a comma.</summary>
    private TokenRange OfOffice(TokenRange range, FoundAttribution found)
    {
        if (found.Source is not { } source || found.Cue is not { } cue || range.End > cue.Start || source.Start != range.End + 1 || source.End > cue.Start
            || !around.Kind(range.End, TokenKind.Comma) || !around.Has(source.Start, TokenFlags.Capital))
            return range;
        if (lexicon.RoleOf(around.Word(range.End - 1)) is not { Kind: RoleKind.Person, Plural: false })
            return WithoutOffice(range);
        for (var i = range.End - 2; i > range.Start + 2 && i > range.End - 10; i--)
        {
            if (around.Kind(i, TokenKind.Comma))
                return new(range.Start, i);
            if (around.IsVerb(i) || around.Is(i, SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Conjunction))
                break;
        }

        return range;
    }

    /// <summary>“…, the mayor of the river town, Ana Ruiz, said”: an office whose noun opens the words behind the last comma.</summary>
    private TokenRange WithoutOffice(TokenRange range)
    {
        for (var i = range.End - 1; i > range.Start + 2 && i > range.End - 10; i--)
        {
            if (!around.Kind(i, TokenKind.Comma))
            {
                if (around.IsVerb(i) && !around.Has(i, TokenFlags.Capital))
                    return range;
                continue;
            }

            var office = around.Is(i + 1, SpeakerWord.Determiner) ? i + 2 : i + 1;
            while (office < range.End && around.Has(office, TokenFlags.Capital) && lexicon.RoleOf(around.Word(office)) is null)
                office++;
            return lexicon.RoleOf(around.Word(office)) is { Kind: RoleKind.Person, Plural: false, Source: false } ? new(range.Start, i) : range;
        }

        return range;
    }

    /// <summary>“called the raid ‘immoral’ on X”, “claimed the raid in a message to reporters”: through what it was said, behind an object without a verb.</summary>
    private TokenRange WithoutVehicle(TokenRange range, FoundAttribution found)
    {
        if (found.Entry?.Kind != CueKind.Verb || found.Cue is not { } cue || range.Start < cue.End || range.Start > cue.End + 1)
            return range;
        for (var i = range.Start + 1; i < range.End - 1; i++)
        {
            if (around.Kind(i, TokenKind.Word) && !around.Has(i, TokenFlags.Quoted) && around.IsVerb(i))
                return range;
            if (around.Has(i, TokenFlags.Quoted) || !around.Is(i, SpeakerWord.Preposition))
                continue;
            var noun = around.Is(i + 1, SpeakerWord.New) ? i + 2 : i + 1;
            if ((around.Has(i + 1, TokenFlags.Capital) && Single(i + 1)) || (noun == i + 2 && IsVehicle(noun, range.End)))
                return new(range.Start, around.Kind(i - 1, TokenKind.Quote) && i - 1 > range.Start ? i - 1 : i);
        }

        return range;
    }

    /// <summary>“X”: the name of a network.</summary>
    private bool Single(int token) => around.Article.Letters(token).Length == 1;

    /// <summary>“statement”, “brief video message”.</summary>
    private bool IsVehicle(int token, int end)
    {
        for (var i = token; i < Math.Min(end, token + 3) && around.Kind(i, TokenKind.Word); i++)
        {
            if (lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Document } paper)
                return lexicon.IsPersonal(paper);
        }

        return false;
    }

    /// <summary>“… were hurt; however,”: the word that links the next clause.</summary>
    private TokenRange WithoutLink(TokenRange range) =>
        range.Count > 3 && around.Is(range.End - 1, SpeakerWord.Conjunction | SpeakerWord.Adverb) && !around.Kind(range.End - 2, TokenKind.Word)
            ? new(range.Start, range.End - 2)
            : range;

    /// <summary>“… the Guild (TG),” ends behind the bracket; “[The] board is expected” begins with it.</summary>
    private TokenRange Brackets(ArticleTokens article, TokenRange range)
    {
        var (start, end, depth, least) = (range.Start, range.End, 0, 0);
        for (var i = range.Start; i < range.End; i++)
        {
            depth += article.Tokens[i].Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            least = Math.Min(least, depth);
        }

        if (depth == 1 && around.Kind(end, TokenKind.Close))
            end++;
        if (least == -1 && around.Kind(start - 1, TokenKind.Open))
            start--;
        return new(start, end);
    }
}
