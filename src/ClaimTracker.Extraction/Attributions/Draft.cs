using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>An attribution while rules still work on it.</summary>
internal sealed class Draft
{
    public required CueCandidate Cue { get; init; }
    public TokenRange? Before { get; set; }
    public TokenRange? After { get; set; }
    public TokenRange? Source { get; set; }
    public double Probability { get; init; } = 1;
    public List<string> Rules { get; } = [];
    public bool Dropped { get; set; }

    /// <summary>Who passes the words on: “it quoted him as saying”.</summary>
    public TokenRange? Reporter { get; set; }

    /// <summary>Who is told or charged, where it doesn't stand between cue and content: “The guild was accused of …”.</summary>
    public TokenRange? Addressed { get; set; }

    /// <summary>The denial at the head of whose content this noun stands: “refuted [allegations by X that] …”.</summary>
    public Draft? NounOf { get; set; }

    /// <summary>Whether it goes on with the words of another cue's speaker, without a cue of its own.</summary>
    public bool Continues { get; init; }

    /// <summary>Whether no word reports, but the form of the line: “Bridge closed: minister”.</summary>
    public bool Cueless { get; init; }

    public int Size => (Before?.Count ?? 0) + (After?.Count ?? 0);

    public bool Holds(TokenRange range) => Before?.Contains(range) == true || After?.Contains(range) == true;

    /// <summary>By kind of cue and shape: “ranked-verb-after”.</summary>
    private static readonly string[] s_names = [.. Enum.GetValues<CueKind>().SelectMany(kind => Enum.GetValues<Shape>().Select(shape => $"ranked-{kind.ToString().ToLowerInvariant()}-{shape.ToString().ToLowerInvariant()}"))];

    public static Draft Of(in CueCandidate cue, in CueReading reading)
    {
        var draft = new Draft { Cue = cue, Before = reading.Before, After = reading.After, Source = reading.Source?.Range, Probability = reading.Probability };
        draft.Rules.Add(s_names[((int)cue.Entry.Kind * 4) + (int)reading.Shape]);
        return draft;
    }

    public FoundAttribution ToAttribution(Choices choices, int nestedIn, Calibration calibration) => new()
    {
        Source = WithoutArticle(choices, Source),
        Cue = Continues || Cueless ? null : Cue.Range,
        Entry = Continues || Cueless ? null : Cue.Entry,
        Implicit = Continues,
        Reporter = WithoutArticle(choices, Reporter),
        Content = (Before, After) switch { ({ } a, { } b) => [a, b], ({ } a, null) => [a], (null, { } b) => [b], _ => throw new InvalidOperationException("an attribution without content") },
        Recipient = WithoutArticle(choices, Addressed) ?? Recipient(choices),
        NestedIn = nestedIn,
        CueNegated = Negated(choices),
        Confidence = calibration.Of(Probability),
        Rules = [.. Rules],
    };

    private static TokenRange? WithoutArticle(Choices choices, TokenRange? source) =>
        source is { Count: > 1 } found && ((choices.Class(found.Start) & (WordClass.Det | WordClass.Quant | WordClass.Pron | WordClass.That)) == WordClass.Det
            || ((choices.Class(found.Start) & WordClass.That) != 0 && choices.Article.Tokens[found.Start + 1].Has(TokenFlags.Capital)))
            ? new(found.Start + 1, found.End)
            : source;

    /// <summary>“did not say”, “has never claimed”.</summary>
    private bool Negated(Choices choices)
    {
        for (var i = Cue.Range.Start - 1; i >= Math.Max(0, Cue.Range.Start - 3); i--)
        {
            var word = choices.Class(i);
            if ((word & WordClass.Neg) != 0)
                return true;
            if ((word & (WordClass.Aux | WordClass.Modal | WordClass.Adv | WordClass.Ly)) == 0)
                return false;
        }

        return false;
    }

    /// <summary>The noun group right between a verb and its content: “told reporters that”, “accused Ruritania of”.</summary>
    private TokenRange? Recipient(Choices choices)
    {
        if (Cue.Entry.Kind != CueKind.Verb || After is not { } after)
            return null;
        foreach (var group in choices.Groups(Cue.Sentence))
        {
            if (group.Range.Start >= Cue.Range.End && group.Range.End <= after.Start && group.Range != Source
                && (choices.Class(group.Head) & (WordClass.That | WordClass.CueNoun)) == 0)
                return WithoutArticle(choices, group.Range);
        }

        return null;
    }
}
