using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Something of a claim that has days; items of one block come in one order that tells also those of one claim apart.</summary>
internal interface IDated
{
    ClaimFacts Claim { get; }

    EventWindow Window { get; }
}

/// <summary>
/// Parts the items of one block by the event that they are about, so that other nights never meet. Which episode an item is in depends on
/// its article and on which events' days occur in the block, never on the order in which articles came.
/// </summary>
/// <param name="standing">Whether all items are one episode.</param>
/// <param name="lasting">Whether an item without days is about the last event before it, else about the weeks in which it was said.</param>
/// <param name="cellOf">Makes an item's cell.</param>
internal sealed class EpisodeMap<T>(bool standing, bool lasting, Func<T, Cell> cellOf) where T : class, IDated, IComparable<T>
{
    /// <summary>How far back a claim about every time reaches, in days.</summary>
    private const int TimelessReach = 30;

    /// <summary>How far back an article's news reach, in days.</summary>
    private const int NewsReach = 3;

    /// <summary>The longest stretch of days within which one event can lie that its article tells of, in days; longer ones are running totals.</summary>
    private const int LongestJoined = 7;

    private readonly Dictionary<ArticleFacts, ArticleItems> _articles = [];
    private readonly Dictionary<(int From, int To), int> _windows = [];
    private readonly Dictionary<EpisodeId, OrderedItems<T>> _episodes = [];
    private readonly Dictionary<int, HashSet<ArticleFacts>> _articlesByDay = [];
    private readonly HashSet<ArticleFacts> _pending = [];
    private readonly HashSet<int> _changedDays = [];
    private readonly HashSet<EpisodeId> _changed = [];

    private sealed class ArticleItems
    {
        public List<T> Items { get; } = [];

        public (T Item, EpisodeId Episode)[] Places { get; set; } = [];
    }

    public void Add(T item)
    {
        var article = item.Claim.Article;
        (CollectionsMarshal.GetValueRefOrAddDefault(_articles, article, out _) ??= new()).Items.Add(item);
        _pending.Add(article);
        if (standing)
            return;
        if (Anchor(item) is { } day)
            (CollectionsMarshal.GetValueRefOrAddDefault(_articlesByDay, day, out _) ??= []).Add(article);
        if (IsEvent(item.Window))
            Count(item.Window, 1);
    }

    public void Remove(ArticleFacts article)
    {
        _pending.Remove(article);
        if (!_articles.Remove(article, out var own))
            return;
        foreach (var (item, episode) in own.Places)
            Take(item, episode);
        foreach (var item in own.Items)
        {
            if (Anchor(item) is { } day && _articlesByDay.TryGetValue(day, out var there) && there.Remove(article) && there.Count == 0)
                _articlesByDay.Remove(day);
            if (!standing && IsEvent(item.Window))
                Count(item.Window, -1);
        }
    }

    /// <summary>The items of an episode, one at least; null for one that is no more.</summary>
    public OrderedItems<T>? Items(EpisodeId episode) => _episodes.GetValueOrDefault(episode)?.Settled();

    /// <summary>Brings all items to their episodes and tells which episodes are other than at the last call.</summary>
    public IReadOnlyCollection<EpisodeId> Refresh()
    {
        foreach (var day in _changedDays)
            for (var near = day - 1; near <= day + TimelessReach + 1; near++)
                if (_articlesByDay.TryGetValue(near, out var articles))
                    _pending.UnionWith(articles);
        foreach (var article in _pending)
            Place(_articles[article]);
        _pending.Clear();
        _changedDays.Clear();
        var changed = _changed.ToArray();
        _changed.Clear();
        return changed;
    }

    private static bool IsEvent(EventWindow window) => window is { IsEvent: true, Basis: WindowBasis.Event };

    private static bool IsTotal(EventWindow window) =>
        window.Basis == WindowBasis.Event && window.From != int.MinValue && window.Length > LongestJoined;

    /// <summary>The day by which an item is found when events around it come or go; null where nothing around can matter.</summary>
    private static int? Anchor(T item) => IsEvent(item.Window) ? item.Window.From : item.Claim.Day;

    private void Count(EventWindow window, int more)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_windows, (window.From, window.To), out _);
        var before = count;
        count += more;
        if (before != 0 && count != 0)
            return;
        if (count == 0)
            _windows.Remove((window.From, window.To));
        _changedDays.Add(window.From);
        _changedDays.Add(window.To);
    }

    private void Place(ArticleItems own)
    {
        List<(T Item, EpisodeId Episode)> places = [];
        if (standing)
            places.AddRange(own.Items.Select(i => (i, EpisodeId.Standing)));
        else
            PlaceByDays(own.Items, places);
        if (places.SequenceEqual(own.Places))
            return;
        foreach (var (item, episode) in own.Places)
            Take(item, episode);
        own.Places = [.. places];
        foreach (var (item, episode) in places)
            Put(item, episode);
    }

    private void PlaceByDays(List<T> items, List<(T Item, EpisodeId Episode)> places)
    {
        List<T> rest = [];
        foreach (var item in items)
        {
            if (IsEvent(item.Window))
                places.Add((item, EventOf(item.Window.From, item.Window.To)!.Value));
            else if (item.Window is { Basis: WindowBasis.Said, IsEvent: true } said && !item.Claim.Timeless && EventOf(said.From, said.To) is { } episode)
                places.Add((item, episode));
            else
                rest.Add(item);
        }

        var own = places.Select(p => p.Episode).Distinct().ToList();
        var told = rest.Where(i => i.Claim.SaidKnown).Select(i => i.Claim.Day).Distinct().ToList() is [var only] ? only : null;
        foreach (var item in rest)
            PlaceLoose(item, own, told, places);
    }

    /// <summary>An item that has no day of its own: with its article's event, the only event of the days before, or what was said on the same day.</summary>
    private void PlaceLoose(T item, List<EpisodeId> own, int? told, List<(T Item, EpisodeId Episode)> places)
    {
        var window = item.Window.Basis is WindowBasis.Published or WindowBasis.Said ? item.Window with { From = item.Window.To - NewsReach } : item.Window;
        var near = IsTotal(window) ? [] : own.Where(e => e.Window.Overlaps(window)).ToList();
        if (near.Count == 1)
            places.Add((item, near[0]));
        if (near.Count > 0)
            return;
        if (item.Claim is { Timeless: true, Day: { } said } && EventsBetween(said - TimelessReach, said) is { Count: > 0 } reached)
            places.AddRange(reached.Select(e => (item, e)));
        else if (window.Basis is WindowBasis.Published or WindowBasis.Said && EventsBetween(window.To - NewsReach, window.To) is [var only])
            places.Add((item, only));
        else if (lasting && window.Basis is WindowBasis.Published or WindowBasis.Said)
            places.Add((item, EventsBetween(window.To - TimelessReach, window.To) is [.., var last] ? last : EpisodeId.Lasting(MonthOf(item.Claim.Article.Published ?? window.To))));
        else if (window.Basis == WindowBasis.Event)
            places.Add((item, EpisodeId.Lasting(window)));
        else
            places.Add((item, (told ?? item.Claim.Day) is { } day ? EpisodeId.Day(day) : EpisodeId.Of(item.Claim.Article)));
    }

    private static EventWindow MonthOf(int day) => DateOnly.FromDayNumber(day) is var date && date.AddDays(1 - date.Day) is var first
        ? new(first.DayNumber, first.AddMonths(1).DayNumber - 1, WindowBasis.Said)
        : EventWindow.Unknown;

    /// <summary>The event that a day or a night belongs to: a night takes in what is said of either of its days, the earlier night first.</summary>
    private EpisodeId? EventOf(int from, int to)
    {
        if (_windows.ContainsKey((from, to)) && to > from)
            return EpisodeId.Event(from, to);
        if (from == to)
            return _windows.ContainsKey((from - 1, from)) ? EpisodeId.Event(from - 1, from)
                : _windows.ContainsKey((from, from + 1)) ? EpisodeId.Event(from, from + 1)
                : _windows.ContainsKey((from, from)) ? EpisodeId.Event(from, from)
                : null;
        return IsDay(from) ? EpisodeId.Event(from, from) : IsDay(to) ? EpisodeId.Event(to, to) : null;
    }

    /// <summary>Whether a day is an event by itself, no night taking it in.</summary>
    private bool IsDay(int day) => EventOf(day, day) is { } found && found.From == found.To;

    private List<EpisodeId> EventsBetween(int from, int to)
    {
        List<EpisodeId> found = [];
        for (var day = from - 1; day <= to; day++)
        {
            if (_windows.ContainsKey((day, day + 1)))
                found.Add(EpisodeId.Event(day, day + 1));
            if (day >= from && _windows.ContainsKey((day, day)) && IsDay(day))
                found.Add(EpisodeId.Event(day, day));
        }

        return found;
    }

    private void Put(T item, EpisodeId episode)
    {
        (CollectionsMarshal.GetValueRefOrAddDefault(_episodes, episode, out _) ??= new(cellOf)).Add(item);
        _changed.Add(episode);
    }

    private void Take(T item, EpisodeId episode)
    {
        var items = _episodes[episode];
        items.Remove(item);
        if (items.Count == 0)
            _episodes.Remove(episode);
        _changed.Add(episode);
    }
}
