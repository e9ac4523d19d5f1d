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
    /// <param name="dossier">Names the events.</param>
    /// <param name="filter">The selection.</param>
    /// <param name="days">In order.</param>
    public static IReadOnlyList<EventPeriod> Of(Dossier dossier, ClaimFilter filter, IReadOnlyList<DayCount> days)
    {
        int[] starts = [.. days.Select(d => d.Day.DayNumber)];
        var until = new int[days.Count + 1];
        for (var i = 0; i < days.Count; i++) until[i + 1] = until[i] + days[i].Claims;
        return
        [
            .. dossier.Events.Select(e => Of(e, filter, Before(e.To.DayNumber + 1) - Before(e.From.DayNumber))).Where(e => e.Claims > 0 || e.Selected)
                .OrderByDescending(e => e.Claims).ThenByDescending(e => e.Event.From),
        ];

        int Before(int day) => Array.BinarySearch(starts, day) is var found && found < 0 ? until[~found] : until[found];
    }

    private static EventPeriod Of(ConflictEvent happened, ClaimFilter filter, int claims)
    {
        var selected = filter.Days is ClaimDays.Event && filter.From == happened.From && filter.To == happened.To;
        return new(happened, claims, selected,
            selected
                ? filter with { Days = default, From = null, To = null, Undated = false }
                : filter with { Days = ClaimDays.Event, From = happened.From, To = happened.To, Undated = false });
    }
}
