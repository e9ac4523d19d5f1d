using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Whose the counted are where the statistic's own words only point to someone.</summary>
internal enum Owner : byte
{
    /// <summary>The words tell, or nothing does.</summary>
    Told,

    /// <summary>The speaker's own: “23 of its own soldiers”, “operations were conducted”.</summary>
    Speaker,
}

/// <summary>How a measure was found; the later, the weaker.</summary>
internal enum MeasureSource : byte
{
    None,

    /// <summary>Within the phrase: “20 wounded soldiers”.</summary>
    Within,

    /// <summary>The word right before: “killed 58”.</summary>
    RightBefore,

    /// <summary>After the phrase: “were killed”.</summary>
    After,

    /// <summary>Earlier in the clause.</summary>
    Before,

    /// <summary>The noun says it: “casualties”.</summary>
    Noun,

    /// <summary>From the number before in a list.</summary>
    List,

    /// <summary>From the statistic before: “Ruritania had over 12,800”.</summary>
    Ellipsis,
}

/// <summary>A statistic in the making.</summary>
internal sealed class Draft
{
    public NumberPhrase Number;
    public CountedPhrase Phrase;
    public int Sentence;

    /// <summary>Its place among the article's statistics, once it is one.</summary>
    public int Index;
    public MeasureEntry? Measure;
    public MeasureSource Source;
    public string? Unit;
    public string? MeasureId;
    public string? Side;
    public Owner Owner;

    /// <summary>The sides that <see cref="Owner.Speaker"/> can stand for; null for any.</summary>
    public IReadOnlyList<string>? OwnSides;
    public string? Place;
    public DateRange? Period;

    /// <summary>The statistic from which this one takes what it counts; null for none.</summary>
    public Draft? Frame;

    /// <summary>The words that name what is counted; of the statistic before where this one names nothing.</summary>
    public TokenRange Counted;

    /// <summary>As new, for the next number.</summary>
    public void Clear()
    {
        (Number, Phrase, Sentence, Measure, Source) = (default, default, 0, null, MeasureSource.None);
        (Unit, MeasureId, Side, Owner, OwnSides, Place, Period, Frame, Counted) = (null, null, null, Owner.Told, null, null, null, null, default);
    }

    /// <summary>The first token after the number and what it counts.</summary>
    public int End => Math.Max(Number.End, Phrase.Range.End);
}

/// <summary>A statistic and what claim assembly needs besides.</summary>
/// <param name="Statistic">Without <see cref="Statistic.ClaimedBy"/>.</param>
/// <param name="Range">Its span in tokens.</param>
/// <param name="Owner">Whether <see cref="Statistic.OfSide"/> is the speaker's own side, which claim assembly knows.</param>
/// <param name="OwnSides">The sides for which that holds; null for any.</param>
internal readonly record struct FoundStatistic(Statistic Statistic, TokenRange Range, Owner Owner, IReadOnlyList<string>? OwnSides = null)
{
    /// <summary>
    /// The index of the statistic from which this one takes what it counts (“Ruritania had over 12,800”): who claims that one
    /// claims this one where nobody else does; −1 for none.
    /// </summary>
    public int Follows { get; init; } = -1;

    /// <summary>The statistic as someone's claim; null for the article's own voice.</summary>
    public Statistic ClaimedBy(string? actorId, string? side) => Statistic with
    {
        ClaimedBy = actorId,
        OfSide = Statistic.OfSide ?? (Owner == Owner.Speaker && side is not null && OwnSides?.Contains(side) != false ? side : null),
    };
}
