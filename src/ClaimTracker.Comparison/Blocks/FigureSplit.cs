using System.Runtime.InteropServices;
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
    public FigureSplit(Numbers<FigureFacts> forms, ReadOnlySpan<Cell> cells, List<int> left, List<int> right)
    {
        (Left, Right) = (new(forms, cells, left), new(forms, cells, right));
        var (lefts, rights) = (Left.Values, Right.Values);
        foreach (var one in lefts)
            foreach (var other in rights.Where(r => !Opposes(one.Value, r.Value)))
            {
                one.Fits += other.Ranks.Count;
                other.Fits += one.Ranks.Count;
            }

        while (lefts.Count > 0 && rights.Count > 0)
        {
            var worst = lefts.Concat(rights).Aggregate((one, other) => one.GoesBefore(other) ? one : other);
            if (worst.Fits == 0)
                break;
            Fitting.AddRange(worst.Ranks);
            foreach (var other in (lefts.Remove(worst) ? rights : lefts).Where(o => !Opposes(worst.Value, o.Value)))
                other.Fits -= worst.Ranks.Count;
            rights.Remove(worst);
        }

        if (Fitting.Count == 0)
            return;
        Left.KeepValues(cells);
        Right.KeepValues(cells);
    }

    public Camp Left { get; }

    public Camp Right { get; }

    /// <summary>The ranks of figures that were taken out.</summary>
    public List<int> Fitting { get; } = [];

    public static (double, double, bool) ValueOf(FigureFacts figure) => (figure.Low, figure.High, figure.Rejected);

    /// <summary>In order, of each figure taken out whose claim opposes none with another one, the rank.</summary>
    public IEnumerable<int> FittingClaims(ReadOnlySpan<Cell> cells)
    {
        if (Fitting.Count == 0)
            return [];
        HashSet<int> opposing = [.. Left.Ranks, .. Right.Ranks];
        List<int> apart = [];
        foreach (var rank in Fitting.Order())
            if (!OpposesOtherwise(cells, opposing, rank))
                apart.Add(rank);
        return apart;
    }

    /// <summary>0 to 1: how far apart the two figures are that lie nearest.</summary>
    public double Nearest() => Left.Values.Min(l => Right.Values.Min(r => Distance(l.Value, r.Value)));

    /// <summary>Whether a claim has another figure that opposes; the figures of one claim stand next to each other.</summary>
    private static bool OpposesOtherwise(ReadOnlySpan<Cell> cells, HashSet<int> opposing, int rank)
    {
        var key = cells[rank].Key;
        for (var other = rank - 1; other >= 0 && ReferenceEquals(cells[other].Key, key); other--)
            if (opposing.Contains(other))
                return true;
        for (var other = rank + 1; other < cells.Length && ReferenceEquals(cells[other].Key, key); other++)
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
        private readonly Dictionary<int, Same> _byForm = [];

        public Camp(Numbers<FigureFacts> forms, ReadOnlySpan<Cell> cells, List<int> ranks)
        {
            Ranks = ranks;
            var byValue = new Dictionary<(double, double, bool), Same>();
            foreach (var rank in ranks)
            {
                ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_byForm, cells[rank].Said, out _);
                if (same is null)
                {
                    var value = forms[cells[rank].Said];
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byValue, ValueOf(value), out var isKnown);
                    if (!isKnown)
                        Values.Add(known = new(value, cells[rank].Key));
                    same = known!;
                }

                same.Ranks.Add(rank);
            }
        }

        /// <summary>In their order.</summary>
        public List<int> Ranks { get; private set; }

        /// <summary>Its figures by value, in the order in which they first come.</summary>
        public List<Same> Values { get; } = [];

        /// <summary>Whether a figure can be true beside one of these.</summary>
        public bool Fits(FigureFacts figure) => Values.Exists(v => !Opposes(figure, v.Value));

        /// <summary>Lets go of figures whose values were taken out.</summary>
        public void KeepValues(ReadOnlySpan<Cell> cells)
        {
            var kept = Values.ToHashSet();
            List<int> ranks = [];
            foreach (var rank in Ranks)
                if (kept.Contains(_byForm[cells[rank].Said]))
                    ranks.Add(rank);
            Ranks = ranks;
        }
    }

    /// <summary>Figures of one camp that say the same number.</summary>
    /// <param name="value">The first of them.</param>
    /// <param name="firstKey">The key of its claim.</param>
    internal sealed class Same(FigureFacts value, string firstKey)
    {
        public FigureFacts Value => value;

        public string FirstKey => firstKey;

        public List<int> Ranks { get; } = [];

        /// <summary>How many of the other camp's figures it fits.</summary>
        public int Fits { get; set; }

        /// <summary>Whether it is taken out before another: the one that fits more, the vaguer, the first.</summary>
        public bool GoesBefore(Same other) => Fits != other.Fits ? Fits > other.Fits
            : (value.High - value.Low).CompareTo(other.Value.High - other.Value.Low) is not 0 and var byWidth ? byWidth > 0
            : string.CompareOrdinal(firstKey, other.FirstKey) <= 0;
    }
}
