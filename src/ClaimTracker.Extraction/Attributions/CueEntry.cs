using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>What kind of word reports.</summary>
internal enum CueKind : byte
{
    /// <summary>“said”, “accused”.</summary>
    Verb,

    /// <summary>“allegations”, “demand”, “the claim that”.</summary>
    Noun,

    /// <summary>“according to”.</summary>
    Preposition,

    /// <summary>“reportedly”, “allegedly”.</summary>
    Adverb,

    /// <summary>A colon after a speaker, or nothing but the quotation itself.</summary>
    Mark,
}

/// <summary>A reporting word of the lexicon.</summary>
/// <param name="Lemma">Its dictionary form: “say”, “according to”, “allegation”.</param>
/// <param name="Kind">What kind of word it is.</param>
/// <param name="Act">What its speaker does, where the word says so; null for neutral words (say, add, note), where the content decides.</param>
/// <param name="Denies">Whether its content is what is rejected: “denied”, “refuted”.</param>
internal sealed record CueEntry(string Lemma, CueKind Kind, ClaimAct? Act, bool Denies)
{
    /// <summary>What learned weights know the word by, as this kind of word.</summary>
    public uint Hash { get; } = Vocabulary.Hash(Lemma) + (uint)Kind;

    /// <summary>Tells of speaking, but as a rule not of what was said: “discussed”, “responded”.</summary>
    public bool Weak { get; init; }

    /// <summary>The preposition that parts who is addressed from what is said: “accused it <c>of</c> …”; null where there is none.</summary>
    public string? Via { get; init; }

    /// <summary>The preposition behind which who is accused can stand instead: “blamed the bombing <c>on</c> them”; null where there is none.</summary>
    public string? Onto { get; init; }

    /// <summary>Objects with which the word does not report: “claimed many <c>lives</c>”.</summary>
    public IReadOnlySet<string>? Except { get; init; }

    /// <summary>Objects with which alone the word reports: “put the <c>toll</c> at nine”; null where any will do.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Whether an infinitive behind it makes it report nothing of its subject: “said to be a relative”.</summary>
    public bool NoInfinitive { get; init; }

    /// <summary>Whether its object is a person, who is told or charged: the subject of its passive does not speak.</summary>
    public bool OfPerson { get; init; }

    /// <summary>A noun that reports without anybody being named: “amid reports of”.</summary>
    public bool Anyone { get; init; }

    /// <summary>Gives a name where nothing but a name follows: “a village called Red Wells”.</summary>
    public bool Names { get; init; }

    /// <summary>A noun that reports with its owner behind a preposition: “by his account”.</summary>
    public bool ByHis { get; init; }

    /// <summary>Whether its object is part of what is said: “expressed regret over the delay”.</summary>
    public bool WithObject { get; init; }
}

/// <summary>An attribution as the rules find it, in tokens; what claims are built from.</summary>
internal sealed record FoundAttribution
{
    /// <summary>The words that name the speaker here, without a leading article; null where there are none.</summary>
    public TokenRange? Source { get; init; }

    /// <summary>The cue's tokens; null where a quotation or an account goes on without one.</summary>
    public TokenRange? Cue { get; init; }

    /// <summary>The lexicon's entry for the cue; null with <see cref="Cue"/>.</summary>
    public CueEntry? Entry { get; init; }

    /// <summary>In reading order; never empty. Without the quotation marks, commas and stops at their edges, without “that”.</summary>
    public required TokenRange[] Content { get; init; }

    /// <summary>Who is told, accused, urged: the object between cue and content; null where there is none.</summary>
    public TokenRange? Recipient { get; init; }

    /// <summary>The index, in the list of all attributions of the article, of the one inside whose content this one stands; −1 for none.</summary>
    public int NestedIn { get; init; } = -1;

    /// <summary>Whether it goes on reporting the last speaker without a cue of its own.</summary>
    public bool Implicit { get; init; }

    /// <summary>Who passes the words on, where the same cue tells: “it quoted him as saying”; null otherwise.</summary>
    public TokenRange? Reporter { get; init; }

    /// <summary>Whether a negation stands on the cue: “did not say”.</summary>
    public bool CueNegated { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The names of the rules that made it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }
}
