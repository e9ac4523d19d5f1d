using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>How firmly it is known when what a claim is about took place.</summary>
internal enum WindowBasis
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the article's date alone.</summary>
    Published,

    /// <summary>By the day on which it was said.</summary>
    Said,

    /// <summary>The claim says so.</summary>
    Event,
}

/// <summary>The days that a claim is about, as day numbers, both included; <see cref="int.MinValue"/> and <see cref="int.MaxValue"/> are open ends.</summary>
internal readonly record struct EventWindow(int From, int To, WindowBasis Basis)
{
    /// <summary>The longest window that can stand for one event, in days: a night touches two.</summary>
    public const int LongestEvent = 2;

    public static EventWindow Unknown { get; } = new(int.MinValue, int.MaxValue, WindowBasis.None);

    public static EventWindow Of(DateRange range, WindowBasis basis) =>
        new(range.From?.DayNumber ?? int.MinValue, range.To?.DayNumber ?? int.MaxValue, basis);

    /// <summary>Days covered; more than a century where an end is open.</summary>
    public long Length => (long)To - From + 1;

    /// <summary>Whether it is narrow enough to stand for one event.</summary>
    public bool IsEvent => Basis >= WindowBasis.Said && Length is >= 1 and <= LongestEvent;

    public bool Overlaps(EventWindow other) => From <= other.To && other.From <= To;

    /// <summary>Whether both can be about one event: the shorter lies within the longer, or nearly so. Two nights that share a day do not.</summary>
    public bool Fits(EventWindow other)
    {
        var shared = (long)Math.Min(To, other.To) - Math.Max(From, other.From) + 1;
        return shared > 0 && shared * 10 >= Math.Min(Length, other.Length) * 6;
    }
}
