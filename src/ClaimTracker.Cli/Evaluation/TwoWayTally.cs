namespace ClaimTracker.Cli.Evaluation;

/// <summary>Recall over what was marked and precision over what was found, each with hits of its own.</summary>
internal readonly record struct TwoWayTally(int GoldHit, int Gold, int FoundHit, int Found)
{
    public static TwoWayTally operator +(TwoWayTally a, TwoWayTally b) =>
        new(a.GoldHit + b.GoldHit, a.Gold + b.Gold, a.FoundHit + b.FoundHit, a.Found + b.Found);

    public Figure Figure(string name)
    {
        var precision = Found > 0 ? (double)FoundHit / Found : 0;
        var recall = Gold > 0 ? (double)GoldHit / Gold : 0;
        var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return new(name, [("precision", precision, false), ("recall", recall, false), ("f1", f1, false), ("gold", Gold, true), ("predicted", Found, true)]);
    }
}
