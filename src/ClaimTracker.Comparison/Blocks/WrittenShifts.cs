using System.Runtime.InteropServices;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The shifts of an episode by where the two items lie that make them.</summary>
/// <param name="of">The episode's items: one that was emptied and filled anew between two passes has others.</param>
/// <param name="removals">How often items had gone when it was made: once another goes, items lie elsewhere.</param>
internal sealed class WrittenShifts(object of, int removals)
{
    private readonly Dictionary<(int Before, int After), (int Pass, Shift? Shift)> _shifts = [];
    private int _pass;

    /// <summary>Whether it still tells where items lie.</summary>
    public bool IsOf(object items, int gone) => ReferenceEquals(of, items) && removals == gone;

    public int Count => _shifts.Count;

    /// <summary>Begins a pass over all of the episode.</summary>
    public void Begin() => _pass++;

    /// <summary>The shift of two items; null where it hasn't been written yet.</summary>
    /// <param name="before">Where the first of them lies.</param>
    /// <param name="after">Where the second lies.</param>
    /// <param name="isFirst">Whether nobody asked for it before in this pass.</param>
    public ref Shift? Of(int before, int after, out bool isFirst)
    {
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_shifts, (before, after), out _);
        isFirst = found.Pass != _pass;
        found.Pass = _pass;
        return ref found.Shift;
    }

    /// <summary>Lets go of those that nobody asked for.</summary>
    /// <param name="asked">How many somebody asked for.</param>
    public void End(int asked)
    {
        if (asked == _shifts.Count)
            return;
        foreach (var (items, shift) in _shifts)
            if (shift.Pass != _pass)
                _shifts.Remove(items);
    }
}
