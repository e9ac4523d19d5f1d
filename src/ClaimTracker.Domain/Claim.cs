namespace ClaimTracker.Domain;

/// <summary>What the speaker does with the words.</summary>
public enum ClaimAct
{
    /// <summary>Says that something is so.</summary>
    Asserts,

    /// <summary>Blames a named party.</summary>
    Accuses,

    /// <summary>Rejects a charge.</summary>
    Denies,

    /// <summary>Says that what another said is so.</summary>
    Confirms,

    /// <summary>Obliges or sets a condition.</summary>
    Demands,

    /// <summary>Asks for something to be done.</summary>
    CallsFor,

    /// <summary>Speaks of a danger.</summary>
    Warns,

    /// <summary>Binds itself.</summary>
    Promises,

    /// <summary>Makes known what will be or has been decided.</summary>
    Announces,

    /// <summary>Calls something wrong.</summary>
    Condemns,
}

/// <summary>Whose words the content is.</summary>
public enum QuotationKind
{
    /// <summary>The speaker's own words in quotation marks.</summary>
    Direct,

    /// <summary>The reporter's words.</summary>
    Indirect,

    /// <summary>The reporter's words with some of the speaker's in quotation marks.</summary>
    Mixed,
}

/// <summary>The linguistic relation before anything is resolved, as in the PARC and PolNeAR corpora.</summary>
/// <param name="Source">The words that name the speaker here (“he”, “the ministry”), or empty where there are none.</param>
/// <param name="Cue">The words that report (“said”, “according to”), or empty where a quotation goes on without any.</param>
/// <param name="Content">What is reported; more than one span where the cue splits it. Never empty.</param>
public sealed record Attribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content)
{
    /// <summary>0 to 1: how sure the engine is that this is an attribution with these bounds.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The names of the rules that made it, in the order in which they applied.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>Who made a claim, as far as the article tells.</summary>
/// <param name="ActorId">The actor; for an unnamed source an actor of this article alone.</param>
/// <param name="Name">The actor's name as shown.</param>
/// <param name="Side">The actor's side, or null.</param>
/// <param name="Span">The words that stand for the speaker at this claim; null where there are none.</param>
/// <param name="Anaphoric">Whether those words need other text to be understood: a pronoun, a document, a role.</param>
/// <param name="Resolution">How the words were resolved, as a sentence for readers: “‘He’: the last speaker, Lt Gen Strelsau”.</param>
public sealed record Speaker(string ActorId, string Name, string? Side, TextSpan? Span, bool Anaphoric = false, string? Resolution = null);

/// <summary>The reporting words of a claim.</summary>
/// <param name="Lemma">The dictionary form: “say”, “according to”, “allegation”.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Cue(string Lemma, TextSpan Span);

/// <summary>An attribution whose speaker is resolved to an actor.</summary>
public sealed record Claim
{
    /// <summary>Stable: the same bytes give the same key (see <see cref="ClaimKey"/>).</summary>
    public required string Key { get; init; }

    /// <summary>Who says it.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>An intermediate source: a broadcaster, a study that cites a report.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>The reporting words; null where a quotation goes on without any.</summary>
    public Cue? Cue { get; init; }

    /// <summary>What the speaker does.</summary>
    public required ClaimAct Act { get; init; }

    /// <summary>Whose words the content is.</summary>
    public required QuotationKind Quotation { get; init; }

    /// <summary>What is claimed, in reading order; more than one where a cue splits the words. Never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>True where the cue denies and the content is what is denied.</summary>
    public bool ContentDenied { get; init; }

    /// <summary>The key of the claim inside which this one stands.</summary>
    public string? NestedIn { get; init; }

    /// <summary>Whether it stands in the headline.</summary>
    public bool InTitle { get; init; }

    /// <summary>Whether it goes on reporting the last speaker without a cue of its own.</summary>
    public bool Implicit { get; init; }

    /// <summary>The actor who is accused, denied or addressed.</summary>
    public string? Target { get; init; }

    /// <summary>When it was said.</summary>
    public DateRange? SaidOn { get; init; }

    /// <summary>When what it is about took place.</summary>
    public DateRange? EventDate { get; init; }

    /// <summary>Topic ids of the dossier.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Place ids of the dossier.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Ids of the statistics inside the content.</summary>
    public IReadOnlyList<string> Statistics { get; init; } = [];

    /// <summary>0 to 1: among claims at 0.9, about nine in ten should be right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The names of the rules that made it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>Keys of claims: <c>article-cue-start-end</c>, with <c>-2</c>, <c>-3</c> … where several speakers share cue and words.</summary>
/// <remarks>
/// The article's key is taken from its bytes, so the same file gives the same keys on every machine and after every new reading.
/// The cue's place is part of it because a denial and the allegation inside it can share the same content.
/// </remarks>
public static class ClaimKey
{
    /// <summary>The key of a claim with this cue (null: <c>x</c>) and content.</summary>
    /// <param name="articleKey">16 hexadecimal digits.</param>
    /// <param name="cue">The cue's span, or null.</param>
    /// <param name="content">The content's spans; not empty.</param>
    /// <param name="nth">1 for the first speaker, 2 for the next with the same cue and words.</param>
    public static string Of(string articleKey, TextSpan? cue, IReadOnlyList<TextSpan> content, int nth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(content.Count);
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        Span<char> space = stackalloc char[64];
        var (start, end) = (content[0].Start, content[^1].End);
        return (cue, nth) switch
        {
            ({ } c, <= 1) => string.Create(invariant, space, $"{articleKey}-{c.Start}-{start}-{end}"),
            ({ } c, _) => string.Create(invariant, space, $"{articleKey}-{c.Start}-{start}-{end}-{nth}"),
            (null, <= 1) => string.Create(invariant, space, $"{articleKey}-x-{start}-{end}"),
            _ => string.Create(invariant, space, $"{articleKey}-x-{start}-{end}-{nth}"),
        };
    }

    /// <summary>Whether a text has the form of a key; says nothing of whether the claim exists.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: > 20 and < 64 } && text[16] == '-' && !text.AsSpan(0, 16).ContainsAnyExcept(HexDigits)
        && !text.AsSpan(17).ContainsAnyExcept(Places);

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdef");
    private static readonly System.Buffers.SearchValues<char> Places = System.Buffers.SearchValues.Create("0123456789-x");
}
