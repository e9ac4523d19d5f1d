using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with hyphens and apostrophes inside: “cross-border”, “O’Brien”, “U.S.”. Clitics (“’s”, “’ve”) are words of their own.</summary>
    Word,

    /// <summary>Digits with separators inside: “4,910”, “1.3”.</summary>
    Number,

    /// <summary>“.”, “!”, “?”, “…”.</summary>
    Stop,

    /// <summary>“,”.</summary>
    Comma,

    /// <summary>“:” or “;”.</summary>
    Colon,

    /// <summary>A dash between clauses: “–”, “—”, “--”, or “ - ”.</summary>
    Dash,

    /// <summary>A hyphen or dash right between two tokens: “15-25”.</summary>
    Hyphen,

    /// <summary>“(” or “[”.</summary>
    Open,

    /// <summary>“)” or “]”.</summary>
    Close,

    /// <summary>A quotation mark, double or single; which way it faces is settled by <see cref="Quotations"/>.</summary>
    Quote,

    /// <summary>Anything else: “$”, “%”, “/”.</summary>
    Symbol,
}

/// <summary>What is known of a token from its letters and its place.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>First letter upper case.</summary>
    Capital = 1,

    /// <summary>All letters upper case, two or more.</summary>
    AllCaps = 2,

    /// <summary>White space or the start of the text before it.</summary>
    SpaceBefore = 4,

    /// <summary>First of a paragraph (after a line break).</summary>
    ParagraphStart = 8,

    /// <summary>First of a sentence.</summary>
    SentenceStart = 16,

    /// <summary>Between two quotation marks, the marks themselves not.</summary>
    Quoted = 32,

    /// <summary>In the title.</summary>
    Title = 64,

    /// <summary>Part of an expression of time, its preposition left out.</summary>
    Time = 128,
}

/// <summary>One token: a place in the text, never a copy of it.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>The word's id in the <see cref="Vocabulary"/>, without regard to case; 0 for a word that no lexicon has.</summary>
    public int Word;

    /// <summary>A hash of the folded letters, the same on every machine: what learned weights know a word by. For marks, of their kind.</summary>
    public uint Hash;

    /// <summary>What the word can be, once <see cref="WordTable"/> has told.</summary>
    public WordClass Class;

    public TokenKind Kind;
    public TokenFlags Flags;

    /// <summary>The first three letters of a word or digits of a number, five bits each; <see cref="NoHead"/> for marks.</summary>
    public ushort Head;

    /// <summary>What the word tells of who speaks, once <see cref="WordTable"/> has told.</summary>
    public SpeakerWord Speaker;

    /// <summary>The <see cref="Head"/> of what no open word can begin.</summary>
    public const ushort NoHead = 1 << 15;

    public readonly bool Has(TokenFlags flag) => (Flags & flag) != 0;

    public readonly bool IsWord => Kind == TokenKind.Word;

    public readonly TextSpan Span => new(Start, End);

    public readonly ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>A run of tokens, half-open.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public int Count => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int token) => Start <= token && token < End;

    public bool Contains(TokenRange other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TokenRange other) => Start < other.End && other.Start < End;
}
