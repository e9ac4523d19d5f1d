using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Which claims' content holds a token: found without a look at every claim of a long article.</summary>
internal sealed class ClaimParts
{
    /// <summary>Parts of content that are looked at before a token: more than ever lie inside one another.</summary>
    private const int Deepest = 32;

    private readonly List<(int Start, int End, int Claim)> _parts = [];

    public ClaimParts(IReadOnlyList<FoundAttribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            foreach (var part in attributions[i].Content)
                _parts.Add((part.Start, part.End, i));
        }

        _parts.Sort();
    }

    /// <summary>The innermost claim that holds a token and fulfils a condition; −1 for none.</summary>
    public int Innermost(int token, Func<int, bool> accept)
    {
        var (best, size) = (-1, int.MaxValue);
        var last = LastStartingBy(token);
        for (var i = last; i >= Math.Max(0, last - Deepest); i--)
        {
            var (start, end, claim) = _parts[i];
            if (end > token && accept(claim) && end - start < size)
                (best, size) = (claim, end - start);
        }

        return best;
    }

    /// <summary>Calls back for each claim that holds a token.</summary>
    public void ForEach(int token, Action<int> act)
    {
        var last = LastStartingBy(token);
        for (var i = Math.Max(0, last - Deepest); i <= last; i++)
        {
            if (_parts[i].End > token)
                act(_parts[i].Claim);
        }
    }

    private int LastStartingBy(int token)
    {
        var (low, high) = (0, _parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Start > token)
                high = middle;
            else
                low = middle + 1;
        }

        return low - 1;
    }
}
