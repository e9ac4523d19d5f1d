using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Which claims' content holds a token: found without a look at every claim of a long article.</summary>
/// <remarks>Reused from article to article by one thread.</remarks>
internal sealed class ClaimParts
{
    /// <summary>Parts of content that are looked at before a token: more than ever lie inside one another.</summary>
    private const int Deepest = 32;

    private readonly List<(int Start, int End, int Claim)> _parts = [];

    /// <summary>Takes in the contents of another article's claims, told by the attribution of each.</summary>
    public void Read(IReadOnlyList<FoundAttribution> attributions)
    {
        _parts.Clear();
        for (var i = 0; i < attributions.Count; i++)
        {
            foreach (var part in attributions[i].Content)
                _parts.Add((part.Start, part.End, i));
        }

        _parts.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : a.Claim.CompareTo(b.Claim));
    }

    /// <summary>The innermost claim that holds a token; −1 for none. With <paramref name="dated"/>, of those that were said on a known day.</summary>
    public int Innermost(int token, List<Claim>? dated = null)
    {
        var (best, size) = (-1, int.MaxValue);
        var last = LastStartingBy(token);
        for (var i = last; i >= Math.Max(0, last - Deepest); i--)
        {
            var (start, end, claim) = _parts[i];
            if (end > token && end - start < size && dated?[claim] is not { SaidOn: null })
                (best, size) = (claim, end - start);
        }

        return best;
    }

    /// <summary>The innermost claim that holds a token and does not reject what it holds; where all reject it, the innermost of them; −1 for none.</summary>
    public int Asserted(int token, List<Claim> claims)
    {
        var (best, size) = (-1, int.MaxValue);
        var last = LastStartingBy(token);
        for (var i = last; i >= Math.Max(0, last - Deepest); i--)
        {
            var (start, end, claim) = _parts[i];
            if (end > token && end - start < size && !claims[claim].ContentDenied)
                (best, size) = (claim, end - start);
        }

        return best >= 0 ? best : Innermost(token);
    }

    /// <summary>Appends each claim that holds a token.</summary>
    public void Holding(int token, List<int> found)
    {
        var last = LastStartingBy(token);
        for (var i = Math.Max(0, last - Deepest); i <= last; i++)
        {
            if (_parts[i].End > token)
                found.Add(_parts[i].Claim);
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
