using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Repeats;

/// <summary>Finds the same statement at several places, among the claims of one speaker's camp of one day and the next.</summary>
internal sealed class RepeatFinder(ConflictModel model, DisputeWriter writer)
{
    /// <summary>The share of stems that two claims have in common to be one wording.</summary>
    private const double SameWording = 0.6;

    /// <summary>The share of the shorter claim's stems that the longer has, where one is told whole and one in part.</summary>
    private const double PartWording = 0.7;

    private const int LeastShared = 3, SharedRun = 3;

    /// <summary>Joins claims of <paramref name="today"/> among themselves and with those of the day after.</summary>
    public void Join(IReadOnlyList<ClaimFacts> today, IReadOnlyList<ClaimFacts> tomorrow, ClaimSets sets)
    {
        for (var i = 0; i < today.Count; i++)
        {
            for (var j = i + 1; j < today.Count; j++)
                Join(today[i], today[j], sets);
            foreach (var later in tomorrow)
                Join(today[i], later, sets);
        }
    }

    public Repeat Write(IReadOnlyList<ClaimFacts> claims)
    {
        var first = claims[0];
        var worded = claims.Skip(1).All(c => SameWords(first, c));
        var why = worded
            ? writer.Text(TextName.RepeatWording, ("speaker", writer.SideName(first.Side)), ("days", SaidDays(claims)))
            : writer.Text(TextName.RepeatStatement, ("speaker", writer.SideName(first.Side)), ("days", SaidDays(claims)));
        return new([.. claims.Select(c => c.Key)], why);
    }

    private void Join(ClaimFacts first, ClaimFacts second, ClaimSets sets)
    {
        if (first.Denied == second.Denied && first.NestedIn != second.Key && second.NestedIn != first.Key && model.SameChain(first.Speaker, second.Speaker) && !sets.AreOne(first, second)
            && (SameWords(first, second) || SameStatement(first, second)))
            sets.Join(first, second);
    }

    private static bool SameWords(ClaimFacts first, ClaimFacts second)
    {
        var shared = DenialResolver.Shared(first.Stems, second.Stems);
        if (shared < 2)
            return false;
        var (shorter, longer) = (Math.Min(first.Stems.Length, second.Stems.Length), Math.Max(first.Stems.Length, second.Stems.Length));
        if (shared >= (shorter + longer - shared) * SameWording)
            return shared >= LeastShared || shared == longer;
        return shared >= shorter * PartWording && (shared > LeastShared || HasRun(first.Words, second.Words));
    }

    /// <summary>Whether the two share words in a row.</summary>
    private static bool HasRun(int[] first, int[] second)
    {
        for (var i = 0; i + SharedRun <= first.Length; i++)
            if (second.AsSpan().IndexOf(first.AsSpan(i, SharedRun)) >= 0)
                return true;
        return false;
    }

    /// <summary>The same answers to the same questions about the same dated event and places.</summary>
    private static bool SameStatement(ClaimFacts first, ClaimFacts second) =>
        first.Stances.Length > 0 && first.Window is { IsEvent: true, Basis: WindowBasis.Event } && second.Window is { IsEvent: true, Basis: WindowBasis.Event }
        && first.Window.Fits(second.Window) && first.Figures.Length == 0 && second.Figures.Length == 0
        && first.Stances.Order(StanceOrder.Instance).SequenceEqual(second.Stances.Order(StanceOrder.Instance))
        && first.Places.SequenceEqual(second.Places);

    private static string SaidDays(IReadOnlyList<ClaimFacts> claims)
    {
        var days = claims.Where(c => c.SaidKnown).Select(c => c.Day!.Value).ToList();
        return days.Count == 0 ? "" : Days.Of(new(days.Min(), days.Max(), WindowBasis.Said));
    }

    private sealed class StanceOrder : IComparer<Stance>
    {
        public static StanceOrder Instance { get; } = new();

        public int Compare(Stance x, Stance y) => (x.Question.Kind, x.Question.Act, x.Question.Other, x.Question.Agent, x.Answer, x.Backing)
            .CompareTo((y.Question.Kind, y.Question.Act, y.Question.Other, y.Question.Agent, y.Answer, y.Backing));
    }
}

/// <summary>Sets of claims that are one statement (disjoint sets with path halving).</summary>
internal sealed class ClaimSets
{
    private readonly Dictionary<ClaimFacts, ClaimFacts> _parents = [];

    public bool AreOne(ClaimFacts first, ClaimFacts second) => Find(first) == Find(second);

    public void Join(ClaimFacts first, ClaimFacts second)
    {
        var (one, other) = (Find(first), Find(second));
        if (one != other)
            _parents[one] = other;
        _parents.TryAdd(other, other);
    }

    /// <summary>Sets of two and more.</summary>
    public IEnumerable<List<ClaimFacts>> Sets() => _parents.Keys.GroupBy(Find).Select(g => g.ToList()).Where(g => g.Count > 1);

    private ClaimFacts Find(ClaimFacts claim)
    {
        while (_parents.TryGetValue(claim, out var parent) && parent != claim)
        {
            if (_parents.TryGetValue(parent, out var above))
                _parents[claim] = above;
            claim = parent;
        }

        return claim;
    }
}
