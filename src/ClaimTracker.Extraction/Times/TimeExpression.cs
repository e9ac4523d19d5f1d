using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>What kind of expression of time it is.</summary>
internal enum TimeKind : byte
{
    /// <summary>“October 12”, “May 12, 2017”, “2025-11-29”.</summary>
    Date,

    /// <summary>“December 2024”, “January”, “the October clashes”.</summary>
    Month,

    /// <summary>“2021”, “the 1990s”.</summary>
    Year,

    /// <summary>“Tuesday”, “last Friday”.</summary>
    Weekday,

    /// <summary>“yesterday”, “last night”: days counted from the day of the report.</summary>
    Day,

    /// <summary>“overnight”: the night before the day of which is spoken.</summary>
    Overnight,

    /// <summary>“last week”, “this month”, “earlier this year”.</summary>
    Calendar,

    /// <summary>“the past three months”, “the last month”, “within 48 hours”: back from the day of which is spoken.</summary>
    Trailing,

    /// <summary>“two days ago”, “a day earlier”, “a week later”.</summary>
    Shift,

    /// <summary>“the same day”, “that night”.</summary>
    Same,

    /// <summary>“the first night”, “the opening day”: that of the event on which the article reports.</summary>
    Opening,

    /// <summary>“in recent weeks”, “of late”: a time that no calendar tells.</summary>
    Vague,

    /// <summary>“three days”, “a month”: how long, not when.</summary>
    Duration,

    /// <summary>A time of the clock, or digits of a date that could be read in two ways.</summary>
    Opaque,
}

/// <summary>An expression of time, as written.</summary>
internal record struct TimeExpression
{
    /// <summary>With its preposition: “since November 4”.</summary>
    public TokenRange Range;

    /// <summary>Without: “November 4”.</summary>
    public TokenRange Core;

    public TimeKind Kind;
    public TimeRelation Relation;
    public TimeUnit Unit;
    public TimeWhich Which;
    public TimeShift Shift;
    public TimePart Part;

    /// <summary>1 to 12, or 0.</summary>
    public byte Month;

    /// <summary>1 to 31, or 0.</summary>
    public byte Day;

    /// <summary>1 (Monday) to 7, or 0.</summary>
    public byte Weekday;

    /// <summary>Zero where the text doesn't say.</summary>
    public short Year;

    /// <summary>The end of a range: “October 11–12”, “January to March”, “2014–16”; zero where there is none.</summary>
    public byte EndMonth;
    public byte EndDay;
    public short EndYear;

    /// <summary>How many units: “three” days; days from the day of the report for <see cref="TimeKind.Day"/>; −1 where not told.</summary>
    public int Count;

    /// <summary>Whether it counts from what a clause or noun after it tells: “a day after the attack”.</summary>
    public bool FromClause;

    /// <summary>Whether the clause speaks of what is to come.</summary>
    public bool Ahead;

    /// <summary>Whether it tells when, at least with a reference day.</summary>
    public readonly bool TellsWhen => Kind is not (TimeKind.Duration or TimeKind.Opaque or TimeKind.Vague);

    /// <summary>Whether it is a day or a few: what something is said on.</summary>
    public readonly bool IsDay => Kind is TimeKind.Date or TimeKind.Weekday or TimeKind.Day or TimeKind.Overnight or TimeKind.Same
        || (Kind == TimeKind.Shift && Unit <= TimeUnit.Weekend);
}
