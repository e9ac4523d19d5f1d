using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Repeats;

/// <summary>Claims that are one statement; a claim is in one set at most.</summary>
internal sealed class RepeatSet(ClaimFacts first)
{
    /// <summary>So many that came in are looked for one by one where they belong; of more all are put in order.</summary>
    private const int FewCame = 32;

    private readonly List<ClaimFacts> _claims = [first];
    private int _inOrder = 1;

    /// <summary>By the day on which they were said, then by key.</summary>
    public static IComparer<ClaimFacts> ByDay { get; } = Comparer<ClaimFacts>.Create((x, y) =>
        (x.Day ?? int.MaxValue).CompareTo(y.Day ?? int.MaxValue) is not 0 and var byDay ? byDay : string.CompareOrdinal(x.Key, y.Key));

    /// <summary>In no order.</summary>
    public IReadOnlyList<ClaimFacts> Claims => _claims;

    /// <summary>Whether somebody was told of it as it is.</summary>
    public bool IsTold { get; set; }

    /// <summary>What was told, where it is kept.</summary>
    public Repeat? Told { get; set; }

    /// <summary>Takes in the claims of another set, which is no more.</summary>
    public void Add(RepeatSet other) => _claims.AddRange(other._claims);

    /// <summary>The claims by <see cref="ByDay"/>. What was in order stays so: a burst's statement stands in thousands of places, few of them new.</summary>
    public List<ClaimFacts> InOrder()
    {
        if (_claims.Count - _inOrder > FewCame)
        {
            _claims.Sort(ByDay);
            _inOrder = _claims.Count;
        }

        for (; _inOrder < _claims.Count; _inOrder++)
        {
            var claim = _claims[_inOrder];
            var found = _claims.BinarySearch(0, _inOrder, claim, ByDay);
            _claims.RemoveAt(_inOrder);
            _claims.Insert(found < 0 ? ~found : found, claim);
        }

        return _claims;
    }
}
