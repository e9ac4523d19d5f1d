namespace ClaimTracker.Cli.Evaluation;

/// <summary>Whether confidence means something: among claims at 0.9 about nine in ten should be right.</summary>
internal sealed class Calibration
{
    private readonly (int Claims, int Right, double Sum)[] _bins = new (int, int, double)[10];

    /// <param name="confidence">0 to 1.</param>
    /// <param name="right">Whether the gold has this claim, with this speaker.</param>
    public void Add(double confidence, bool right)
    {
        ref var bin = ref _bins[Math.Clamp((int)(confidence * 10), 0, 9)];
        bin = (bin.Claims + 1, bin.Right + (right ? 1 : 0), bin.Sum + confidence);
    }

    /// <summary>A line for each tenth that has claims; the last holds 1 as well.</summary>
    public IReadOnlyList<CalibrationBin> Bins()
    {
        List<CalibrationBin> bins = [];
        for (var i = 0; i < _bins.Length; i++)
        {
            var (claims, right, sum) = _bins[i];
            if (claims > 0)
                bins.Add(new(i / 10.0, (i + 1) / 10.0, claims, sum / claims, (double)right / claims));
        }

        return bins;
    }
}

/// <param name="From">The least confidence.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="Claims">How many there are.</param>
/// <param name="Mean">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
internal sealed record CalibrationBin(double From, double To, int Claims, double Mean, double Right);
