using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    /// <summary>“36”.</summary>
    Plain,

    /// <summary>“4,910”, “1.3”, “1.3 million”: what no name or year looks like.</summary>
    Grouped,

    /// <summary>“three”, “two dozen”.</summary>
    Words,

    /// <summary>“dozens”, “several hundred”.</summary>
    Open,
}

/// <summary>A number as it is written, without the words that bound it.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Low">The number; for an open one the least that it can mean.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Qualifier"><see cref="Qualifier.Exactly"/>, or what an open number is called.</param>
internal readonly record struct Number(TokenRange Range, double Low, NumberForm Form, Qualifier Qualifier = Qualifier.Exactly)
{
    /// <summary>What words such as “million” multiplied it by; 1 where there was none.</summary>
    public double Multiplier { get; init; } = 1;
}

/// <summary>Reads digits, number words and mixtures of both.</summary>
internal sealed class NumberReader(NumberWords words)
{
    /// <summary>Digits beyond which a run of them is no number that anyone counts.</summary>
    private const int LongestDigits = 24;

    /// <summary>The number that begins at a token.</summary>
    public bool TryRead(ArticleTokens article, int at, int end, out Number number)
    {
        var tokens = article.Tokens;
        if (tokens[at].Kind == TokenKind.Number)
            return TryReadDigits(article, at, end, out number);

        number = default;
        var word = words[tokens[at]];
        if (word.OpensPlural && words.Plurals.Match(tokens, article.Text, at, out var plural) is var length and > 0 && at + length <= end)
        {
            var form = plural!.Qualifier == Qualifier.Exactly ? NumberForm.Words : NumberForm.Open;
            number = new(new(at, at + length), plural.Low, form, plural.Qualifier);
            return true;
        }

        return TryReadWords(article, at, end, out number);
    }

    /// <summary>Whether digits are a number, and which; “1,234,567” and “12,34,567” are, “1,2,3” is not.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out double value, out bool grouped)
    {
        (value, grouped) = (0, false);
        if (digits.Length > LongestDigits)
            return false;

        var (since, fraction, scale) = (0, false, 1d);
        for (var i = 0; i < digits.Length; i++)
        {
            var c = digits[i];
            if (c == ',')
            {
                if (fraction || since is 0 or > 3 || (grouped && since < 2))
                    return false;
                (grouped, since) = (true, 0);
            }
            else if (c == '.')
            {
                if (fraction || (grouped && since != 3))
                    return false;
                (fraction, since) = (true, 0);
            }
            else
            {
                value = value * 10 + (c - '0');
                scale = fraction ? scale * 10 : scale;
                since++;
            }
        }

        if (grouped && !fraction && since != 3)
            return false;
        grouped |= fraction;
        value /= scale;
        return true;
    }

    private bool TryReadDigits(ArticleTokens article, int at, int end, out Number number)
    {
        number = default;
        var tokens = article.Tokens;
        if (!TryParse(article.Letters(at), out var value, out var grouped))
            return false;

        var (next, multiplier) = (at + 1, 1d);
        if (next < end && tokens[next].Kind == TokenKind.Hyphen && next + 1 < end && words[tokens[next + 1]].Times > 0)
            next++; // “1.5-million”
        while (next < end && tokens[next].IsWord && words[tokens[next]] is { Times: > 0 } times
            && (!times.Attached || !tokens[next].Has(TokenFlags.SpaceBefore)))
        {
            multiplier *= times.Times;
            next++;
        }

        if (multiplier == 1)
            next = at + 1;
        number = new(new(at, next), Rounded(value * multiplier), grouped || multiplier > 1 ? NumberForm.Grouped : NumberForm.Plain) { Multiplier = multiplier };
        return true;
    }

    private bool TryReadWords(ArticleTokens article, int at, int end, out Number number)
    {
        number = default;
        var tokens = article.Tokens;
        var (total, current, read, i) = (0d, 0d, false, at);
        var (lastTens, multiplier) = (false, 1d);
        if (words[tokens[at]].One && at + 1 < end && words[tokens[at + 1]] is { Times: > 0, Attached: false })
            (current, i) = (1, at + 1); // “a hundred”

        for (; i < end && tokens[i].IsWord && (i == at || !tokens[i].Has(TokenFlags.ParagraphStart)); i++)
        {
            var word = words[tokens[i]];
            if (word.IsValue)
            {
                if (read && !(lastTens && word.Value < 10) && current % 100 != 0)
                    break;
                if (read && current == 0 && total == 0)
                    break;
                (current, lastTens, read) = (current + word.Value, false, true);
            }
            else if (word.Tens > 0)
            {
                if (read && current % 100 != 0)
                    break;
                (current, lastTens, read) = (current + word.Tens, true, true);
            }
            else if (word.Times > 0 && !word.Attached)
            {
                if (!read && i == at)
                    return false; // “hundred” alone counts nothing
                var times = current == 0 ? 1 : current;
                if (word.Times is 100 or 12)
                    current = times * word.Times;
                else
                    (total, current) = (total + times * word.Times, 0);
                (lastTens, read, multiplier) = (false, true, multiplier * word.Times);
            }
            else if (!(word.And && read && multiplier > 1 && i + 1 < end && words[tokens[i + 1]] is { } next && (next.IsValue || next.Tens > 0)
                && current + total >= 100 && words[tokens[i - 1]].Times > 0))
            {
                break;
            }
        }

        if (!read)
            return false;
        number = new(new(at, i), total + current, NumberForm.Words) { Multiplier = multiplier };
        return true;
    }

    /// <summary>Without the trace of binary fractions: 1.3 × 1,000,000 is 1,300,000.</summary>
    private static double Rounded(double value) => Math.Abs(value) < 1e15 ? Math.Round(value, 6) : value;
}
