using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Finds where a speaker, or one who speaks for the same body, says something else than before about one thing.</summary>
/// <remarks>
/// Each claim is held against the last before it of its speaker's chain alone: the cost grows with the claims. A shift that was written before
/// is the same object again, so that whoever keeps results sees at once what is new.
/// </remarks>
internal abstract class ShiftFinder<T>(ConflictModel model, DisputeWriter writer) where T : class, IDated, IComparable<T>
{
    private readonly Dictionary<EpisodeId, WrittenShifts> _written = [];

    protected ConflictModel Model => model;

    protected DisputeWriter Writer => writer;

    /// <summary>The shifts of an episode.</summary>
    /// <param name="episode">Which.</param>
    /// <param name="items">Its items.</param>
    /// <param name="parts">Ranks of those that are about one thing.</param>
    /// <param name="scratch">For the ranks in their order.</param>
    public List<Shift> Find(EpisodeId episode, OrderedItems<T> items, List<List<int>> parts, Scratch scratch)
    {
        var written = _written.GetValueOrDefault(episode);
        if (written is null || !written.IsOf(items, items.Removals))
            written = new(items, items.Removals);
        written.Begin();
        List<Shift> found = new(written.Count);
        var cells = items.Cells;
        foreach (var part in parts)
        {
            scratch.Latest.Clear();
            foreach (var rank in AsSaid(cells, part, scratch))
            {
                if (scratch.Latest.Add(items, rank) is not (>= 0 and var before) || KindOf(cells[before], cells[rank]) is not { } kind)
                    continue;
                ref var shift = ref written.Of(cells[before].Slot, cells[rank].Slot, out var isFirst);
                shift ??= Write(kind, items[before], items[rank], episode);
                if (isFirst)
                    found.Add(shift);
            }
        }

        found.TrimExcess();
        written.End(found.Count);
        if (found.Count > 0)
            _written[episode] = written;
        else
            _written.Remove(episode);
        return found;
    }

    /// <summary>What makes a shift of two that follow each other; null for none.</summary>
    protected abstract ShiftKind? KindOf(in Cell before, in Cell after);

    protected abstract Shift Write(ShiftKind kind, T before, T after, EpisodeId episode);

    /// <summary>Of one article only its headline can differ from its body; the rest of it speaks of different things. Null for no shift.</summary>
    protected static ShiftKind? KindOf(in Cell before, in Cell after, ShiftKind later, ShiftKind? atOnce)
    {
        var isLater = before.Day != int.MinValue && before.Day < after.Day;
        if (before.Article == after.Article)
            return before.InTitle != after.InTitle ? ShiftKind.Headline : isLater && before.SaidKnown && after.SaidKnown ? later : null;
        return isLater ? later : atOnce;
    }

    protected Shift Write(
        ShiftKind kind, ClaimFacts before, ClaimFacts after, string? difference, string feature, EpisodeId episode, params ReadOnlySpan<(string, string?)> words)
    {
        var days = Days.Of(episode.Window);
        List<string> all = [before.Speaker == after.Speaker ? "same speaker" : "same body", feature];
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

    /// <summary>Ranks by day, those without one last; of one day headlines last, the others in their order. There are few days.</summary>
    private static List<int> AsSaid(ReadOnlySpan<Cell> cells, List<int> ranks, Scratch scratch)
    {
        var days = scratch.ByDay;
        days.Clear();
        foreach (var rank in ranks)
        {
            // Two numbers a day, below those that tell that nobody knows it.
            var day = (cells[rank].Day == int.MinValue ? int.MaxValue / 2 : cells[rank].Day) * 2 + (cells[rank].InTitle ? 1 : 0);
            (CollectionsMarshal.GetValueRefOrAddDefault(days, day, out _) ??= scratch.List()).Add(rank);
        }

        var order = scratch.List();
        order.AddRange(days.Keys);
        order.Sort();
        var said = scratch.List();
        foreach (var day in order)
        {
            days[day].Sort();
            said.AddRange(days[day]);
        }

        return said;
    }
}

/// <summary>Shifts of answers to one question about one event, or about no day.</summary>
internal sealed class AnswerShifts(ConflictModel model, DisputeWriter writer, Question question) : ShiftFinder<Answer>(model, writer)
{
    protected override ShiftKind? KindOf(in Cell before, in Cell after) =>
        before.Said == after.Said ? null : KindOf(before, after, ShiftKind.Reversed, null);

    protected override Shift Write(ShiftKind kind, Answer before, Answer after, EpisodeId episode)
    {
        var act = Model.Acts.All[question.Act];
        return Write(kind, before.Claim, after.Claim, null, $"same act: {act.Id}", episode,
            ("first", Said(before)), ("second", Said(after)), ("measure", act.Name));
    }

    private string Said(Answer answer) => question.Kind == QuestionKind.Who
        ? Writer.SideName(answer.Stance.Answer)
        : Writer.Text(answer.Stance.Answer == 0 ? TextName.AnswerYes : TextName.AnswerNo);
}

/// <summary>Shifts of figures of one measure, group, sort and place.</summary>
internal sealed class FigureShifts(ConflictModel model, DisputeWriter writer, string measure, FigureForms forms) : ShiftFinder<FigureClaim>(model, writer)
{
    /// <summary>Whether figures of an episode can be shifts: a running total grows by its nature, so that only those of one event or day count.</summary>
    public static bool LooksAt(EpisodeId episode) => episode.Kind is not (EpisodeKind.Lasting or EpisodeKind.Standing);

    protected override ShiftKind? KindOf(in Cell before, in Cell after)
    {
        if (forms.ValueOf(before.Said) == forms.ValueOf(after.Said))
            return null;
        var (first, second) = (forms[before.Said], forms[after.Said]);
        if (!first.Rejected && second.Rejected)
            return first.Overlaps(second) ? KindOf(before, after, ShiftKind.Withdrawn, null) : null;
        if (first.Rejected || second.Rejected || !IsOther(first, second))
            return null;
        var raised = first.Low < second.Low || first.Low == second.Low && first.High < second.High;
        return KindOf(before, after, raised ? ShiftKind.Raised : ShiftKind.Lowered, ShiftKind.Differs);
    }

    protected override Shift Write(ShiftKind kind, FigureClaim before, FigureClaim after, EpisodeId episode) =>
        Write(kind, before.Claim, after.Claim, $"{before.Figure.Named} / {after.Figure.Named}", $"same measure: {measure}", episode,
            ("first", before.Figure.Named), ("second", after.Figure.Named), ("measure", measure));

    /// <summary>No number fits both, or both are lower bounds and one is higher: “at least 3”, then “at least 11”.</summary>
    private static bool IsOther(FigureFacts first, FigureFacts second) =>
        !first.Overlaps(second) || double.IsPositiveInfinity(first.High) && double.IsPositiveInfinity(second.High) && first.Low != second.Low;
}
