using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Finds where a speaker, or one who speaks for the same body, says something else than before about one thing.</summary>
/// <remarks>Each claim is held against the last before it of its speaker's chain alone: the cost grows with the claims.</remarks>
internal sealed class ShiftFinder(ConflictModel model, DisputeWriter writer)
{
    /// <summary>Whether figures of an episode can be shifts: a running total grows by its nature, so that only those of one event or day count.</summary>
    public static bool LooksAt(EpisodeId episode) => episode.Kind is not (EpisodeKind.Lasting or EpisodeKind.Standing);

    /// <summary>Figures of one measure, group, sort and place.</summary>
    public IEnumerable<Shift> OfFigures(EpisodeId episode, string measure, IReadOnlyList<FigureClaim> figures)
    {
        var last = new LatestOfChain<FigureClaim>(model, f => f.Claim);
        foreach (var figure in figures.OrderBy(f => f.Claim.Day ?? int.MaxValue).ThenBy(f => f.Claim.InTitle).ThenBy(f => f))
        {
            if (last.Before(figure.Claim) is { } before && KindOf(before, figure) is { } kind)
                yield return Write(kind, before.Claim, figure.Claim, $"{before.Figure.Named} / {figure.Figure.Named}", [$"same measure: {measure}"], episode,
                    ("first", before.Figure.Named), ("second", figure.Figure.Named), ("measure", measure));
            last.Add(figure);
        }
    }

    /// <summary>Answers to one question about one event, or about no day; none that only leans one way.</summary>
    public IEnumerable<Shift> OfAnswers(EpisodeId episode, IReadOnlyList<Answer> answers)
    {
        var last = new LatestOfChain<Answer>(model, a => a.Claim);
        foreach (var answer in answers.OrderBy(a => a.Claim.Day ?? int.MaxValue).ThenBy(a => a.Claim.InTitle).ThenBy(a => a))
        {
            if (last.Before(answer.Claim) is { } before && before.Stance.Answer != answer.Stance.Answer
                && KindOf(before.Claim, answer.Claim, ShiftKind.Reversed, null) is { } kind)
            {
                var act = model.Acts.All[answer.Stance.Question.Act];
                yield return Write(kind == ShiftKind.Headline ? kind : ShiftKind.Reversed, before.Claim, answer.Claim, null, [$"same act: {act.Id}"], episode,
                    ("first", Said(before)), ("second", Said(answer)), ("measure", act.Name));
            }

            last.Add(answer);
        }
    }

    private static ShiftKind? KindOf(FigureClaim before, FigureClaim after)
    {
        var (first, second) = (before.Figure, after.Figure);
        if (!first.Rejected && second.Rejected)
            return first.Overlaps(second) ? KindOf(before.Claim, after.Claim, ShiftKind.Withdrawn, null) : null;
        if (first.Rejected || second.Rejected || !(IsOther(first, second)))
            return null;
        var raised = first.Low < second.Low || first.Low == second.Low && first.High < second.High;
        return KindOf(before.Claim, after.Claim, raised ? ShiftKind.Raised : ShiftKind.Lowered, ShiftKind.Differs);
    }

    /// <summary>No number fits both, or both are lower bounds and one is higher: “at least 3”, then “at least 11”.</summary>
    private static bool IsOther(FigureFacts first, FigureFacts second) =>
        !first.Overlaps(second) || double.IsPositiveInfinity(first.High) && double.IsPositiveInfinity(second.High) && first.Low != second.Low;

    /// <summary>Of one article only its headline can differ from its body; the rest of it speaks of different things. Null for no shift.</summary>
    private static ShiftKind? KindOf(ClaimFacts before, ClaimFacts after, ShiftKind later, ShiftKind? atOnce)
    {
        if (before.Article == after.Article)
            return before.InTitle != after.InTitle ? ShiftKind.Headline : before is { SaidKnown: true } && after is { SaidKnown: true } && before.Day < after.Day ? later : null;
        return before.Day is { } first && after.Day is { } second && first < second ? later : atOnce;
    }

    private string Said(Answer answer) => answer.Stance.Question.Kind == QuestionKind.Who
        ? writer.SideName(answer.Stance.Answer)
        : writer.Text(answer.Stance.Answer == 0 ? TextName.AnswerYes : TextName.AnswerNo);

    private Shift Write(
        ShiftKind kind, ClaimFacts before, ClaimFacts after, string? difference, string[] features, EpisodeId episode, params ReadOnlySpan<(string, string?)> words)
    {
        var days = Days.Of(episode.Window);
        List<string> all = [before.Speaker == after.Speaker ? "same speaker" : "same body", .. features];
        if (days.Length > 0)
            all.Add($"same days: {days}");
        var why = writer.Text(TextName.OfShift(kind), [("speaker", model.ActorName(after.Speaker)), ("days", days), .. words]);
        return new(kind, model.ActorId(after.Speaker), before.Key, after.Key, why)
        {
            Difference = difference,
            Features = all,
            Score = Math.Round(Math.Min(before.Confidence, after.Confidence), 3),
        };
    }
}
