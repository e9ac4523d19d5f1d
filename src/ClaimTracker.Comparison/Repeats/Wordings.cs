using System.Numerics;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Repeats;

/// <summary>Whether two claims have the same words, by the stems of their content.</summary>
internal static class Wordings
{
    /// <summary>The share of stems that two claims have in common to be one wording.</summary>
    private const double SameShare = 0.6;

    /// <summary>The share of the shorter claim's stems that a claim of the same speaker has, where one is told whole and one in part.</summary>
    private const double PartShare = 0.7;

    private const int LeastShared = 3, SharedRun = 3;

    /// <summary>
    /// How many of a claim's stems, in one order for all claims, are enough that two claims of one wording share one of them:
    /// all but those that could be missing.
    /// </summary>
    public static int Telling(int stems) => stems - (int)Math.Ceiling(stems * SameShare) + 1;

    public static ulong Bits(int[] stems)
    {
        var bits = 0UL;
        foreach (var stem in stems)
            bits |= 1UL << (int)((uint)stem * 0x9E3779B1 >> 26);
        return bits;
    }

    /// <summary>Whether two claims can share enough stems; a quick answer that never says no where they do.</summary>
    public static bool CanBeOne(ClaimFacts first, ClaimFacts second)
    {
        var (shorter, longer) = first.Stems.Length <= second.Stems.Length ? (first, second) : (second, first);
        var most = BitOperations.PopCount(shorter.StemBits & longer.StemBits) + shorter.Stems.Length - BitOperations.PopCount(shorter.StemBits);
        return most >= shorter.Stems.Length * PartShare;
    }

    public static bool AreOne(ClaimFacts first, ClaimFacts second)
    {
        var shared = Shared(first.Stems, second.Stems);
        if (shared < 2)
            return false;
        var (shorter, longer) = (Math.Min(first.Stems.Length, second.Stems.Length), Math.Max(first.Stems.Length, second.Stems.Length));
        if (shared >= (shorter + longer - shared) * SameShare)
            return shared >= LeastShared || shared == longer;
        return first.Speaker == second.Speaker && shared >= shorter * PartShare && (shared > LeastShared || HasRun(first.Words, second.Words));
    }

    /// <summary>0 to 1: the share of the shorter claim's stems that the other has.</summary>
    public static double Share(ClaimFacts first, ClaimFacts second) =>
        Math.Min(first.Stems.Length, second.Stems.Length) is > 0 and var shorter ? (double)Shared(first.Stems, second.Stems) / shorter : 0;

    /// <summary>How many numbers two ascending lists share.</summary>
    public static int Shared(int[] first, int[] second)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (first[i] == second[j])
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            else if (first[i] < second[j])
                i++;
            else
                j++;
        }

        return shared;
    }

    /// <summary>Whether the two share words in a row.</summary>
    private static bool HasRun(int[] first, int[] second)
    {
        for (var i = 0; i + SharedRun <= first.Length; i++)
            if (second.AsSpan().IndexOf(first.AsSpan(i, SharedRun)) >= 0)
                return true;
        return false;
    }
}
