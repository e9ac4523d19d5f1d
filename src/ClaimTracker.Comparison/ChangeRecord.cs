using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>What came and went in the result since it was last accepted.</summary>
internal sealed class ChangeRecord
{
    private readonly Tally<Dispute> _disputes = new(shared: true);
    private readonly Tally<NotComparable> _apart = new(shared: true);
    private readonly Tally<Shift> _shifts = new(shared: true);
    private readonly Tally<Repeat> _repeats = new(shared: false);
    private readonly Tally<ArithmeticCheck> _arithmetic = new(shared: false);
    private readonly Tally<Origin> _origins = new(shared: false);
    private readonly HashSet<string> _takenOut = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _isTakenOut;

    public ChangeRecord() => _isTakenOut = _takenOut.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes that an article went, for good or to be put in anew.</summary>
    public void TookOut(string articleKey) => _takenOut.Add(articleKey);

    /// <summary>Tells what stands in the place of what. Whatever was kept as it is, the very same object, costs nothing.</summary>
    public void Became(EpisodeResult before, EpisodeResult after)
    {
        Became(_disputes, before.Disputes, after.Disputes);
        Became(_apart, before.Apart, after.Apart);
        Became(_shifts, before.Shifts, after.Shifts);
    }

    public void Gone(EpisodeResult result) => Count(result, -1);

    public void Came(EpisodeResult result) => Count(result, 1);

    public void Gone(Repeat repeat) => _repeats.Count(repeat, -1);

    public void Came(Repeat repeat) => _repeats.Count(repeat, 1);

    public void Gone(Origin origin) => _origins.Count(origin, -1);

    public void Came(Origin origin) => _origins.Count(origin, 1);

    public void Gone(IReadOnlyList<ArithmeticCheck> checks) => _arithmetic.Count(checks, -1);

    public void Came(IReadOnlyList<ArithmeticCheck> checks) => _arithmetic.Count(checks, 1);

    /// <summary>What came and went, all told.</summary>
    public ComparisonChange Told()
    {
        var (disputes, goneDisputes) = _disputes.Told(d => d.Positions.Any(p => p.Claims.Any(IsOfTakenOut) || p.Supporting.Any(IsOfTakenOut)));
        var (apart, goneApart) = _apart.Told(p => IsOfTakenOut(p.First) || IsOfTakenOut(p.Second));
        var (shifts, goneShifts) = _shifts.Told(s => IsOfTakenOut(s.Earlier) || IsOfTakenOut(s.Later));
        var (repeats, goneRepeats) = _repeats.Told(r => r.Claims.Any(IsOfTakenOut));
        var (arithmetic, goneArithmetic) = _arithmetic.Told(a => _takenOut.Contains(a.ArticleKey));
        var (origins, goneOrigins) = _origins.Told(o => o.Articles.Any(_takenOut.Contains));
        var there = disputes.Select(d => d.Slug).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. disputes.OrderBy(d => d.Slug, StringComparer.Ordinal)],
            [.. goneDisputes.Select(d => d.Slug).Where(s => !there.Contains(s)).Distinct().Order(StringComparer.Ordinal)])
        {
            Repeats = repeats,
            GoneRepeats = goneRepeats,
            Arithmetic = arithmetic,
            GoneArithmetic = goneArithmetic,
            NotComparable = apart,
            GoneNotComparable = goneApart,
            Shifts = shifts,
            GoneShifts = goneShifts,
            Origins = origins,
            GoneOrigins = goneOrigins,
        };
    }

    /// <summary>Begins anew: what was told is known.</summary>
    public void Accept()
    {
        _disputes.Accept();
        _apart.Accept();
        _shifts.Accept();
        _repeats.Accept();
        _arithmetic.Accept();
        _origins.Accept();
        _takenOut.Clear();
    }

    private static void Became<T>(Tally<T> tally, IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class
    {
        if (before.Count == 0 || after.Count == 0)
        {
            tally.Count(before, -1);
            tally.Count(after, 1);
            return;
        }

        // Most of it is as it was, and in the same order.
        var (first, last, most) = (0, 0, Math.Min(before.Count, after.Count));
        while (first < most && ReferenceEquals(before[first], after[first]))
            first++;
        while (last < most - first && ReferenceEquals(before[^(last + 1)], after[^(last + 1)]))
            last++;
        var (gone, came) = (before.Skip(first).SkipLast(last).ToList(), after.Skip(first).SkipLast(last).ToList());
        var kept = came.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        kept.IntersectWith(gone);
        foreach (var item in gone)
            if (!kept.Contains(item))
                tally.Count(item, -1);
        foreach (var item in came)
            if (!kept.Contains(item))
                tally.Count(item, 1);
    }

    private void Count(EpisodeResult result, int more)
    {
        _disputes.Count(result.Disputes, more);
        _apart.Count(result.Apart, more);
        _shifts.Count(result.Shifts, more);
    }

    /// <summary>A claim's key begins with its article's, up to the first hyphen.</summary>
    private bool IsOfTakenOut(string claimKey) =>
        _takenOut.Count > 0 && claimKey.IndexOf('-', StringComparison.Ordinal) is > 0 and var end && _isTakenOut.Contains(claimKey.AsSpan(0, end));

    /// <summary>Counts how often each came and went.</summary>
    /// <param name="shared">Whether two blocks can give the same: then it is gone when the last of them has given it up.</param>
    private sealed class Tally<T>(bool shared) where T : class
    {
        private readonly Dictionary<T, int> _standing = [];
        private readonly Dictionary<T, Touched> _touched = [];

        private record struct Touched(int More, bool WasThere);

        public void Count(IReadOnlyList<T> items, int more)
        {
            foreach (var item in items)
                Count(item, more);
        }

        public void Count(T item, int more)
        {
            ref var touched = ref CollectionsMarshal.GetValueRefOrAddDefault(_touched, item, out var known);
            touched.More += more;
            if (!shared)
            {
                touched.WasThere |= !known && more < 0;
                return;
            }

            ref var standing = ref CollectionsMarshal.GetValueRefOrAddDefault(_standing, item, out _);
            touched.WasThere |= !known && standing > 0;
            standing += more;
            if (standing == 0)
                _standing.Remove(item);
        }

        /// <summary>What is there and was not, and what was there and is not; both for what was touched and has to be told again.</summary>
        public (IReadOnlyList<T> Came, IReadOnlyList<T> Gone) Told(Func<T, bool> isToldAgain)
        {
            List<T> came = [], gone = [];
            foreach (var (item, touched) in _touched)
            {
                var isThere = shared ? _standing.ContainsKey(item) : (touched.WasThere ? 1 : 0) + touched.More > 0;
                if (!isThere && !touched.WasThere || isThere && touched.WasThere && !isToldAgain(item))
                    continue;
                if (isThere)
                    came.Add(item);
                if (touched.WasThere)
                    gone.Add(item);
            }

            return (came, gone);
        }

        public void Accept()
        {
            _touched.Clear();
            _touched.TrimExcess();
        }
    }
}
