using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Text;

/// <summary>Text to tokens in one pass, linear in its length, without a copy of any of it.</summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of a whole text.</summary>
    /// <remarks>With <c>learn</c> unknown words are added to the vocabulary: for lexicons and dossiers, never for articles.</remarks>
    public static void Tokenize(string text, Vocabulary vocabulary, TokenBuffer tokens, bool learn = false) =>
        Tokenize(text, new TextSpan(0, text.Length), vocabulary, tokens, learn);

    /// <summary>Appends the tokens of a part of a text.</summary>
    /// <remarks>With <c>learn</c> unknown words are added to the vocabulary: for lexicons and dossiers, never for articles.</remarks>
    public static void Tokenize(string text, TextSpan part, Vocabulary vocabulary, TokenBuffer tokens, bool learn = false)
    {
        var (at, space, paragraph) = (part.Start, true, true);
        while (at < part.End)
        {
            var c = text[at];
            if (c == ' ' || char.IsWhiteSpace(c))
            {
                space = true;
                paragraph |= c is '\n' or '\r' or '\u2029';
                at++;
                continue;
            }

            var flags = (space ? TokenFlags.SpaceBefore : 0) | (paragraph ? TokenFlags.ParagraphStart : 0);
            (space, paragraph) = (false, false);
            ref var token = ref tokens.Add();
            token.Start = at;
            token.Flags = flags;
            if (IsLetter(c))
                at = Word(text, at, part.End, vocabulary, ref token, learn);
            else if (char.IsAsciiDigit(c))
                at = Number(text, at, part.End, ref token);
            else
                at = Mark(text, at, part.End, ref token, vocabulary, learn);
            token.End = at;
        }
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c >= '\u00AA' && (char.IsLetter(c) || char.IsSurrogate(c) || IsMark(c)));

    /// <summary>Combining marks belong to the letter before: without them “é” in two code points would be two words.</summary>
    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>The first three letters, five bits each, 0 for what isn't there: enough to tell that a word cannot begin as another does.</summary>
    public static ushort HeadOf(ReadOnlySpan<char> letters)
    {
        var head = Bits(letters[0]) << 10;
        if (letters.Length > 1)
            head |= Bits(letters[1]) << 5;
        return (ushort)(letters.Length > 2 ? head | Bits(letters[2]) : head);

        // The low bits of a plain letter are those of its small form.
        static int Bits(char c) => (c < '\u0080' ? c : Vocabulary.Fold(c)) & 31;
    }

    private static int Word(string text, int at, int end, Vocabulary vocabulary, ref Token token, bool learn)
    {
        var start = at;
        var (upper, hash) = (0, Vocabulary.HashStart);
        // Plain letters first, which most words are made of; what else a word can hold is seen to where one of them is met.
        var letters = text.AsSpan(0, end);
        for (; at < letters.Length && letters[at] is var c && (uint)((c | 0x20) - 'a') <= 'z' - 'a'; at++)
        {
            upper += (c & 0x20) == 0 ? 1 : 0;
            hash = Vocabulary.HashPlain(hash, c);
        }

        var others = 0;
        if (at < letters.Length && letters[at] is not (' ' or ',' or '\n'))
        {
            var plain = at;
            at = Rest(text, start, at, end, ref upper, ref others);
            for (var i = plain; i < at; i++)
                hash = Vocabulary.HashNext(hash, text[i]);
        }

        // “n’t” stays with its verb; “’s”, “’ve” … become tokens of their own by Mark.
        token.Kind = TokenKind.Word;
        if (char.IsUpper(text[start]))
            token.Flags |= TokenFlags.Capital;
        if (upper > 1 && upper + others == at - start)
            token.Flags |= TokenFlags.AllCaps;
        SetWord(text.AsSpan(start, at - start), Vocabulary.HashEnd(hash), vocabulary, ref token, learn);
        return at;
    }

    /// <summary>Goes on in a word from the first sign that is no plain letter; counts the capital letters and what is no letter at all.</summary>
    private static int Rest(string text, int start, int at, int end, ref int upper, ref int others)
    {
        while (at < end)
        {
            var c = text[at];
            if (IsLetter(c))
            {
                if (char.IsUpper(c))
                    upper++;
                at++;
                continue;
            }

            var goesOn = char.IsAsciiDigit(c) ? !IsCurrency(text.AsSpan(start, at - start))
                : c is '-' or '\u2010' or '\u2011' ? at + 1 < end && (IsLetter(text[at + 1]) || char.IsAsciiDigit(text[at + 1]))
                : IsApostrophe(c) ? at + 1 < end && IsLetter(text[at + 1]) && CliticLength(text, at, end) == 0
                : c == '.' && IsInitialism(text, start, at, end);
            if (!goesOn)
                break;
            others++;
            at++;
        }

        return at;
    }

    private static void SetWord(ReadOnlySpan<char> letters, uint hash, Vocabulary vocabulary, ref Token token, bool learn)
    {
        token.Hash = hash;
        token.Head = HeadOf(letters);
        token.Word = learn ? vocabulary.Add(letters) : vocabulary.Find(letters, hash);
    }

    private static int Number(string text, int at, int end, ref Token token)
    {
        var start = at;
        token.Kind = TokenKind.Number;
        token.Hash = (uint)TokenKind.Number;
        while (at < end && (char.IsAsciiDigit(text[at])
            || (text[at] is ',' or '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))))
            at++;
        token.Head = HeadOf(text.AsSpan(start, at - start));
        return at;
    }

    private static int Mark(string text, int at, int end, ref Token token, Vocabulary vocabulary, bool learn)
    {
        var c = text[at];
        if (IsApostrophe(c))
        {
            var length = !token.Has(TokenFlags.SpaceBefore) ? CliticLength(text, at, end) : 0;
            if (length > 0)
            {
                token.Kind = TokenKind.Word;
                SetWord(text.AsSpan(at, length), Vocabulary.Hash(text.AsSpan(at, length)), vocabulary, ref token, learn);
                return at + length;
            }
        }

        (token.Kind, var wide) = c switch
        {
            '.' or '!' or '?' or '…' or '\u061F' or '\u06D4' => (TokenKind.Stop, RunOf(text, at, end, '.')),
            ',' or '\u060C' => (TokenKind.Comma, 1),
            ':' or ';' => (TokenKind.Colon, 1),
            '(' or '[' or '{' => (TokenKind.Open, 1),
            ')' or ']' or '}' => (TokenKind.Close, 1),
            '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2018' or '\u2019' or '\'' or '\u201A' => (TokenKind.Quote, 1),
            '`' => (TokenKind.Quote, RunOf(text, at, end, '`')),
            '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' => (DashKind(text, at, end, token), RunOf(text, at, end, '-')),
            _ => (TokenKind.Symbol, 1),
        };
        if (c is '\'' && at + 1 < end && text[at + 1] == '\'')
            wide = 2;
        token.Hash = (uint)token.Kind << 8 | (uint)(c & 0xFF);
        token.Head = Token.NoHead;
        return Math.Min(end, at + Math.Max(1, wide));
    }

    /// <summary>A hyphen when right between two tokens and single; else a dash.</summary>
    private static TokenKind DashKind(string text, int at, int end, Token token) =>
        !token.Has(TokenFlags.SpaceBefore) && at + 1 < end && !char.IsWhiteSpace(text[at + 1]) && text[at + 1] != '-' && text[at] is not ('\u2014' or '\u2015')
            && (text[at] is '-' or '\u2010' or '\u2011' or '\u2012' || char.IsAsciiDigit(text[at + 1]))
            ? TokenKind.Hyphen
            : TokenKind.Dash;

    private static int RunOf(string text, int at, int end, char c)
    {
        var length = 0;
        while (at + length < end && text[at + length] == c)
            length++;
        return length;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    /// <summary>The length of a clitic that begins at an apostrophe and ends the word (“’s”, “’ve”, “’re”, “’ll”, “’d”, “’m”), else 0.</summary>
    private static int CliticLength(string text, int at, int end)
    {
        var length = 1;
        while (at + length < end && length < 4 && IsLetter(text[at + length]))
            length++;
        var known = length switch
        {
            2 => (text[at + 1] | 0x20) is 's' or 'd' or 'm',
            3 => (char.ToLowerInvariant(text[at + 1]), char.ToLowerInvariant(text[at + 2])) is ('v', 'e') or ('r', 'e') or ('l', 'l'),
            _ => false,
        };
        return known ? length : 0;
    }

    /// <summary>Whether the dot belongs to an initialism such as “U.S.” or “a.m.”: single letters, each with a dot.</summary>
    private static bool IsInitialism(string text, int start, int dot, int end)
    {
        if (dot - start == 1)
            return dot + 2 < end && IsLetter(text[dot + 1]) && text[dot + 2] == '.';
        return text[dot - 2] == '.' && IsLetter(text[dot - 1]);
    }

    /// <summary>“Rs500”, “US$5m”, “PKR500”: letters that stand right before an amount.</summary>
    private static bool IsCurrency(ReadOnlySpan<char> letters) =>
        letters is "Rs" or "rs" or "RS" or "PKR" or "USD" or "EUR" or "INR" or "AFN" or "Afs";
}
