namespace ClaimTracker.Cli.Evaluation;

/// <summary>One line of an evaluation table: a name and its numbers, in the order in which they are printed.</summary>
/// <param name="Name">What was measured: “claims”, “speaker, anaphoric”.</param>
/// <param name="Values">Shares from 0 to 1 and counts.</param>
internal sealed record Figure(string Name, IReadOnlyList<(string Name, double Value, bool IsCount)> Values)
{
    /// <summary>The number that a reader looks at first: F1, the rate, the recall; for a count the count itself.</summary>
    public double Headline => Values.FirstOrDefault(v => v.Name is "f1" or "rate", Values.FirstOrDefault(v => v.Name == "recall", Values[0])).Value;

    /// <summary>Precision, recall and F1 of things found one by one.</summary>
    public static Figure Found(string name, Tally tally) => new(
        name,
        [
            ("precision", tally.Precision, false), ("recall", tally.Recall, false), ("f1", tally.F1, false),
            ("hit", tally.Hit, true), ("gold", tally.Gold, true), ("predicted", tally.Predicted, true),
        ]);

    /// <summary>How many of those asked were right; 1 where nothing was asked.</summary>
    public static Figure Share(string name, string kind, int right, int of) => new(name, [(kind, of == 0 ? 1 : (double)right / of, false), ("of", of, true)]);
}

/// <summary>What was right, what should have been found, what was found.</summary>
internal readonly record struct Tally(int Hit, int Gold, int Predicted)
{
    /// <summary>Share of what was found that is right; where nothing was found, 1 if there was nothing to find.</summary>
    public double Precision => Predicted > 0 ? (double)Hit / Predicted : Gold == 0 ? 1 : 0;

    /// <summary>Share of what is there that was found; 1 where nothing is there.</summary>
    public double Recall => Gold > 0 ? (double)Hit / Gold : 1;

    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => Precision + Recall is > 0 and var both ? 2 * Precision * Recall / both : 0;

    public static Tally operator +(Tally a, Tally b) => new(a.Hit + b.Hit, a.Gold + b.Gold, a.Predicted + b.Predicted);
}

/// <summary>Yes-or-no questions counted by name, in the order in which they were first asked.</summary>
internal sealed class Answers
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, (int Right, int Of)> _counts = [];

    public void Add(string name, bool right)
    {
        if (!_counts.TryGetValue(name, out var count))
            _names.Add(name);
        _counts[name] = (count.Right + (right ? 1 : 0), count.Of + 1);
    }

    public IEnumerable<Figure> Figures() => _names.Select(n => Figure.Share(n, "rate", _counts[n].Right, _counts[n].Of));
}
