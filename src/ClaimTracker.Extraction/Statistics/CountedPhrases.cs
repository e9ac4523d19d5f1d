using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>What a number counts, as the article words it: “terrorist incidents”, “of its own soldiers”, “others”.</summary>
internal record struct CountedPhrase
{
    /// <summary>After the number, with “of” and determiners; empty where nothing is named.</summary>
    public TokenRange Range;

    /// <summary>Where the words that name what is counted begin.</summary>
    public int Start;

    /// <summary>The noun that decides; −1 where there is none.</summary>
    public int Head;

    /// <summary>What the lexicon knows of the head; null for nouns that it doesn't have.</summary>
    public CountedNoun? Noun;

    /// <summary>The same for a second noun: “trucks and containers”.</summary>
    public CountedNoun? Second;

    /// <summary>What the words within the phrase tell: own, such, others.</summary>
    public CountedTraits Traits;

    /// <summary>Whether the head looks like a plural or counts without one.</summary>
    public bool Plural;

    /// <summary>Whether a word that looks like a singular noun follows a plural: “sanctions regime”.</summary>
    public bool Continued;

    public readonly bool Is(CountedTraits trait) => (Traits & trait) != 0 || (Noun?.Is(trait) ?? false);
}

/// <summary>Reads the noun phrase after a number without a parser: closed classes, verb forms and measures end it.</summary>
internal sealed class CountedPhrases(CountedWords nouns, MeasureWords measures, NumberWords numbers, WordClasses classes)
{
    private const int LongestPhrase = 9;

    private const WordClass Breaks = WordClass.Prep | WordClass.Conj | WordClass.Subord | WordClass.Aux | WordClass.Modal | WordClass.Neg
        | WordClass.To | WordClass.Wh | WordClass.Verb | WordClass.Subject | WordClass.Object | WordClass.Poss | WordClass.Det;

    /// <summary>The phrase from a token on, up to the end of a sentence.</summary>
    public CountedPhrase Read(ArticleTokens article, ArticleTimes times, int at, int end)
    {
        var start = SkipPartitive(article, at, end, out var traits);
        var phrase = ReadNoun(article, times, start, end);
        phrase.Traits |= traits;
        if (phrase.Head < 0)
            return phrase with { Range = new(at, (phrase.Traits & CountedTraits.Part) != 0 ? Math.Max(start, phrase.Range.End) : at) };

        phrase.Range = new(at, phrase.Range.End);
        var next = phrase.Range.End;
        if (next + 1 < end && (classes[article.Tokens[next], article.Text] & WordClass.Conj) != 0 && measures.Match(article, next + 1, out _) == 0
            && article.Tokens[next + 1].Kind != TokenKind.Number && !numbers[article.Tokens[next + 1]].Opens)
        {
            var second = ReadNoun(article, times, next + 1, end);
            if (second.Head >= 0 && second.Plural && (phrase.Plural || article.Tokens[phrase.Head].Has(TokenFlags.Capital)))
            {
                phrase.Second = second.Noun;
                phrase.Range = new(at, second.Range.End);
            }
            else if (second.Head >= 0 && second.Plural && phrase.Noun is null)
            {
                // “private and public schools”: the first word describes.
                (phrase.Head, phrase.Noun, phrase.Plural) = (second.Head, second.Noun, true);
                phrase.Range = new(at, second.Range.End);
            }
        }

        return phrase;
    }

    /// <summary>“of the”, “of its own”, “of those”.</summary>
    private int SkipPartitive(ArticleTokens article, int at, int end, out CountedTraits traits)
    {
        traits = CountedTraits.None;
        if (at >= end || nouns.Match(article, at, out var of) != 1 || !of!.Is(CountedTraits.Of))
            return at;
        var i = at + 1;
        for (; i < end && i < at + 4; i++)
        {
            var word = classes[article.Tokens[i], article.Text];
            if ((word & (WordClass.Object | WordClass.Wh)) != 0 && (word & WordClass.Poss) == 0)
            {
                // “24 of them children”
                traits |= CountedTraits.Part;
                return i + 1;
            }

            if (nouns.Match(article, i, out var noun) == 1 && noun!.Unit is null)
                traits |= noun.Traits;
            else if ((word & WordClass.Poss) != 0 && (word & WordClass.Object) == 0)
                traits |= CountedTraits.Own; // “of its personnel”
            else if ((word & WordClass.Det) == 0 || (word & WordClass.Object) != 0)
                break;
        }

        return i;
    }

    private CountedPhrase ReadNoun(ArticleTokens article, ArticleTimes times, int start, int end)
    {
        var tokens = article.Tokens;
        var phrase = new CountedPhrase { Start = start, Head = -1, Range = new(start, start) };
        for (var i = start; i < Math.Min(end, start + LongestPhrase);)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Quote && phrase.Head < 0)
            {
                i++;
                continue;
            }

            if (!token.IsWord || (i > start && token.Has(TokenFlags.ParagraphStart)) || times.Covers(i))
                break;
            var length = nouns.Match(article, i, out var noun);
            if (length > 0 && noun!.Unit is null)
            {
                if (noun.Is(CountedTraits.Of | CountedTraits.Ellipsis | CountedTraits.In | CountedTraits.Tally) || (phrase.Head >= 0 && !noun.Is(CountedTraits.Part)))
                    break;
                phrase.Traits |= noun.Traits & ~CountedTraits.Collective;
                i += length;
                phrase.Range = new(start, i);
                continue;
            }

            if (length > 0)
            {
                if (phrase.Head >= 0 && phrase.Plural && noun!.Is(CountedTraits.Adjective))
                    break;
                phrase.Head = i + length - 1;
                phrase.Noun = noun;
                phrase.Plural = noun!.Is(CountedTraits.Collective) || NounEndings.IsPlural(article.Letters(phrase.Head));
                phrase.Range = new(start, i += length);
                continue;
            }

            if (!TryUnknown(article, i, ref phrase))
                break;
            i++;
        }

        return phrase;
    }

    /// <summary>A word that no lexicon of nouns has: part of the phrase, or its end.</summary>
    private bool TryUnknown(ArticleTokens article, int at, ref CountedPhrase phrase)
    {
        ref readonly var token = ref article.Tokens[at];
        var word = classes[token, article.Text];
        if ((word & Breaks) != 0)
            return false;
        var headed = phrase.Head >= 0 && phrase.Plural;
        // “border guards”: what only lengths and sums are said to be ends no phrase.
        if (measures.Match(article, at, out var readings) > 0 && readings.Any(r => !r.Is(MeasureTraits.Length | MeasureTraits.Amount)))
            return !headed && phrase.Head < 0;
        if ((word & (WordClass.Adv | WordClass.Ly)) != 0)
            return phrase.Head < 0;
        if ((word & (WordClass.Ed | WordClass.Ing)) != 0)
            return !headed;
        var plural = NounEndings.IsPlural(article.Letters(at));
        if (headed && ((word & WordClass.CueVerb) != 0 || !plural))
        {
            phrase.Continued = !plural && word == 0;
            return false;
        }

        (phrase.Head, phrase.Noun, phrase.Plural) = (at, null, plural);
        phrase.Range = new(phrase.Range.Start, at + 1);
        return true;
    }
}
