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
internal abstract class Block<T> : IBlock where T : class, IDated, IComparable<T>
{
    private readonly Dictionary<EpisodeId, EpisodeResult> _results = [];
    private readonly Dictionary<EpisodeId, EpisodeResult> _againstNext = [];
    private readonly List<EpisodeId> _events = [];
    private readonly List<(EpisodeResult Old, EpisodeResult New)> _changed = [];

    protected Block(ConflictModel model, bool standing, bool lasting = false)
    {
        Model = model;
        Cells = new(model);
        Parts = new(model.Places, Cells.Lists);
        Map = new(standing, lasting, CellOf);
    }

    protected ConflictModel Model { get; }

    /// <summary>The items by episode.</summary>
    protected EpisodeMap<T> Map { get; }

    /// <summary>Makes the cells of the items.</summary>
    protected CellMaker Cells { get; }

    /// <summary>Parts items by place.</summary>
    protected PlaceGroups Parts { get; }

    public IEnumerable<EpisodeResult> Results => _results.Values.Concat(_againstNext.Values);

    public void Remove(ArticleFacts article) => Map.Remove(article);

    public void Refresh(Scratch scratch)
    {
        var changed = Map.Refresh();
        foreach (var id in changed.Where(c => c.Kind == EpisodeKind.Event))
            Note(id);
        foreach (var id in changed)
        {
            scratch.Clear();
            Keep(_results, id, Map.Items(id) is { } items ? Compare(id, items, scratch) : EpisodeResult.Nothing);
        }

        // What an episode gives by itself stays when only the one after it changes.
        foreach (var id in changed.Where(c => c.Kind == EpisodeKind.Event).SelectMany(c => Before(c).Append(c)).Distinct())
        {
            scratch.Clear();
            Keep(_againstNext, id, Map.Items(id) is { } items && After(id) is { } next
                ? CompareWithNext(id, items, next, Map.Items(next)!, scratch)
                : EpisodeResult.Nothing);
        }
    }

    public void Tell(ChangeRecord changes)
    {
        foreach (var (old, result) in _changed)
            changes.Became(old, result);

        _changed.Clear();
    }

    protected abstract Cell CellOf(T item);

    /// <summary>What the items of an episode give by themselves.</summary>
    protected abstract EpisodeResult Compare(EpisodeId episode, OrderedItems<T> items, Scratch scratch);

    /// <summary>What the items of an event give with those of the next one.</summary>
    protected abstract EpisodeResult CompareWithNext(EpisodeId episode, OrderedItems<T> items, EpisodeId next, OrderedItems<T> later, Scratch scratch);

    /// <summary>Keeps the list of events that have items.</summary>
    private void Note(EpisodeId id)
    {
        var place = _events.BinarySearch(id, ByFirstDay.Instance);
        var there = Map.Items(id) is not null;
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

    private void Keep(Dictionary<EpisodeId, EpisodeResult> results, EpisodeId id, EpisodeResult result)
    {
        _changed.Add((results.GetValueOrDefault(id, EpisodeResult.Nothing), result));
        if (result.IsNothing)
            results.Remove(id);
        else
            results[id] = result;
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
    void Refresh(Scratch scratch);

    /// <summary>Tells what refreshing has changed since it was last told.</summary>
    void Tell(ChangeRecord changes);
}
