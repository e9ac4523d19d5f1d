namespace ClaimTracker.Cli.Evaluation;

/// <summary>Pairs what should have been found with what was found, one to one, the best fit first.</summary>
internal static class Matching
{
    /// <summary>Pairs of indexes. Ties go to the smaller index of the gold, then of the found, so that the pairs are always the same.</summary>
    /// <param name="gold">How many there are.</param>
    /// <param name="found">How many were found.</param>
    /// <param name="fit">How well two fit.</param>
    /// <param name="least">The least fit that counts.</param>
    public static List<(int Gold, int Found)> OneToOne(int gold, int found, Func<int, int, double> fit, double least)
    {
        List<(double Fit, int Gold, int Found)> candidates = [];
        for (var g = 0; g < gold; g++)
        {
            for (var f = 0; f < found; f++)
            {
                if (fit(g, f) is var value && value >= least)
                    candidates.Add((value, g, f));
            }
        }

        candidates.Sort((a, b) => a.Fit != b.Fit ? b.Fit.CompareTo(a.Fit) : a.Gold != b.Gold ? a.Gold.CompareTo(b.Gold) : a.Found.CompareTo(b.Found));
        var (takenGold, takenFound) = (new bool[gold], new bool[found]);
        List<(int, int)> pairs = [];
        foreach (var (_, g, f) in candidates)
        {
            if (takenGold[g] || takenFound[f])
                continue;
            (takenGold[g], takenFound[f]) = (true, true);
            pairs.Add((g, f));
        }

        return pairs;
    }

    /// <summary>Shared members over all members; 0 where either is empty.</summary>
    public static double Overlap(HashSet<int> a, HashSet<int> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var shared = Shared(a, b);
        return (double)shared / (a.Count + b.Count - shared);
    }

    public static int Shared<T>(HashSet<T> a, HashSet<T> b)
    {
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        var shared = 0;
        foreach (var member in small)
        {
            if (large.Contains(member))
                shared++;
        }

        return shared;
    }
}
