using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What holds the claims of an episode together, the firmest last.</summary>
internal enum EpisodeKind
{
    /// <summary>Only the article that they stand in.</summary>
    Article,

    /// <summary>The day on which they were said or published.</summary>
    Day,

    /// <summary>A stretch of time too long for one event: running totals.</summary>
    Lasting,

    /// <summary>The days of one event.</summary>
    Event,

    /// <summary>Nothing but the question: a charge without a day.</summary>
    Standing,
}

/// <summary>Names an episode of a block by its days, so that it is the same episode whatever came in before.</summary>
/// <param name="Kind">What holds it together.</param>
/// <param name="From">Day number; 0 where the kind has none.</param>
/// <param name="To">Day number; 0 where the kind has none.</param>
/// <param name="Article">The article's key, or null.</param>
internal readonly record struct EpisodeId(EpisodeKind Kind, int From, int To, string? Article)
{
    public static EpisodeId Standing { get; } = new(EpisodeKind.Standing, 0, 0, null);

    public static EpisodeId Event(int from, int to) => new(EpisodeKind.Event, from, to, null);

    public static EpisodeId Day(int day) => new(EpisodeKind.Day, day, day, null);

    public static EpisodeId Of(ArticleFacts article) => new(EpisodeKind.Article, 0, 0, article.Key);

    /// <summary>Totals that begin in one month and end in one week are one.</summary>
    public static EpisodeId Lasting(EventWindow window)
    {
        var from = window.From == int.MinValue ? 0 : DateOnly.FromDayNumber(window.From) is var day ? day.AddDays(1 - day.Day).DayNumber : 0;
        return new(EpisodeKind.Lasting, from, window.To == int.MaxValue ? 0 : window.To / 7 * 7, null);
    }

    /// <summary>The days that questions and addresses name; unknown where only article or day of saying hold it together.</summary>
    public EventWindow Window => Kind switch
    {
        EpisodeKind.Event => new(From, To, WindowBasis.Event),
        _ => EventWindow.Unknown,
    };

    /// <summary>The part of an address that tells episodes of one question apart; empty for a standing one.</summary>
    public string Slug => Kind switch
    {
        EpisodeKind.Event => Days.Slug(From),
        EpisodeKind.Day => "told-" + Days.Slug(From),
        EpisodeKind.Lasting => "over-" + (From == 0 ? "" : Days.Slug(From)[..7]) + (To == 0 ? "" : "-" + Days.Slug(To)),
        EpisodeKind.Article => "in-" + Article![..Math.Min(8, Article!.Length)],
        _ => "",
    };
}
