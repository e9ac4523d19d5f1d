using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>
/// Parts the figures of two camps into those that exclude each other and those that fit one of the other camp: takes out the latter, the vaguest
/// first, until all that remain exclude each other.
/// </summary>
/// <remarks>
/// Figures of one value fit the same others, and taking one of them out changes nothing for the rest, so that they go together: a burst has
/// thousands of figures and few values.
/// </remarks>
internal sealed class FigureSplit
{
    private readonly Scratch _scratch;

    public FigureSplit(FigureForms forms, OrderedItems<FigureClaim> items, List<int> left, List<int> right, Scratch scratch)
    {
        _scratch = scratch;
        Fitting = scratch.List();
        (Left, Right) = (new(forms, items, left, scratch), new(forms, items, right, scratch));
        foreach (var one in Left.Values)
            foreach (var other in Right.Values)
                if (!Opposes(one.Value, other.Value))
                {
                    one.Fits += other.Ranks.Count;
                    other.Fits += one.Ranks.Count;
                }

        while (Left.Values.Count > 0 && Right.Values.Count > 0)
        {
            var worst = First(Right.Values, First(Left.Values, Left.Values[0]));
            if (worst.Fits == 0)
                break;
            Fitting.AddRange(worst.Ranks);
            foreach (var other in Left.Values.Remove(worst) ? Right.Values : Left.Values)
                if (!Opposes(worst.Value, other.Value))
                    other.Fits -= worst.Ranks.Count;
            Right.Values.Remove(worst);
        }

        if (Fitting.Count == 0)
            return;
        var taken = scratch.Map();
        foreach (var rank in Fitting)
            taken.Add(rank);
        Left.Ranks = Without(left, taken);
        Right.Ranks = Without(right, taken);
    }

    public Camp Left { get; }

    public Camp Right { get; }

    /// <summary>The ranks of figures that were taken out.</summary>
    public List<int> Fitting { get; }

    /// <summary>In order, of each figure taken out whose claim opposes none with another one, the rank.</summary>
    public List<int> FittingClaims(ReadOnlySpan<Cell> cells)
    {
        var apart = _scratch.List();
        if (Fitting.Count == 0)
            return apart;
        var opposing = _scratch.Map();
        foreach (var rank in Left.Ranks)
            opposing.Add(rank);
        foreach (var rank in Right.Ranks)
            opposing.Add(rank);
        foreach (var rank in Fitting)
            if (!OpposesOtherwise(cells, opposing, rank))
                apart.Add(rank);
        apart.Sort();
        return apart;
    }

    /// <summary>0 to 1: how far apart the two figures are that lie nearest.</summary>
    public double Nearest() => Left.Values.Min(l => Right.Values.Min(r => Distance(l.Value, r.Value)));

    private static Same First(List<Same> values, Same first)
    {
        foreach (var other in values)
            if (!first.GoesBefore(other))
                first = other;
        return first;
    }

    private List<int> Without(List<int> ranks, NumberMap taken)
    {
        var kept = _scratch.List();
        foreach (var rank in ranks)
            if (!taken.Contains(rank))
                kept.Add(rank);
        return kept;
    }

    /// <summary>Whether a claim has another figure that opposes; the figures of one claim stand next to each other.</summary>
    private static bool OpposesOtherwise(ReadOnlySpan<Cell> cells, NumberMap opposing, int rank)
    {
        var claim = cells[rank].Claim;
        for (var other = rank - 1; other >= 0 && cells[other].Claim == claim; other--)
            if (opposing.Contains(other))
                return true;
        for (var other = rank + 1; other < cells.Length && cells[other].Claim == claim; other++)
            if (opposing.Contains(other))
                return true;
        return false;
    }

    /// <summary>Two figures oppose each other where no number satisfies both, or where one side rejects the other's.</summary>
    private static bool Opposes(FigureFacts first, FigureFacts second) =>
        first.Rejected != second.Rejected ? first.Overlaps(second) : !first.Rejected && !first.Overlaps(second);

    /// <summary>0 to 1: what the smaller number lacks of the larger, at the ends that lie nearest; a rejected figure is halfway.</summary>
    private static double Distance(FigureFacts first, FigureFacts second)
    {
        var (low, high) = first.High < second.Low ? (first.High, second.Low) : (second.High, first.Low);
        return high > low && low >= 0 ? 1 - low / high : 0.5;
    }

    /// <summary>The figures of one camp.</summary>
    internal sealed class Camp
    {
        public Camp(FigureForms forms, OrderedItems<FigureClaim> items, List<int> ranks, Scratch scratch)
        {
            Ranks = ranks;
            var cells = items.Cells;
            var places = scratch.Map();
            foreach (var rank in ranks)
            {
                var form = cells[rank].Said;
                ref var place = ref places.Of(forms.ValueOf(form), out var known);
                if (!known)
                {
                    place = Values.Count;
                    Values.Add(new(forms[form], items.Key(rank), scratch.List()));
                }

                Values[place].Ranks.Add(rank);
            }
        }

        /// <summary>In their order; without those that were taken out.</summary>
        public List<int> Ranks { get; set; }

        /// <summary>Its figures by value, in the order in which they first come.</summary>
        public List<Same> Values { get; } = [];

        /// <summary>Whether a figure can be true beside one of these.</summary>
        public bool Fits(FigureFacts figure)
        {
            foreach (var own in Values)
                if (!Opposes(figure, own.Value))
                    return true;
            return false;
        }
    }

    /// <summary>Figures of one camp that say the same number.</summary>
    /// <param name="value">The first of them.</param>
    /// <param name="firstKey">The key of its claim.</param>
    /// <param name="ranks">Their ranks.</param>
    internal sealed class Same(FigureFacts value, string firstKey, List<int> ranks)
    {
        public FigureFacts Value => value;

        public string FirstKey => firstKey;

        public List<int> Ranks => ranks;

        /// <summary>How many of the other camp's figures it fits.</summary>
        public int Fits { get; set; }

        /// <summary>Whether it is taken out before another: the one that fits more, the vaguer, the first.</summary>
        public bool GoesBefore(Same other) => Fits != other.Fits ? Fits > other.Fits
            : (value.High - value.Low).CompareTo(other.Value.High - other.Value.Low) is not 0 and var byWidth ? byWidth > 0
            : string.CompareOrdinal(firstKey, other.FirstKey) <= 0;
    }
}
