namespace ClaimTracker.Generation;

/// <summary>Picks among items of which the first are met most: the k-th with a weight of 1/kᵉ, as Zipf found for words.</summary>
internal sealed class Skew
{
    private readonly double[] _upTo;

    /// <param name="count">How many items.</param>
    /// <param name="exponent">0 for all alike; about 1 for words and speakers.</param>
    public Skew(int count, double exponent)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++) _upTo[i] = sum += Math.Pow(i + 1, -exponent);
    }

    public int Pick(ref Draw draw)
    {
        var found = Array.BinarySearch(_upTo, draw.Share() * _upTo[^1]);
        return Math.Min(found < 0 ? ~found : found, _upTo.Length - 1);
    }
}
