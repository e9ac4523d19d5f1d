using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Settles whose the counted are, and where.</summary>
internal sealed class Ownership(DossierNames names, Placing placing, CountedWords nouns, WordClasses classes)
{
    /// <summary>Tokens after a noun in which “of the …” can tell whose they are.</summary>
    private const int ComplementReach = 7;

    /// <summary>Tokens before a number beyond which a sentence isn't searched: more than any sentence that is meant to be read.</summary>
    private const int Longest = 100;

    public void Settle(ArticleTokens article, Entities entities, List<Draft> drafts)
    {
        placing.Settle(article, entities, drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var before = i > 0 && draft.Sentence - drafts[i - 1].Sentence <= 2 ? drafts[i - 1] : null;
            if (draft.Source == MeasureSource.Ellipsis && draft.Phrase.Head < 0)
                Share(draft, before);
            else
                SettleSide(article, entities, draft, before, i + 1 < drafts.Count ? drafts[i + 1] : null);
        }
    }

    private void SettleSide(ArticleTokens article, Entities entities, Draft draft, Draft? before, Draft? next)
    {
        var sentence = article.Sentences[draft.Sentence];
        var preceding = new TokenRange(Math.Max(sentence.Start, draft.Number.Span.Start - Longest), draft.Number.Span.Start);
        var (phrase, length) = (draft.Phrase, draft.MeasureId == "spacing");
        if (phrase.Is(CountedTraits.Event) || (draft.Number.Unit is not null && !length))
            return;
        if (IsOwn(article, draft, preceding))
        {
            Point(draft, Subject(article, entities, preceding));
            return;
        }

        draft.Side = Possessor(article, entities, preceding)
            ?? names.GroupIn(article, phrase.Range.IsEmpty ? draft.Counted : phrase.Range)
            ?? Complement(article, entities, draft, next is not null && next.Sentence == draft.Sentence ? next.Number.Span.Start : sentence.End)
            ?? Tolled(article, entities, draft, preceding);
        if (draft.Side is not null)
            return;

        var losses = phrase.Is(CountedTraits.Losses) || (draft.Measure?.Is(MeasureTraits.Losses) ?? false) || (phrase.Head < 0 && TellsLosses(article, preceding));
        if (phrase.Is(CountedTraits.Own) || losses)
        {
            var whose = Subject(article, entities, preceding);
            // “The mission counted 146 casualties in Ruritania”: they are not the mission's.
            if (whose is not null && !phrase.Is(CountedTraits.Own) && !names.StateSides.Contains(whose) && draft.Place is not null)
                Locate(article, entities, draft, before, preceding);
            else
                Point(draft, whose);
        }
        else if (phrase.Is(CountedTraits.Agent) || length)
            Point(draft, entities.LastActor(preceding)?.Side);
        else if (before is not null && (before.Side is not null || before.Owner == Owner.Speaker)
            && (phrase.Is(CountedTraits.Part) || (before.Sentence == draft.Sentence && SharesGroup(draft, before))))
            Share(draft, before);
        else if (phrase.Is(CountedTraits.Member) && (names.LastGroupIn(article, preceding) ?? entities.LastActor(preceding)?.Side) is { } group)
            draft.Side = group;
        else if (phrase.Is(CountedTraits.Facility) && before is not null && before.Unit == draft.Unit && draft.Place is null)
            Share(draft, before);
        else if (phrase.Is(CountedTraits.Local) || phrase.Is(CountedTraits.Facility) || draft.Unit == "people")
            Locate(article, entities, draft, before, preceding);
    }

    /// <summary>“13 soldiers were killed and 22 wounded”, “eight people, including five women”: the second are of the first.</summary>
    private static bool SharesGroup(Draft draft, Draft before) => before.Unit == "people"
        && (draft.Phrase.Head < 0 || draft.Phrase.Noun?.Is(CountedTraits.Adjective) == true
            || (draft.Source == MeasureSource.List && draft.Phrase.Is(CountedTraits.Local) && before.Phrase.Is(CountedTraits.Local)));

    /// <summary>“The army put its own dead at 23 soldiers”.</summary>
    private static bool IsOwn(ArticleTokens article, Draft draft, TokenRange preceding)
    {
        if (draft.Unit != "people" || preceding.Count < 4 || article.Letters(preceding.End - 1) is not "at")
            return false;
        for (var i = preceding.End - 2; i > Math.Max(preceding.Start, preceding.End - 6); i--)
        {
            if (article.Letters(i) is "own")
                return true;
        }

        return false;
    }

    /// <summary>“Ruritania's 40 million people”</summary>
    private string? Possessor(ArticleTokens article, Entities entities, TokenRange preceding)
    {
        var at = preceding.End - 1;
        if (at <= preceding.Start || (classes[article.Tokens[at], article.Text] & WordClass.Poss) == 0 || article.Letters(at)[0] is not ('\'' or '’'))
            return null;
        var owner = new TokenRange(Math.Max(preceding.Start, at - 6), at);
        return entities.LastActor(owner) is { Side: { } side } actor && actor.Range.End == at ? side
            : entities.LastPlace(owner) is { } place && place.Range.End == at ? names.SideOf(place.PlaceId) : null;
    }

    /// <summary>By the ground on which it happened; failing that, a side tells of its own soldiers and civilians where it blames nobody.</summary>
    private void Locate(ArticleTokens article, Entities entities, Draft draft, Draft? before, TokenRange preceding)
    {
        draft.Side = draft.Place is { } place ? names.SideOf(place) : null;
        if (draft.Side is not null)
            return;

        var generic = names.GenericIn(article, draft.Phrase.Range);
        var local = draft.Phrase.Is(CountedTraits.Local) && draft.Measure is { } measure && measure.Is(MeasureTraits.Event);
        var active = draft.Source is MeasureSource.RightBefore or MeasureSource.Before && !draft.Measure!.Is(MeasureTraits.Noun);
        if (generic.Count > 0 && active)
        {
            var agent = Subject(article, entities, preceding);
            var others = generic.Where(g => g != agent).ToList();
            draft.Side = agent is not null && others.Count == 1 ? others[0] : null;
        }
        else if (generic.Count > 0 && before is not null && before.Sentence == draft.Sentence && before.Side is { } shared && generic.Contains(shared))
            draft.Side = shared;
        else if (!active && (generic.Count > 0 || local))
            (draft.Owner, draft.OwnSides) = (Owner.Speaker, generic.Count > 0 ? generic : names.StateSides);
        else if (active && local && Subject(article, entities, preceding) is { } blamed)
            (draft.Owner, draft.OwnSides) = (Owner.Speaker, [.. names.StateSides.Where(s => s != blamed)]);
    }

    /// <summary>“Ruritanian losses stood at 23 killed”</summary>
    private bool TellsLosses(ArticleTokens article, TokenRange preceding)
    {
        for (var i = preceding.End - 1; i >= Math.Max(preceding.Start, preceding.End - 8); i--)
        {
            if (nouns.Match(article, i, out var noun) > 0 && noun!.Is(CountedTraits.Losses))
                return true;
        }

        return false;
    }

    private static void Point(Draft draft, string? side) => (draft.Side, draft.Owner) = (side, side is null ? Owner.Speaker : Owner.Told);

    private static void Share(Draft draft, Draft? before) =>
        (draft.Side, draft.Owner, draft.OwnSides) = (before?.Side, before?.Owner ?? Owner.Told, before?.OwnSides);

    /// <summary>“of the rebels”, “from the army”, “belonging to …”.</summary>
    private string? Complement(ArticleTokens article, Entities entities, Draft draft, int next)
    {
        var at = draft.End;
        // “23 dead on the rebels' side”: the measure stands between.
        if (!(draft.Unit == "people" || draft.Phrase.Is(CountedTraits.Facility)))
            return null;
        if (draft.Phrase.Head < 0 && at < next && draft.Source == MeasureSource.After)
            at++;
        if (at >= next || (classes[article.Tokens[at], article.Text] & WordClass.Prep) == 0 || article.Letters(at) is not ("of" or "from" or "on"))
            return null;
        var end = at + 1;
        while (end < Math.Min(next, at + ComplementReach) && article.Tokens[end].IsWord)
            end++;
        var range = new TokenRange(at + 1, end);
        return names.GroupIn(article, range) ?? entities.LastActor(range)?.Side;
    }

    /// <summary>“The toll on the rebels' side was put at 58”: whose the dead are stands between the toll and the number.</summary>
    private string? Tolled(ArticleTokens article, Entities entities, Draft draft, TokenRange preceding)
    {
        if (draft.Phrase.Head >= 0 || draft.Unit != "people")
            return null;
        for (var i = preceding.End - 1; i > Math.Max(preceding.Start, preceding.End - 14); i--)
        {
            if (article.Letters(i) is "on" or "among" && nouns.Match(article, i - 1, out var noun) > 0 && noun!.Is(CountedTraits.Tally | CountedTraits.Losses))
                return new TokenRange(i + 1, preceding.End) is var range ? names.GroupIn(article, range) ?? entities.LastActor(range)?.Side : null;
        }

        return null;
    }

    /// <summary>
    /// The side of the last actor who does something (“Ruritania claims …, while reporting the loss of 23 of its own”), or of the first one named.
    /// </summary>
    private string? Subject(ArticleTokens article, Entities entities, TokenRange preceding)
    {
        for (var end = preceding.End; entities.LastActor(new(preceding.Start, end)) is { } actor; end = actor.Range.Start)
        {
            var next = actor.Range.End;
            // “army posts” are no verb.
            if (next < preceding.End && nouns.Match(article, next, out var noun) > 0 && noun!.Unit is not null)
                continue;
            if (next < preceding.End && (article.Letters(next) is "'s" or "’s"
                || (classes[article.Tokens[next], article.Text] & (WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.CueVerb | WordClass.Ed)) != 0))
                return actor.Side;
        }

        return names.FirstSideIn(article, preceding) ?? entities.LastActor(preceding)?.Side;
    }
}
