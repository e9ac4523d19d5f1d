using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Settles whose the counted are, and where.</summary>
internal sealed class Ownership(DossierNames names, WordClasses classes)
{
    /// <summary>Tokens after a noun in which “of the …” can tell whose they are.</summary>
    private const int ComplementReach = 7;

    /// <summary>Tokens after a noun in which “in …” can tell where.</summary>
    private const int PlaceReach = 14;

    public void Settle(ArticleTokens article, Entities entities, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var before = i > 0 && draft.Sentence - drafts[i - 1].Sentence <= 2 ? drafts[i - 1] : null;
            var next = i + 1 < drafts.Count && drafts[i + 1].Sentence == draft.Sentence ? drafts[i + 1].Number.Span.Start : article.Sentences[draft.Sentence].End;
            draft.Place = PlaceOf(article, entities, draft, before, next)?.PlaceId;
            // “three soldiers were killed and 11 others injured in Ruritania”: the place is that of both.
            if (draft.Place is null && i + 1 < drafts.Count && drafts[i + 1] is { } other && other.Sentence == draft.Sentence && other.Phrase.Is(CountedTraits.Part))
                draft.Place = PlaceOf(article, entities, other, null, article.Sentences[draft.Sentence].End)?.PlaceId;
            if (draft.Source == MeasureSource.Ellipsis)
                (draft.Side, draft.Owner) = (before?.Side, before?.Owner ?? Owner.Told);
            else
                SettleSide(article, entities, draft, before, next);
        }
    }

    private void SettleSide(ArticleTokens article, Entities entities, Draft draft, Draft? before, int next)
    {
        var sentence = article.Sentences[draft.Sentence];
        var preceding = new TokenRange(sentence.Start, draft.Number.Span.Start);
        var phrase = draft.Phrase;
        var losses = phrase.Is(CountedTraits.Losses) || (draft.Measure?.Is(MeasureTraits.Losses) ?? false);
        draft.Side = phrase.Is(CountedTraits.Event) ? null : names.GroupIn(article, phrase.Range) ?? Complement(article, entities, draft, next);
        if (draft.Side is not null || phrase.Is(CountedTraits.Event) || (draft.Number.Unit is not null && draft.MeasureId != "spacing"))
            return;

        if (phrase.Is(CountedTraits.Own) || losses)
        {
            draft.Side = Subject(article, entities, preceding)?.Side;
            draft.Owner = draft.Side is null ? Owner.Speaker : Owner.Told;
        }
        else if (phrase.Is(CountedTraits.Agent) || draft.MeasureId == "spacing")
        {
            draft.Side = entities.LastActor(preceding)?.Side;
            draft.Owner = draft.Side is null ? Owner.Speaker : Owner.Told;
        }
        else if (phrase.Is(CountedTraits.Part) && before is not null)
            (draft.Side, draft.Owner) = (before.Side, before.Owner);
        else if (phrase.Is(CountedTraits.Member))
            draft.Side = names.LastGroupIn(article, preceding) ?? entities.LastActor(preceding)?.Side;
        else if (phrase.Is(CountedTraits.Local) || phrase.Is(CountedTraits.Facility) || draft.Unit == "people")
            draft.Side = draft.Place is { } place ? names.SideOf(place) : null;
    }

    /// <summary>“of the rebels”, “from the army”, “belonging to …”.</summary>
    private string? Complement(ArticleTokens article, Entities entities, Draft draft, int next)
    {
        var at = draft.Phrase.Range.End;
        if (draft.Phrase.Head < 0 || at >= next || (classes[article.Tokens[at], article.Text] & WordClass.Prep) == 0 || article.Letters(at) is not ("of" or "from"))
            return null;
        var range = new TokenRange(at + 1, Math.Min(next, at + ComplementReach));
        for (var i = range.Start; i < range.End; i++)
        {
            if (!article.Tokens[i].IsWord)
                range = new(range.Start, i);
        }

        return names.GroupIn(article, range) ?? (entities.LastActor(range) is { } actor ? actor.Side : null);
    }

    /// <summary>The last actor who does something, or the last of all: “Ruritania claims …, while reporting the loss of 23 of its own”.</summary>
    private ActorAt? Subject(ArticleTokens article, Entities entities, TokenRange preceding)
    {
        for (var end = preceding.End; entities.LastActor(new(preceding.Start, end)) is { } actor; end = actor.Range.Start)
        {
            var next = actor.Range.End;
            if (next < preceding.End && (article.Letters(next) is "'s" or "’s"
                || (classes[article.Tokens[next], article.Text] & (WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.CueVerb | WordClass.Ed)) != 0))
                return actor;
        }

        return entities.LastActor(preceding);
    }

    private PlaceAt? PlaceOf(ArticleTokens article, Entities entities, Draft draft, Draft? before, int next)
    {
        var sentence = article.Sentences[draft.Sentence];
        var previous = before is not null && before.Sentence == draft.Sentence ? before.End : sentence.Start;
        var preceding = entities.LastPlace(new(previous, draft.Number.Span.Start));
        // “Ruritania had over 12,800, while Sylvania …”: without a preposition the next place belongs to the next number.
        var leads = draft.Source == MeasureSource.Ellipsis && preceding is not null
            && !(draft.End < next && (classes[article.Tokens[draft.End], article.Text] & WordClass.Prep) != 0);
        var after = leads ? null : entities.FirstPlace(new(draft.End, Math.Min(next, draft.End + PlaceReach)));
        if ((after ?? preceding) is { } place)
            return place;
        if (before is not null && before.Sentence == draft.Sentence && before.Place is { } shared && draft.Source != MeasureSource.Ellipsis)
            return new(default, shared);
        // “in the attack”: where the sentence before puts it.
        return draft.Sentence > 0 && draft.Unit == "people" ? entities.LastPlace(article.Sentences[draft.Sentence - 1]) : null;
    }
}
