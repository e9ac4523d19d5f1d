using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>An event of the dossier as a period to choose.</summary>
/// <param name="Event">The event.</param>
/// <param name="Claims">How many claims speak of its days; of a claim that speaks of several days the first counts.</param>
/// <param name="Selected">Whether the selection is narrowed to it.</param>
/// <param name="Filter">The selection narrowed to it or, where it is already, no longer.</param>
public sealed record EventPeriod(ConflictEvent Event, int Claims, bool Selected, ClaimFilter Filter)
{
    /// <summary>Events that some claim speaks of, and the one that is chosen, those most spoken of first.</summary>
    public static IReadOnlyList<EventPeriod> Of(Dossier dossier, ClaimFilter filter, IReadOnlyList<DayCount> days) =>
        [.. dossier.Events.Select(e => Of(e, filter, days)).Where(e => e.Claims > 0 || e.Selected).OrderByDescending(e => e.Claims).ThenByDescending(e => e.Event.From)];

    private static EventPeriod Of(ConflictEvent happened, ClaimFilter filter, IReadOnlyList<DayCount> days)
    {
        var selected = filter.Days is ClaimDays.Event && filter.From == happened.From && filter.To == happened.To;
        return new(happened, days.Where(d => happened.From <= d.Day && d.Day <= happened.To).Sum(d => d.Claims), selected,
            selected
                ? filter with { Days = default, From = null, To = null, Undated = false }
                : filter with { Days = ClaimDays.Event, From = happened.From, To = happened.To, Undated = false });
    }
}
