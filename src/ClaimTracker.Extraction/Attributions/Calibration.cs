using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Lexicon;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>What the rankers' probability is worth: the share of readings of that probability that people marked in the same way.</summary>
/// <remarks>
/// The probability of a reading is that of its exact bounds, each choice taken as independent of the others; most readings that miss it
/// by a word are right all the same. A table, learned from articles that the weights were not learned from, says how many.
/// </remarks>
internal sealed class Calibration
{
    private readonly double[] _probabilities;
    private readonly double[] _shares;

    /// <param name="points">Probability and share, both 0 to 1, both rising; at least one.</param>
    public Calibration(IReadOnlyList<(double Probability, double Share)> points)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points.Count);
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].Probability <= points[i - 1].Probability || points[i].Share < points[i - 1].Share)
                throw new ArgumentException("the points of a calibration must rise", nameof(points));
        }

        (_probabilities, _shares) = ([.. points.Select(p => p.Probability)], [.. points.Select(p => p.Share)]);
    }

    /// <summary>Leaves every probability as it is: for learning the table.</summary>
    public static Calibration None { get; } = new([(0, 0), (1, 1)]);

    /// <summary>The table that ships with the engine.</summary>
    public static Calibration Shipped() => Read("calibration.txt", LexiconFile.Shipped("calibration.txt", new HashSet<string> { "right" }));

    /// <summary>Reads lines “0.35 : right=0.71”.</summary>
    /// <exception cref="InvalidDataException">A line is no point, or the points don't rise: the file is ours.</exception>
    public static Calibration Read(string file, IReadOnlyList<LexiconLine> lines)
    {
        List<(double, double)> points = [];
        foreach (var line in lines)
        {
            if (!TryShare(line.Entry, out var probability) || !TryShare(line.Value("right"), out var share))
                throw new InvalidDataException(new DataProblem(file, line.Line, $"expected 'probability : right=share', both from 0 to 1, found '{line.Entry}'").ToString());
            points.Add((probability, share));
        }

        try
        {
            return new(points);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{file}: expected probabilities and shares that rise, found others", e);
        }
    }

    /// <summary>The confidence that a probability stands for: between two points of the table in proportion, beyond the ends that of the end.</summary>
    public double Of(double probability)
    {
        var next = Array.BinarySearch(_probabilities, probability);
        if (next >= 0)
            return _shares[next];
        next = ~next;
        if (next == 0)
            return _shares[0];
        if (next == _shares.Length)
            return _shares[^1];
        var part = (probability - _probabilities[next - 1]) / (_probabilities[next] - _probabilities[next - 1]);
        return _shares[next - 1] + (part * (_shares[next] - _shares[next - 1]));
    }

    private static bool TryShare(string? text, out double share) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;
}
