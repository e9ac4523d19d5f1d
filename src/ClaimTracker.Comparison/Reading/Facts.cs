using ClaimTracker.Comparison.Denials;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>What kind of question a stance answers.</summary>
internal enum QuestionKind
{
    /// <summary>Did they do it?</summary>
    Deed,

    /// <summary>Who of the two did it?</summary>
    Who,

    /// <summary>Was it this or that?</summary>
    Name,

    /// <summary>Did a country that is none of the two do what one of them lays to its charge?</summary>
    Charge,
}

/// <summary>A question that claims answer. <paramref name="Other"/> is the second act of a <see cref="QuestionKind.Name"/>, else −1.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Act">The act.</param>
/// <param name="Other">The act that cannot name the same deed.</param>
/// <param name="Agent">The side that is said to do it, for a <see cref="QuestionKind.Charge"/> the accused actor; −1 where who did it is what is asked.</param>
internal readonly record struct Question(QuestionKind Kind, int Act, int Other, int Agent);

/// <summary>What a claim answers to a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">Deed: 0 yes, 1 no. Who: the side that did it. Name: 0 the first act, 1 the other.</param>
/// <param name="Backing">Whether it only leans that way: a demand takes for granted what it wants stopped.</param>
internal readonly record struct Stance(Question Question, int Answer, bool Backing);

/// <summary>A figure of a claim, ready for comparing.</summary>
internal sealed record FigureFacts(string Id, string Words, double Low, double High, string Measure, string? Unit, string? Group, string? Counted, int Category)
{
    public required EventWindow Window { get; init; }

    public required int[] Places { get; init; }

    /// <summary>Whether the words of the figure themselves give the days, so that it can be a running total.</summary>
    public required bool OwnPeriod { get; init; }

    /// <summary>Whether the claim rejects it.</summary>
    public required bool Rejected { get; init; }

    /// <summary>As printed, with what is counted: “58 Ruritanian soldiers”.</summary>
    public string Named => Counted is null || Words.Contains(Counted, StringComparison.OrdinalIgnoreCase) ? Words : Words + " " + Counted;

    public bool Overlaps(FigureFacts other) => Low <= other.High && other.Low <= High;
}

/// <summary>What comparing keeps of a claim: numbers, no text.</summary>
internal sealed class ClaimFacts
{
    public required string Key { get; init; }

    /// <summary>How many claims were read before it: tells claims apart and nothing else.</summary>
    public required int Number { get; init; }

    public required ArticleFacts Article { get; init; }

    public required int Speaker { get; init; }

    public required int Side { get; init; }

    public required ClaimAct Act { get; init; }

    /// <summary>Whether it says from its beginning what should or would be.</summary>
    public required bool Wish { get; init; }

    /// <summary>Whether the content is what is denied.</summary>
    public required bool Denied { get; init; }

    /// <summary>Whether the content says from its beginning that something is not so.</summary>
    public required bool Negative { get; init; }

    public EventWindow Window { get; set; }

    /// <summary>Whether it speaks of every time: “whenever”, “never”.</summary>
    public required bool Timeless { get; init; }

    /// <summary>Whether <see cref="Day"/> is the day on which it was said.</summary>
    public required bool SaidKnown { get; init; }

    /// <summary>The day on which it was said or, failing that, the article's; null where neither is known.</summary>
    public required int? Day { get; init; }

    /// <summary>Places of the dossier, ascending.</summary>
    public required int[] Places { get; init; }

    /// <summary>Stems of the content, function words left out; ascending, each once.</summary>
    public required int[] Stems { get; init; }

    /// <summary>A bit for each stem, several sharing one: tells at once that two claims have little in common.</summary>
    public required ulong StemBits { get; init; }

    /// <summary>The same of its stems with those that stand for one another as one.</summary>
    public required ulong LikeBits { get; init; }

    /// <summary>The claims that are one statement with this one, itself among them; null for none.</summary>
    public Repeats.RepeatSet? Repeats { get; set; }

    /// <summary>Those of <see cref="Stems"/> by which claims of one wording find each other.</summary>
    public required int[] TellingStems { get; init; }

    /// <summary>All words of the content, in order.</summary>
    public required int[] Words { get; init; }

    public required Stance[] Stances { get; set; }

    public FigureFacts[] Figures { get; set; } = [];

    public required double Confidence { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The paragraph in which it begins, zero-based.</summary>
    public required int Paragraph { get; init; }

    public required bool InTitle { get; init; }

    /// <summary>Numbers of the dossier's topics.</summary>
    public required int[] Topics { get; init; }

    /// <summary>The key of the claim inside which it stands, or null.</summary>
    public required string? NestedIn { get; init; }
}

/// <summary>What comparing keeps of an article.</summary>
internal sealed class ArticleFacts(string key)
{
    public string Key { get; } = key;

    /// <summary>How many articles were read before it: tells articles apart and nothing else.</summary>
    public required int Number { get; init; }

    /// <summary>The day on which it was published, as far as that is known or can be guessed from what it reports.</summary>
    public int? Published { get; init; }

    /// <summary>The outlet; null where nothing tells.</summary>
    public string? Source { get; init; }

    /// <summary>The name of the news agency that it says it comes from; null for none.</summary>
    public string? Agency { get; init; }

    /// <summary>A sample of the article's runs of words, by which copies find each other; ascending, each once.</summary>
    public int[] Fingerprints { get; init; } = [];

    public List<ClaimFacts> Claims { get; } = [];

    /// <summary>Pairs of a general denial and the claims that it stands against.</summary>
    public List<(ClaimFacts Denial, List<ClaimFacts> Denied)> Accounts { get; } = [];

    /// <summary>Denials that name no known act, to be set against what is said in nearly their words.</summary>
    public List<WordedDenial> Worded { get; } = [];

    /// <summary>The days of an exchange in which both sides blame each other, where the article's claims differ by a day or two.</summary>
    public IReadOnlyDictionary<Question, EventWindow> SharedWindows { get; set; } = new Dictionary<Question, EventWindow>();

    public IReadOnlyList<ArithmeticCheck> Arithmetic { get; set; } = [];
}
