using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What one episode of a block gave.</summary>
internal sealed record EpisodeResult(IReadOnlyList<Dispute> Disputes, IReadOnlyList<NotComparable> Apart, IReadOnlyList<Shift> Shifts)
{
    public static EpisodeResult Nothing { get; } = new([], [], []);

    public bool IsNothing => Disputes.Count == 0 && Apart.Count == 0 && Shifts.Count == 0;
}

/// <summary>Items that answer one question or count one thing: the only ones that are compared with each other on it.</summary>
/// <remarks>Keeps what each episode gave, so that a new article costs no more than the episodes that it changes.</remarks>
internal abstract class Block<T>(bool standing, bool lasting = false) : IBlock where T : class, IDated, IComparable<T>
{
    private readonly Dictionary<EpisodeId, EpisodeResult> _results = [];
    private readonly List<EpisodeId> _events = [];
    private readonly List<(EpisodeResult Old, EpisodeResult New)> _changed = [];

    protected EpisodeMap<T> Map { get; } = new(standing, lasting);

    public IEnumerable<EpisodeResult> Results => _results.Values;

    public void Remove(ArticleFacts article) => Map.Remove(article);

    public void Refresh()
    {
        var changed = Map.Refresh();
        var dirty = new HashSet<EpisodeId>(changed);
        foreach (var id in changed.Where(c => c.Kind == EpisodeKind.Event))
            Note(id);
        dirty.UnionWith(changed.Where(c => c.Kind == EpisodeKind.Event).SelectMany(Before));
        foreach (var id in dirty)
            Recompute(id);
    }

    public void Tell(ChangeRecord changes)
    {
        foreach (var (old, result) in _changed)
            changes.Became(old, result);

        _changed.Clear();
    }

    /// <summary>What the items of an episode give; <paramref name="next"/> is the event after it.</summary>
    protected abstract EpisodeResult Compare(EpisodeId episode, IReadOnlyList<T> items, EpisodeId? next);

    /// <summary>What is kept of an episode's speakers; where it is too small for that, one that is thrown away.</summary>
    protected static SpeakerChains<T> Chains(Dictionary<EpisodeId, SpeakerChains<T>> kept, ConflictModel model, EpisodeId episode, int items)
    {
        if (kept.TryGetValue(episode, out var known))
            return known;
        known = new(model);
        if (SpeakerChains<T>.IsWorth(items))
            kept.Add(episode, known);
        return known;
    }

    /// <summary>Keeps the list of events that have items.</summary>
    private void Note(EpisodeId id)
    {
        var place = _events.BinarySearch(id, ByFirstDay.Instance);
        var there = Map.Items(id).Count > 0;
        if (place >= 0 && _events[place] == id)
        {
            if (!there)
                _events.RemoveAt(place);
        }
        else if (there)
        {
            _events.Insert(place < 0 ? ~place : place, id);
        }
    }

    private void Recompute(EpisodeId id)
    {
        var items = Map.Items(id);
        var result = items.Count == 0 ? EpisodeResult.Nothing : Compare(id, items, id.Kind == EpisodeKind.Event ? After(id) : null);
        _changed.Add((_results.GetValueOrDefault(id, EpisodeResult.Nothing), result));
        if (result.IsNothing)
            _results.Remove(id);
        else
            _results[id] = result;
    }

    private IEnumerable<EpisodeId> Before(EpisodeId id) => PlaceOf(id) is > 0 and var place ? [_events[place - 1]] : [];

    private EpisodeId? After(EpisodeId id) => PlaceOf(id) + 1 is var next && next < _events.Count ? _events[next] : null;

    /// <summary>Where an event is, or would be, in the order of days. Two begin on one day only while one of them takes the place of the other.</summary>
    private int PlaceOf(EpisodeId id)
    {
        var place = _events.BinarySearch(id, ByFirstDay.Instance);
        return place < 0 ? ~place : place;
    }

    private sealed class ByFirstDay : IComparer<EpisodeId>
    {
        public static ByFirstDay Instance { get; } = new();

        public int Compare(EpisodeId x, EpisodeId y) => x.From != y.From ? x.From.CompareTo(y.From) : x.To.CompareTo(y.To);
    }
}

/// <summary>A block whatever its items are.</summary>
internal interface IBlock
{
    IEnumerable<EpisodeResult> Results { get; }

    void Remove(ArticleFacts article);

    /// <summary>Compares what has changed since the last call. Blocks have nothing in common that this changes: several can do it at once.</summary>
    void Refresh();

    /// <summary>Tells what refreshing has changed since it was last told.</summary>
    void Tell(ChangeRecord changes);
}
