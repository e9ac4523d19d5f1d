namespace ClaimTracker.Generation;

/// <summary>Numbers drawn from a seed: SplitMix64 (Steele, Lea and Flood 2014), the same on every machine and in every version of the framework.</summary>
/// <param name="seed">Two seeds that differ in one bit give streams that have nothing in common.</param>
internal struct Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The stream of one part of a whole: an article of a collection, an event of a conflict.</summary>
    public static Draw Of(ulong seed, ulong part) => new(new Draw(seed ^ (part + 1) * 0x9E3779B97F4A7C15).Next());

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>From 0 up to, not including, <paramref name="end"/>.</summary>
    public int Below(int end) => (int)((UInt128)Next() * (ulong)end >> 64);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
