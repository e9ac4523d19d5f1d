using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>A number with the words that bound it and its unit symbol: “at least 67,023”, “15-25 km”.</summary>
internal record struct NumberPhrase
{
    /// <summary>Qualifier, number, unit symbol.</summary>
    public TokenRange Span;

    /// <summary>The number alone, or both of a range.</summary>
    public TokenRange Digits;

    /// <summary>The first token after the number and its unit, symbol or not.</summary>
    public int End;

    public double? Low;
    public double? High;
    public Qualifier Qualifier;
    public NumberForm Form;

    /// <summary>A unit of measurement or money; null where a noun tells.</summary>
    public string? Unit;

    /// <summary>What stands after a hyphen: “5,000-strong”; −1 where there is none.</summary>
    public int Compound;

    public readonly double Value => Low ?? High ?? 0;
}

/// <summary>Reads a number with what belongs to it.</summary>
internal sealed class NumberPhrases(NumberWords words, NumberReader reader)
{
    private const int LongestQualifier = 5;

    /// <summary>The phrase around the number that begins at a token.</summary>
    /// <param name="article">The article.</param>
    /// <param name="within">The sentence from the end of the last phrase on.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="phrase">The phrase; where false is returned, its <see cref="NumberPhrase.End"/> tells where to go on.</param>
    /// <returns>False where it is no number, or part of a name, a clock time, a score.</returns>
    public bool TryRead(ArticleTokens article, TokenRange within, int at, out NumberPhrase phrase)
    {
        phrase = new NumberPhrase { Compound = -1, End = at + 1 };
        if (!reader.TryRead(article, at, within.End, out var number))
            return false;

        phrase.End = number.Range.End;
        var start = at;
        if (!TryBefore(article, within, ref start, ref phrase) | !TryAfter(article, within, number, ref phrase))
            return false;

        phrase.Digits = new(at, phrase.Digits.End);
        phrase.Form = number.Form;
        var after = ReadUnit(article, within, ref phrase);
        var qualifier = QualifierBefore(article, within, ref start, phrase) ?? QualifierAfter(article, within, ref after, ref phrase);
        phrase.Span = new(start, after);
        Bound(ref phrase, number, qualifier);
        return true;
    }

    /// <summary>What stands right before: a currency is taken in, anything else without a space makes it part of a name.</summary>
    private bool TryBefore(ArticleTokens article, TokenRange within, ref int start, ref NumberPhrase phrase)
    {
        if (start == within.Start)
            return true;
        var tokens = article.Tokens;
        var before = start - 1;
        var spaced = tokens[start].Has(TokenFlags.SpaceBefore);
        if (tokens[before].Kind == TokenKind.Symbol)
        {
            if (words.OfMark(article, before).Money is { } money)
            {
                phrase.Unit = money;
                start = before;
                // “US$5m”: the letters belong to the sign.
                if (before > within.Start && !tokens[before].Has(TokenFlags.SpaceBefore) && tokens[before - 1].IsWord)
                    start = words[tokens[before - 1]].Money is null && !tokens[before - 1].Has(TokenFlags.AllCaps) ? before : before - 1;
                return true;
            }

            return spaced || article.Text[tokens[before].Start] is '~' or '<' or '>' or '≈';
        }

        var code = tokens[before].Kind == TokenKind.Stop && before > within.Start && !tokens[before].Has(TokenFlags.SpaceBefore) ? before - 1 : before;
        if (tokens[code].IsWord && tokens[code].Has(TokenFlags.Capital) && words[tokens[code]].Money is { } coded)
        {
            phrase.Unit = coded;
            start = code;
            return true;
        }

        return spaced || tokens[before].Kind is TokenKind.Open or TokenKind.Quote or TokenKind.Dash or TokenKind.Comma;
    }

    /// <summary>What stands right after: a range is taken in, a compound is noted, anything else makes it a name.</summary>
    private bool TryAfter(ArticleTokens article, TokenRange within, in Number number, ref NumberPhrase phrase)
    {
        var tokens = article.Tokens;
        var next = number.Range.End;
        phrase.Digits = number.Range;
        (phrase.Low, phrase.High) = (number.Low, number.Qualifier == Qualifier.Exactly ? number.Low : null);
        phrase.Qualifier = number.Qualifier;
        if (next >= within.End)
            return true;

        ref readonly var token = ref tokens[next];
        var attached = !token.Has(TokenFlags.SpaceBefore);
        if (token.IsWord && attached)
            return !words[token].NoCount && words.Units.Match(tokens, article.Text, next, out _) > 0;
        if (token.IsWord && words[token].NoCount)
            return false;
        if (token.Kind is TokenKind.Hyphen || (token.Kind == TokenKind.Dash && attached))
            return TryHyphen(article, within, number, next, ref phrase);
        if (attached && token.Kind == TokenKind.Colon && next + 1 < within.End && tokens[next + 1].Kind == TokenKind.Number)
            return false;
        if (attached && token.Kind == TokenKind.Symbol && article.Text[token.Start] is not ('%' or '+' or '°'))
            return false;
        return token.IsWord && words[token].RangeJoin ? TryWordRange(article, within, number, next, ref phrase) : true;
    }

    private bool TryHyphen(ArticleTokens article, TokenRange within, in Number number, int hyphen, ref NumberPhrase phrase)
    {
        var tokens = article.Tokens;
        if (hyphen + 1 >= within.End || tokens[hyphen + 1].Has(TokenFlags.SpaceBefore))
            return true; // a dash between clauses
        if (tokens[hyphen + 1].Kind == TokenKind.Word)
        {
            phrase.Compound = hyphen + 1;
            return tokens[hyphen].Kind == TokenKind.Hyphen || tokens[hyphen + 1].Has(TokenFlags.SpaceBefore);
        }

        var second = SkipMoney(article, within, hyphen + 1, phrase);
        if (!reader.TryRead(article, second, within.End, out var last))
            return tokens[hyphen + 1].Kind != TokenKind.Number;
        phrase.End = last.Range.End;
        // “3-1”, “555-0123-4”: a score, a telephone number.
        var longer = last.Range.End < within.End && tokens[last.Range.End].Kind == TokenKind.Hyphen;
        return !longer && TryRange(number, last, ref phrase);
    }

    private bool TryWordRange(ArticleTokens article, TokenRange within, in Number number, int join, ref NumberPhrase phrase)
    {
        var tokens = article.Tokens;
        var opened = IsOpened(article, within, number.Range.Start, phrase);
        var and = words[tokens[join]].And;
        var second = SkipMoney(article, within, join + 1, phrase);
        if (second >= within.End || and != (opened && and) || !reader.TryRead(article, second, within.End, out var last))
            return true;
        // “rose from 15 to 20” tells two numbers; only “between 15 and 20” opens a range.
        if (opened && !and)
            return true;
        if (number.Qualifier == Qualifier.Exactly && last.Qualifier == Qualifier.Exactly)
            TryRange(number, last, ref phrase);
        return true;
    }

    /// <summary>“between 10”, “between $10”.</summary>
    private bool IsOpened(ArticleTokens article, TokenRange within, int number, in NumberPhrase phrase)
    {
        var at = number - 1;
        if (phrase.Unit is not null && at >= within.Start && !words[article.Tokens[at]].RangeOpen)
            at--;
        return at >= within.Start && words[article.Tokens[at]].RangeOpen;
    }

    /// <summary>“$10 million to $25 million”: the second sign repeats the first.</summary>
    private int SkipMoney(ArticleTokens article, TokenRange within, int at, in NumberPhrase phrase)
    {
        if (phrase.Unit is null || at >= within.End)
            return at;
        ref readonly var token = ref article.Tokens[at];
        var money = token.Kind == TokenKind.Symbol ? words.OfMark(article, at).Money : token.IsWord && token.Has(TokenFlags.Capital) ? words[token].Money : null;
        return money == phrase.Unit ? at + 1 : at;
    }

    private static bool TryRange(in Number first, in Number last, ref NumberPhrase phrase)
    {
        var low = first.Multiplier == 1 && last.Multiplier > 1 && first.Low * last.Multiplier < last.Low ? first.Low * last.Multiplier : first.Low;
        if (low >= last.Low)
            return false;
        (phrase.Low, phrase.High, phrase.Qualifier) = (low, last.Low, Qualifier.Range);
        phrase.Digits = new(first.Range.Start, last.Range.End);
        return true;
    }

    /// <summary>Takes in a unit; returns where the span ends.</summary>
    private int ReadUnit(ArticleTokens article, TokenRange within, ref NumberPhrase phrase)
    {
        var tokens = article.Tokens;
        var at = phrase.Digits.End;
        phrase.End = at;
        if (at >= within.End)
            return at;

        if (tokens[at].Kind == TokenKind.Symbol)
        {
            if (words.Units.Match(tokens, article.Text, at, out _) == 0 && article.Text[tokens[at].Start] == '%' && phrase.Unit is null)
                (phrase.Unit, phrase.End) = ("percent", at + 1);
            return phrase.End;
        }

        var unit = phrase.Compound >= 0 ? phrase.Compound : at;
        var length = words.Units.Match(tokens, article.Text, unit, out var entry);
        if (length == 0 || unit + length > within.End || (entry!.Attached && tokens[unit].Has(TokenFlags.SpaceBefore))
            || (entry.Compound && phrase.Compound < 0))
            return at;
        if (phrase.Unit is not null)
            return at; // “$5 million dollars” has its unit already
        phrase.Unit = entry.Unit;
        phrase.End = unit + length;
        phrase.Compound = -1;
        return entry.Symbol ? phrase.End : at;
    }

    private Qualifier? QualifierBefore(ArticleTokens article, TokenRange within, ref int start, in NumberPhrase phrase)
    {
        Qualifier? found = null;
        if (phrase.Qualifier == Qualifier.Range && start > within.Start && words[article.Tokens[start - 1]].RangeOpen)
            start--;
        for (var turn = 0; turn < 3; turn++)
        {
            var length = 0;
            Qualifier? qualifier = null;
            if (start > within.Start && article.Tokens[start - 1].Kind == TokenKind.Symbol)
                (length, qualifier) = article.Text[article.Tokens[start - 1].Start] switch
                {
                    '~' or '≈' => (1, Qualifier.About),
                    '>' => (1, Qualifier.MoreThan),
                    '<' => (1, Qualifier.LessThan),
                    _ => (0, (Qualifier?)null),
                };
            for (var n = Math.Min(LongestQualifier, start - within.Start); n > 0 && length == 0; n--)
            {
                if (words.Before.Match(article.Tokens, article.Text, start - n, out var entry) == n)
                    (length, qualifier) = (n, entry);
            }

            if (length == 0 || (turn > 0 && qualifier is null && found is not null))
                break;
            // Words that only stand between count with the qualifier before them.
            if (qualifier is null && !QualifierEndsAt(article, within, start - length))
                break;
            start -= length;
            found = found is null or Qualifier.About or Qualifier.Exactly ? qualifier ?? found : found;
        }

        return found;
    }

    private bool QualifierEndsAt(ArticleTokens article, TokenRange within, int end)
    {
        for (var n = Math.Min(LongestQualifier, end - within.Start); n > 0; n--)
        {
            if (words.Before.Match(article.Tokens, article.Text, end - n, out var entry) == n && entry is not null)
                return true;
        }

        return false;
    }

    private Qualifier? QualifierAfter(ArticleTokens article, TokenRange within, ref int after, ref NumberPhrase phrase)
    {
        if (after >= within.End)
            return null;
        if (article.Tokens[after].Kind == TokenKind.Symbol && article.Text[article.Tokens[after].Start] == '+')
        {
            phrase.End = Math.Max(phrase.End, ++after);
            return Qualifier.AtLeast;
        }

        var at = phrase.Compound >= 0 ? phrase.Compound : after;
        var length = words.After.Match(article.Tokens, article.Text, at, out var qualifier);
        if (length == 0 || at + length > within.End)
            return null;
        after = at + length;
        phrase.End = Math.Max(phrase.End, after);
        phrase.Compound = -1;
        return qualifier;
    }

    private static void Bound(ref NumberPhrase phrase, in Number number, Qualifier? qualifier)
    {
        if (qualifier is null || number.Qualifier != Qualifier.Exactly || phrase.Qualifier == Qualifier.Range)
            return;
        phrase.Qualifier = qualifier.Value;
        (phrase.Low, phrase.High) = qualifier switch
        {
            Qualifier.AtLeast or Qualifier.MoreThan => (phrase.Low, null),
            Qualifier.Nearly or Qualifier.UpTo or Qualifier.LessThan => ((double?)null, phrase.High),
            _ => (phrase.Low, phrase.High),
        };
    }
}
