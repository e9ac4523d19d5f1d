using ClaimTracker.Domain;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>The dossier's events by where they were: a place, a time and a topic together often tell which one is meant.</summary>
internal sealed class PlacedEvents(IReadOnlyList<ConflictEvent> events, DossierNames names)
{
    /// <summary>A stretch of days that is longer than this tells of no event by itself, and is narrowed to one.</summary>
    private const int WideDays = 7;

    /// <summary>The only one in a place, about one of some topics, that ended no longer ago than so many days; null for none or several.</summary>
    public ConflictEvent? Fresh(string place, IReadOnlyList<string> topics, DateOnly published, int days) =>
        !IsNarrow(place) ? null : Only(one => published >= one.From && published.DayNumber - one.To.DayNumber <= days && one.Topics.Any(topics.Contains) && IsAt(one, place));

    /// <summary>“in December 2024”, where a place is named in which only one event of that month is known: its days. The days as they are where none or several are.</summary>
    /// <param name="days">Days that something was told to be in.</param>
    /// <param name="entities">The article's places.</param>
    /// <param name="within">The words that can tell where.</param>
    /// <param name="topics">What it is about, as topic ids of the dossier.</param>
    public DateRange Narrowed(DateRange days, Entities entities, TokenRange within, IReadOnlyList<string> topics)
    {
        if (days is not { From: { } from, To: { } to } || to.DayNumber - from.DayNumber < WideDays)
            return days;
        for (var at = within.Start; at < within.End && entities.FirstPlace(new(at, within.End)) is { } place; at = place.Range.End)
            if (IsNarrow(place.PlaceId) && Only(one => one.From >= from && one.To <= to && one.Topics.Any(topics.Contains) && IsAt(one, place.PlaceId)) is { } found)
                return new(found.From, found.To, DateBasis.Inferred, found.Name);
        return days;
    }

    private ConflictEvent? Only(Func<ConflictEvent, bool> fits)
    {
        ConflictEvent? found = null;
        foreach (var one in events)
        {
            if (!fits(one))
                continue;
            if (found is not null)
                return null;
            found = one;
        }

        return found;
    }

    private bool IsAt(ConflictEvent one, string place) => one.Places.Any(p => IsNarrow(p) && names.Related(p, place));

    private bool IsNarrow(string place) => names.SideOf(place) is not null && !names.IsCountry(place) && !names.IsCapital(place);
}
