using System.Numerics;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Repeats;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Denials;

/// <summary>A claim that names no known act and says that something is not so: “denied that any driver had been beaten”, “no hospital was hit”.</summary>
internal sealed class WordedDenial
{
    /// <summary>The share of its own stems that a claim must have to be what it rejects, and how many at least.</summary>
    private const double WordingShare = 0.6;

    private const int LeastShared = 2;

    /// <summary>How many stems, names among them, must be shared where nothing tells when one of two articles was written.</summary>
    private const int LeastSharedUndated = 3;

    /// <summary>How long after something was said it is still denied, in days; agencies' articles of one day are not in their order.</summary>
    private const int DaysAfter = 14, DaysBefore = 1;

    private const int LongestWording = 160;

    private readonly int[] _own;
    private readonly ulong _bits;
    private readonly int _least;

    private WordedDenial(ClaimFacts claim, int[] own, string words)
    {
        (Claim, _own) = (claim, own);
        Words = words.Length > LongestWording ? words[..LongestWording] + "…" : words;
        _bits = Wordings.Bits(own);
        _least = Math.Max(LeastShared, (int)Math.Ceiling(own.Length * WordingShare));
    }

    public ClaimFacts Claim { get; }

    /// <summary>What is denied, as printed.</summary>
    public string Words { get; }

    /// <summary>Null for a claim with too few words of its own to know again what it denies.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="own">Its stems that are no names and don't negate; ascending, each once.</param>
    /// <param name="words">As printed.</param>
    public static WordedDenial? Of(ClaimFacts claim, int[] own, string words) => own.Length < LeastShared ? null : new(claim, own, words);

    /// <summary>A claim's content from some place on, what stands between its parts left out and marked.</summary>
    public static string Printed(Claim claim, string text, int from = 0) =>
        string.Join(" … ", claim.Content.Where(c => c.End > from).Select(c => new TextSpan(Math.Max(c.Start, from), c.End).In(text).ToString()));

    /// <summary>Whether two are in the same words, by the same side.</summary>
    public bool IsAs(WordedDenial other) => Claim.Side == other.Claim.Side && _own.AsSpan().SequenceEqual(other._own);

    /// <summary>A number that two denials in the same words share.</summary>
    public int Form()
    {
        var form = new HashCode();
        form.Add(Claim.Side);
        foreach (var stem in _own)
            form.Add(stem);
        return form.ToHashCode();
    }

    /// <summary>Whether a claim is what the denial itself tells of others' words: “denied reports that eight soldiers had been killed”.</summary>
    public bool IsInside(ClaimFacts claim) => claim.NestedIn == Claim.Key && claim.Start == Claim.Start && claim.Side >= 0 && claim.Side != Claim.Side;

    /// <summary>What tells at once that a claim shares too few of its stems.</summary>
    public Gate Gate => new(_bits, _least - (_own.Length - BitOperations.PopCount(_bits)));

    /// <summary>Whether a claim says in nearly these words what is denied, of the same days and places.</summary>
    public bool Rejects(ClaimFacts claim, ConflictModel model)
    {
        if (claim == Claim || claim.Side < 0 || claim.Side == Claim.Side || claim.Negative || claim.Denied || claim.Wish
            || claim.Act is ClaimAct.Denies or ClaimAct.CallsFor or ClaimAct.Demands or ClaimAct.Promises)
            return false;
        return SameDays(claim) && SamePlaces(claim.Places, model.Places) && Shared(claim.Stems, model.Like) >= _least;
    }

    private int Shared(int[] stems, LikeWords like)
    {
        var found = 0UL;
        foreach (var stem in stems)
            if (Array.BinarySearch(_own, like.Of(stem)) is >= 0 and < 64 and var place)
                found |= 1UL << place;
        return BitOperations.PopCount(found);
    }

    private bool SameDays(ClaimFacts claim)
    {
        if (Claim.Window.Basis == WindowBasis.Event && claim.Window.Basis == WindowBasis.Event)
            return Claim.Window.Overlaps(claim.Window);
        if (claim.Article == Claim.Article)
            return true;
        return Claim.Day is { } denied && claim.Day is { } said ? said - denied <= DaysBefore && denied - said <= DaysAfter : Wordings.Shared(Claim.Stems, claim.Stems) >= LeastSharedUndated;
    }

    private bool SamePlaces(int[] other, PlaceTree places)
    {
        var own = Claim.Places;
        return Array.TrueForAll(own, places.IsWide) || Array.TrueForAll(other, places.IsWide)
            || Array.Exists(own, p => !places.IsWide(p) && Array.Exists(other, q => !places.IsWide(q) && places.Touch(p, q)));
    }
}

/// <summary>A denial's bits, apart from the rest of it so that many lie side by side.</summary>
/// <param name="Bits">A bit for each of its stems.</param>
/// <param name="Least">How many of them what it rejects has at least.</param>
internal readonly record struct Gate(ulong Bits, int Least)
{
    /// <summary>Whether a claim with such <see cref="ClaimFacts.LikeBits"/> can share enough stems; never no where it does.</summary>
    public bool Lets(ulong bits) => BitOperations.PopCount(Bits & bits) >= Least;
}
