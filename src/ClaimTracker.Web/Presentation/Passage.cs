using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>A claim's words in their sentence, cut by its spans. Nothing is added, left out or changed.</summary>
/// <param name="Text">The passage as stored.</param>
/// <param name="Offset">Where it begins in the article's text, in which all spans are.</param>
/// <param name="Runs">The passage from its first to its last code unit, as source, cue, content and the frame around them.</param>
/// <param name="Figures">Statistics inside the passage.</param>
public sealed record Passage(string Text, int Offset, IReadOnlyList<TextRun<PassagePart>> Runs, IReadOnlyList<StatisticRow> Figures)
{
    public TextSpan Range => new(Offset, Offset + Text.Length);

    public string Words(TextSpan span) => Text[(span.Start - Offset)..(span.End - Offset)];

    /// <summary>Words of a claim's sentence as written, such as its speaker's; null where none are known or they stand elsewhere.</summary>
    public static string? Written(ClaimRow claim, TextSpan? span) =>
        span is { } at && at.Start >= claim.PassageStart && at.End <= claim.PassageStart + claim.Passage.Length
            ? claim.Passage[(at.Start - claim.PassageStart)..(at.End - claim.PassageStart)]
            : null;

    /// <summary>The sentence of a card.</summary>
    public static Passage Of(ClaimRow claim) => Of(claim, claim.Passage, claim.PassageStart);

    /// <summary>Another stretch of the article's text, such as the paragraph, cut by the same claim.</summary>
    public static Passage Of(ClaimRow claim, string text, int offset)
    {
        var range = new TextSpan(offset, offset + text.Length);
        return new(text, offset, TextRuns.Cut(range, Marks(claim), PassagePart.Frame), [.. claim.Statistics.Where(s => range.Contains(s.Span))]);
    }

    /// <summary>Source and cue before content: where they stand inside the words, they are still source and cue.</summary>
    private static List<(TextSpan, PassagePart)> Marks(ClaimRow claim)
    {
        var marks = new List<(TextSpan, PassagePart)>();
        if (claim.CueSpan is { } cue)
            marks.Add((cue, PassagePart.Cue));
        if (claim.SpeakerSpan is { } speaker)
            marks.Add((speaker, PassagePart.Source));
        marks.AddRange(claim.Content.Select(span => (span, PassagePart.Content)));
        return marks;
    }
}
