using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Small questions about the words around a token.</summary>
internal sealed class Surroundings(SpeakerLexicon lexicon, WordClasses classes)
{
    private const WordClass VerbForms = WordClass.Aux | WordClass.Modal | WordClass.CueVerb | WordClass.Ed | WordClass.Verb;

    /// <summary>The most words, and one, that describe somebody between two commas.</summary>
    private const int LongestDescription = 14;

    public ArticleTokens Article { get; private set; } = null!;

    public SpeakerLexicon Lexicon => lexicon;

    public void Read(ArticleTokens article) => Article = article;

    public int Word(int token) => (uint)token < (uint)Article.Tokens.Count ? Article.Tokens[token].Word : 0;

    public bool Is(int token, SpeakerWord wanted) => (uint)token < (uint)Article.Tokens.Count && (Article.Tokens[token].Speaker & wanted) != 0;

    public bool Kind(int token, TokenKind kind) => (uint)token < (uint)Article.Tokens.Count && Article.Tokens[token].Kind == kind;

    public bool Has(int token, TokenFlags flag) => (uint)token < (uint)Article.Tokens.Count && Article.Tokens[token].Has(flag);

    /// <summary>Whether a token begins a paragraph or lies outside the article: nothing may be read across it.</summary>
    public bool Breaks(int token) => token >= Article.Tokens.Count || token < 0 || Article.Tokens[token].Has(TokenFlags.ParagraphStart | TokenFlags.SentenceStart);

    /// <summary>Whether a token can be a finite verb or begin one: what stands before it is a subject.</summary>
    public bool IsVerb(int token)
    {
        if (token < 0 || token >= Article.Tokens.Count || !Article.Tokens[token].IsWord)
            return false;
        return (classes[Article.Tokens[token], Article.Text] & VerbForms) != 0 || Is(token, SpeakerWord.Verb | SpeakerWord.Auxiliary);
    }

    /// <summary>Whether words are the subject of what follows them: “Geneva has …”, “Ruiz, who …, said”.</summary>
    public bool IsSubject(TokenRange range)
    {
        var at = range.End;
        if (Kind(at, TokenKind.Open))
        {
            while (at < Article.Tokens.Count && !Kind(at, TokenKind.Close) && at < range.End + 8)
                at++;
            at++;
        }

        var dated = false;
        while (!Breaks(at) && (Is(at, SpeakerWord.Adverb | SpeakerWord.Time) || IsLy(at) || (Is(at, SpeakerWord.Preposition) && Is(at + 1, SpeakerWord.Time) && !Breaks(at + 1))))
            dated |= Is(at++, SpeakerWord.Time);
        if (Breaks(at))
            return false;
        // “Ruritania on Monday, conveyed …”: a stray comma behind the day.
        if (dated && Kind(at, TokenKind.Comma) && IsVerb(at + 1))
            return true;
        if (Kind(at, TokenKind.Comma))
            // “Ruiz, who …, said”, “The ministry's spokesman, Ana Ruiz, went over it again”.
            return Article.Tokens[range.Start].Has(TokenFlags.SentenceStart) || Is(at + 1, SpeakerWord.Relative) || IsDescribed(at)
                || (Kind(range.Start - 1, TokenKind.Comma) && !Breaks(range.Start) && IsVerb(at + 1) && !Breaks(at + 1));
        return IsVerb(at);
    }

    /// <summary>
    /// “Ruiz, the head of the water board, went over it again”, “Ruiz, speaking on the radio, doubted it”: a comma opens a description without a finite
    /// verb, and a verb follows its end.
    /// </summary>
    private bool IsDescribed(int comma)
    {
        if (!Is(comma + 1, SpeakerWord.Determiner | SpeakerWord.Place) && !IsGerund(comma + 1) && lexicon.RoleOf(Word(comma + 1)) is null)
            return false;
        for (var i = comma + 1; i < comma + LongestDescription && !Breaks(i); i++)
        {
            if (Kind(i, TokenKind.Comma))
                return IsVerb(i + 1) && !Breaks(i + 1);
            if (i > comma + 1 && IsVerb(i) && !Has(i, TokenFlags.Capital) && lexicon.RoleOf(Word(i)) is null)
                return false;
        }

        return false;
    }

    /// <summary>Whether nothing but time, place and joining words stands before a noun in its clause: it isn't part of another noun or an object.</summary>
    public bool IsClauseHead(TokenRange range)
    {
        var before = range.Start - 1;
        if (Breaks(range.Start))
            return true;
        if (Is(before, SpeakerWord.Determiner))
            before--;
        return Breaks(before + 1) || Kind(before, TokenKind.Comma) || Kind(before, TokenKind.Colon) || Kind(before, TokenKind.Dash)
            || Is(before, SpeakerWord.Conjunction | SpeakerWord.And | SpeakerWord.Adverb | SpeakerWord.Relative)
            || (Kind(before, TokenKind.Word) && !Is(before, SpeakerWord.Preposition) && !IsVerb(before));
    }

    /// <summary>Whether no verb stands before a token in its sentence: it belongs to the subject of the whole, not to what somebody says or does.</summary>
    public bool IsMainClause(int token)
    {
        for (var i = token - 1; !Breaks(i + 1); i--)
        {
            if (IsVerb(i) && !Has(i, TokenFlags.Capital))
                return false;
        }

        return true;
    }

    /// <summary>Whether a token ends in -ing: what stands before it can be its subject.</summary>
    public bool IsGerund(int token) => Kind(token, TokenKind.Word) && !Has(token, TokenFlags.Capital)
        && (classes[Article.Tokens[token], Article.Text] & WordClass.Ing) != 0;

    private bool IsLy(int token) => Kind(token, TokenKind.Word) && (classes[Article.Tokens[token], Article.Text] & WordClass.Ly) != 0;

    /// <summary>The paragraph that holds a token: its first token.</summary>
    public int ParagraphOf(int token) => Article.ParagraphOf(token);
}
