using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Finds what is said of what a number counts: killed, destroyed, conducted.</summary>
internal sealed class MeasureReader(MeasureWords measures, WordClasses classes)
{
    /// <summary>Tokens in which the verb of the clause is sought on either side.</summary>
    private const int Reach = 16;

    private const MeasureTraits BeforeOnly = MeasureTraits.Before | MeasureTraits.Noun | MeasureTraits.Member;

    private const WordClass Objects = WordClass.Det | WordClass.Poss | WordClass.Object;

    /// <summary>The measure of a number, and how it was found.</summary>
    public (MeasureEntry? Measure, MeasureSource Source) Read(ArticleTokens article, ArticleTimes times, TokenRange sentence, Draft draft)
    {
        if (Within(article, draft) is { } within)
            return (within, MeasureSource.Within);
        if (RightAfter(article, times, sentence, draft) is { } next)
            return (next, MeasureSource.After);
        if (Before(article, sentence, draft, 0, out var source) is { } right)
            return (right, source);
        if (After(article, times, sentence, draft) is { } after)
            return (after, MeasureSource.After);
        // “freed five soldiers, and 12 bodies were …”: what begins a clause of its own is not the object of the verb before.
        if (draft.End < sentence.End && (classes[article.Tokens[draft.End], article.Text] & (WordClass.Aux | WordClass.Modal)) != 0)
            return default;
        return Before(article, sentence, draft, Reach, out source) is { } before ? (before, source) : default;
    }

    private MeasureEntry? Within(ArticleTokens article, Draft draft)
    {
        for (var i = draft.Number.End; i < draft.Phrase.Range.End; i++)
        {
            if (measures.Match(article, i, out var readings) is var length and > 0 && i + length <= draft.Phrase.Range.End
                && Following(readings, draft) is { } entry)
                return entry;
        }

        return null;
    }

    /// <summary>“12 dead”, “thousands stranded on”, “2,500 km long”, “20 people killed in”: no verb between.</summary>
    private MeasureEntry? RightAfter(ArticleTokens article, ArticleTimes times, TokenRange sentence, Draft draft)
    {
        var at = draft.End;
        // “four smugglers also injured in the fire”
        while (at < sentence.End - 1 && draft.Phrase.Head >= 0 && article.Tokens[at].IsWord && (classes[article.Tokens[at], article.Text] & (WordClass.Adv | WordClass.Ly)) != 0
            && (classes[article.Tokens[at + 1], article.Text] & WordClass.Ed) != 0)
            at++;
        if (at >= sentence.End || measures.Match(article, at, out var readings) is var length && (length == 0 || at + length > sentence.End))
            return null;
        if (Following(readings, draft) is not { } entry)
            return null;
        if (entry.Is(MeasureTraits.After | MeasureTraits.Length | MeasureTraits.Self))
            return entry;
        if (entry.Is(MeasureTraits.Passive))
            return null;
        return (classes[article.Tokens[at], article.Text] & WordClass.Ing) == 0 && !TakesObject(article, times, at + length, sentence.End) ? entry : null;
    }

    /// <summary>“were killed”, “have so far been carried out”, “and three others, were wounded”.</summary>
    private MeasureEntry? After(ArticleTokens article, ArticleTimes times, TokenRange sentence, Draft draft)
    {
        var (be, finite) = (false, false);
        var end = Math.Min(sentence.End, draft.End + Reach);
        for (var i = draft.End; i < end; i++)
        {
            ref readonly var token = ref article.Tokens[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Colon)
                return null;
            if (!token.IsWord || times.Covers(i))
                continue;
            // “three women and as many children were killed”
            if (article.Letters(i) is "as" && i + 1 < end && article.Letters(i + 1) is "many" or "well")
            {
                i++;
                continue;
            }

            var word = classes[token, article.Text];
            if (measures.Match(article, i, out var readings) is var length and > 0 && i + length <= sentence.End
                && readings.Any(r => !r.Is(BeforeOnly)))
            {
                if (Following(readings, draft) is { } entry && (be || entry.Is(MeasureTraits.After) || (finite && entry.Is(MeasureTraits.Self))
                    || (length > 1 && !entry.Is(MeasureTraits.Things) && !TakesObject(article, times, i + length, sentence.End))))
                    return entry;
                if (be || finite || (word & WordClass.Ing) != 0)
                    return null;
                i += length - 1;
                continue;
            }

            if ((word & WordClass.Be) != 0)
                be = true;
            if ((word & (WordClass.Aux | WordClass.Modal)) != 0)
                finite = true;
            else if (finite && (word & (WordClass.Adv | WordClass.Ly | WordClass.Neg | WordClass.Quant)) == 0)
                return null; // the clause has another verb
            if ((word & (WordClass.Subord | WordClass.That)) != 0 || (word & (WordClass.Wh | WordClass.Subject)) == WordClass.Wh || ((word & (WordClass.Verb | WordClass.CueVerb)) != 0 && !finite && word != (WordClass.CueNoun | WordClass.CueVerb)))
                return null;
        }

        return null;
    }

    private MeasureEntry? Before(ArticleTokens article, TokenRange sentence, Draft draft, int reach, out MeasureSource source)
    {
        source = reach == 0 ? MeasureSource.RightBefore : MeasureSource.Before;
        var at = draft.Number.Span.Start;
        // Articles and “another” stand between a verb and its number.
        while (at > sentence.Start && (article.Tokens[at - 1].Kind == TokenKind.Quote || (article.Tokens[at - 1].IsWord
            && (classes[article.Tokens[at - 1], article.Text] & (WordClass.Det | WordClass.Adv | WordClass.Ly)) != 0
            && (classes[article.Tokens[at - 1], article.Text] & (WordClass.Pron | WordClass.That)) == 0)))
            at--;
        if (at == sentence.Start)
            return null;

        var governed = reach > 0 && IsOtherPreposition(article, at - 1) && article.Letters(at - 1) is not "including";
        for (var i = at - 1; i >= Math.Max(sentence.Start, at - Math.Max(reach, 4)); i--)
        {
            ref readonly var token = ref article.Tokens[i];
            if (measures.Match(article, i, out var readings) is var length and > 0 && i + length <= at
                && readings.FirstOrDefault(r => !r.Is(MeasureTraits.After) && Fits(r, draft)) is { } entry)
            {
                var right = i + length == at;
                if (reach == 0 && !right)
                    continue;
                if (right || !governed || entry.Is(MeasureTraits.Charges | MeasureTraits.Noun | MeasureTraits.Amount))
                    return entry.Is(MeasureTraits.Member) && !right ? null : entry;
            }

            // “killing mostly women, including 24 people from one family”
            if (token.Kind == TokenKind.Comma && reach > 0 && i == at - 2 && article.Letters(at - 1) is "including")
                continue;
            if (token.Kind is TokenKind.Stop or TokenKind.Colon or TokenKind.Dash or TokenKind.Comma)
                return null;
            if (reach > 0 && (classes[token, article.Text] & (WordClass.Subord | WordClass.That | WordClass.Wh)) != 0)
                return null;
        }

        return null;
    }

    /// <summary>Whether a preposition other than “of” makes the number its own: “killed in 12 districts”.</summary>
    private bool IsOtherPreposition(ArticleTokens article, int at) =>
        (classes[article.Tokens[at], article.Text] & (WordClass.Prep | WordClass.To)) != 0 && article.Tokens[at].End - article.Tokens[at].Start != 2
        || article.Letters(at) is "in" or "at" or "by" or "on" or "to";

    private bool TakesObject(ArticleTokens article, ArticleTimes times, int at, int end)
    {
        if (at >= end || times.Covers(at))
            return false;
        ref readonly var token = ref article.Tokens[at];
        if (token.Kind == TokenKind.Number)
            return true;
        if (!token.IsWord)
            return false;
        var word = classes[token, article.Text];
        if ((word & Objects) != 0)
            return true;
        return word == 0 && !(token.Has(TokenFlags.Capital) && at > 0);
    }

    /// <summary>The reading of a measure's word that can stand after what it measures.</summary>
    private static MeasureEntry? Following(IReadOnlyList<MeasureEntry> readings, Draft draft)
    {
        foreach (var reading in readings)
        {
            if (!reading.Is(BeforeOnly) && Fits(reading, draft))
                return reading;
        }

        return null;
    }

    private static bool Fits(MeasureEntry entry, Draft draft)
    {
        var unit = draft.Number.Unit ?? draft.Phrase.Noun?.Unit;
        if (entry.Is(MeasureTraits.Length))
            return draft.Number.Unit is not null && !IsAmount(draft.Number.Unit);
        if (entry.Is(MeasureTraits.Amount))
            return draft.Number.Unit is not null && IsAmount(draft.Number.Unit);
        if (draft.Number.Unit is not null)
            return false;
        if (entry.Is(MeasureTraits.Charges))
            return unit is "charges" or "cases";
        if (entry.Is(MeasureTraits.Member))
            return draft.Phrase.Is(CountedTraits.Member);
        if (entry.Is(MeasureTraits.Local) && !draft.Phrase.Is(CountedTraits.Local) && draft.Phrase.Noun is not null)
            return false;
        if (entry.Is(MeasureTraits.People))
            return unit is null or "people" or "families";
        return !entry.Is(MeasureTraits.Things) || unit is not ("people" or "families");
    }

    private static bool IsAmount(string unit) => unit is "percent" or "percentage_points" || unit.Length == 3;
}
