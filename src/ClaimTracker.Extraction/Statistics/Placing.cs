using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Settles the place that each count is of.</summary>
internal sealed class Placing(DossierNames names, WordClasses classes)
{
    /// <summary>Tokens after a noun in which “in …” can tell where.</summary>
    private const int Reach = 20;

    /// <summary>Tokens and numbers beyond which a sentence isn't searched: more than any sentence that is meant to be read.</summary>
    private const int Longest = 150;
    private const int MostParts = 20;

    public void Settle(ArticleTokens article, Entities entities, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var before = i > 0 && draft.Sentence - drafts[i - 1].Sentence <= 2 ? drafts[i - 1] : null;
            var end = article.Sentences[draft.Sentence].End;
            var next = i + 1 < drafts.Count && drafts[i + 1].Sentence == draft.Sentence ? drafts[i + 1].Number.Span.Start : end;
            draft.Place = Own(article, entities, draft, before, next);
            // “three soldiers were killed and 11 others injured in Ruritania”: the place is that of both, but of none of “3,357 in …, 1,346 in …”.
            if (draft.Place is null && next < end && draft.Number.Unit is null && next - draft.End < Longest && ClauseEnd(article, draft.End, next) == next && !HasParts(entities, drafts, i))
                draft.Place = entities.FirstPlace(new(next, ClauseEnd(article, next, end)))?.PlaceId;
            draft.Place ??= Shared(article, entities, draft, before);
        }
    }

    private string? Own(ArticleTokens article, Entities entities, Draft draft, Draft? before, int next)
    {
        var sentence = article.Sentences[draft.Sentence];
        var previous = before is not null && before.Sentence == draft.Sentence ? before.End : sentence.Start;
        var preceding = entities.LastPlace(new(previous, draft.Number.Span.Start));
        // “Ruritania had over 12,800, while Sylvania …”: without a preposition the next place belongs to the next number.
        var leads = draft.Source == MeasureSource.Ellipsis && preceding is not null
            && !(draft.End < next && (classes[article.Tokens[draft.End], article.Text] & WordClass.Prep) != 0);
        var after = leads ? null : entities.FirstPlace(new(draft.End, Math.Min(ClauseEnd(article, draft.End, next), draft.End + Reach)));
        return (after ?? preceding)?.PlaceId;
    }

    /// <summary>Whether a later number of the sentence has a place of its own right after it.</summary>
    private static bool HasParts(Entities entities, List<Draft> drafts, int index)
    {
        for (var i = index + 1; i < Math.Min(drafts.Count, index + MostParts) && drafts[i].Sentence == drafts[index].Sentence; i++)
        {
            if (drafts[i].Phrase.Head < 0 && drafts[i].MeasureId == drafts[index].MeasureId && !drafts[i].Phrase.Is(CountedTraits.Part)
                && entities.FirstPlace(new(drafts[i].End, drafts[i].End + 6)) is not null)
                return true;
        }

        return false;
    }

    private string? Shared(ArticleTokens article, Entities entities, Draft draft, Draft? before)
    {
        if (before is not null && before.Sentence == draft.Sentence && before.Place is { } shared && draft.Source != MeasureSource.Ellipsis)
            return shared;
        // “in the attack”: where the sentence before puts it.
        return draft.Sentence > 0 && draft.Unit == "people" ? LastWhere(article, entities, article.Sentences[draft.Sentence - 1]) : null;
    }

    /// <summary>The last place of a sentence; a country only after “in” and the like: “a raid that officials blamed on Ruritania” was not there.</summary>
    private string? LastWhere(ArticleTokens article, Entities entities, TokenRange sentence)
    {
        for (var end = sentence.End; entities.LastPlace(new(sentence.Start, end)) is { } place; end = place.Range.Start)
        {
            var at = place.Range.Start - 1;
            if (!names.IsCountry(place.PlaceId) || at >= sentence.Start && (article.Tokens[at].Speaker & SpeakerWord.Place) != 0)
                return place.PlaceId;
        }

        return null;
    }

    /// <summary>Where the clause ends: “, while …”, “, but …”, “; …”.</summary>
    private int ClauseEnd(ArticleTokens article, int from, int end)
    {
        end = Math.Min(end, from + Longest);
        for (var i = from; i < end; i++)
        {
            if (article.Tokens[i].Kind is TokenKind.Colon or TokenKind.Dash)
                return i;
            if (article.Tokens[i].Kind == TokenKind.Comma && i + 1 < end
                && (classes[article.Tokens[i + 1], article.Text] & (WordClass.Conj | WordClass.Subord)) != 0)
                return i;
        }

        return end;
    }
}
