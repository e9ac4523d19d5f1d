using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Words that stand for an actor.</summary>
/// <param name="Range">Where.</param>
/// <param name="ActorId">Whom.</param>
/// <param name="Side">The side to which the actor belongs, or null.</param>
internal readonly record struct ActorAt(TokenRange Range, string ActorId, string? Side);

/// <summary>Words that stand for a place.</summary>
internal readonly record struct PlaceAt(TokenRange Range, string PlaceId);

/// <summary>Who and what place an article names where: as much of it as statistics need. Both lists are in reading order.</summary>
internal sealed class Entities
{
    public List<ActorAt> Actors { get; } = [];

    public List<PlaceAt> Places { get; } = [];

    public void Clear()
    {
        Actors.Clear();
        Places.Clear();
    }

    /// <summary>The last actor of a side that is named in a run of tokens.</summary>
    public ActorAt? LastActor(TokenRange within)
    {
        for (var i = IndexBefore(Actors, within.End, static a => a.Range.Start); i >= 0 && Actors[i].Range.Start >= within.Start; i--)
        {
            if (Actors[i].Side is not null && Actors[i].Range.End <= within.End)
                return Actors[i];
        }

        return null;
    }

    /// <summary>The first place that is named in a run of tokens.</summary>
    public PlaceAt? FirstPlace(TokenRange within)
    {
        var i = IndexBefore(Places, within.Start, static p => p.Range.Start) + 1;
        return i < Places.Count && Places[i].Range.End <= within.End ? Places[i] : null;
    }

    /// <summary>The last place that is named in a run of tokens.</summary>
    public PlaceAt? LastPlace(TokenRange within)
    {
        var i = IndexBefore(Places, within.End, static p => p.Range.Start);
        return i >= 0 && Places[i].Range.Start >= within.Start && Places[i].Range.End <= within.End ? Places[i] : null;
    }

    /// <summary>The index of the last that starts before a token, or −1.</summary>
    private static int IndexBefore<T>(List<T> list, int token, Func<T, int> start)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(list[middle]) >= token)
                high = middle;
            else
                low = middle + 1;
        }

        return low - 1;
    }
}
