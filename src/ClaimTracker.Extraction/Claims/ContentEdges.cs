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
                var range = Brackets(article, WithoutLink(OfOffice(WithoutDay(content[part], found[i]), found[i])));
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
            || !around.Kind(range.End, TokenKind.Comma) || !around.Has(source.Start, TokenFlags.Capital)
            || lexicon.RoleOf(around.Word(range.End - 1)) is not { Kind: RoleKind.Person, Plural: false })
            return range;
        for (var i = range.End - 2; i > range.Start + 2 && i > range.End - 10; i--)
        {
            if (around.Kind(i, TokenKind.Comma))
                return new(range.Start, i);
            if (around.IsVerb(i) || around.Is(i, SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Conjunction))
                break;
        }

        return range;
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
