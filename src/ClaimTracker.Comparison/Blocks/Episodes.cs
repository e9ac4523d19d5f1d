using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Something of a claim that has days.</summary>
internal interface IDated
{
    ClaimFacts Claim { get; }

    EventWindow Window { get; }
}

/// <summary>Claims on one question about one event.</summary>
internal sealed class Episode<T>(EventWindow window)
{
    /// <summary>The event's days; <see cref="EventWindow.Unknown"/> where only the article holds it together.</summary>
    public EventWindow Window { get; } = window;

    public List<T> Items { get; } = [];
}

/// <summary>Parts the claims of one question by the event that they are about, so that other nights never meet.</summary>
internal static class Episodes
{
    /// <summary>How far back a claim about every time reaches, in days.</summary>
    private const int TimelessReach = 30;

    /// <summary>The longest stretch of days within which one event can lie that its article tells of, in days; longer ones are running totals.</summary>
    private const int LongestJoined = 7;

    /// <summary>How far two running totals may begin and end apart and still be one, in days.</summary>
    private const int TotalStartTolerance = 3, TotalEndTolerance = 10;

    /// <summary>Parts items; the result does not depend on their order beyond that of the items in an episode.</summary>
    public static List<Episode<T>> Of<T>(IReadOnlyList<T> items) where T : IDated
    {
        var episodes = Leaders(items.Where(i => i.Window is { IsEvent: true, Basis: WindowBasis.Event }).Select(i => i.Window));
        var firm = episodes.Count;
        var lasting = Lasting(items);
        List<T> rest = [];
        foreach (var item in items)
        {
            if (item.Window is { IsEvent: true, Basis: WindowBasis.Event })
                Nearest(episodes, firm, item.Window)!.Items.Add(item);
            else
                rest.Add(item);
        }

        rest = JoinByDayOfSaying(rest, episodes, firm);
        var byArticle = ByArticle(episodes);
        List<T> alone = [];
        foreach (var item in rest)
            if (!Join(item, episodes, byArticle, lasting))
                alone.Add(item);
        episodes.AddRange(lasting.Select(l => l.Episode));
        episodes.AddRange(ByDayOfPublication(alone));
        episodes.RemoveAll(e => e.Items.Count == 0);
        return episodes;

        static List<Episode<T>> Leaders(IEnumerable<EventWindow> windows)
        {
            // Wider windows lead: a night of two days takes in what is said of either day.
            List<Episode<T>> leaders = [];
            foreach (var window in windows.Select(w => w with { Basis = WindowBasis.Event }).Distinct().OrderByDescending(w => w.Length).ThenBy(w => w.From))
                if (!leaders.Any(l => l.Window.Fits(window)))
                    leaders.Add(new(window));
            leaders.Sort((a, b) => a.Window.From != b.Window.From ? a.Window.From.CompareTo(b.Window.From) : a.Window.To.CompareTo(b.Window.To));
            return leaders;
        }
    }

    /// <summary>Claims without an event's day, by the day on which they were said: to the event that fits, or to one of their own.</summary>
    private static List<T> JoinByDayOfSaying<T>(List<T> items, List<Episode<T>> episodes, int firm) where T : IDated
    {
        List<T> rest = [];
        foreach (var item in items)
        {
            if (item.Window is not { Basis: WindowBasis.Said, IsEvent: true } || item.Claim.Timeless)
                rest.Add(item);
            else if (Nearest(episodes, firm, item.Window) is { } episode)
                episode.Items.Add(item);
            else
                rest.Add(item);
        }

        return rest;
    }

    /// <summary>What no day tells apart: by article, those of articles of one day or the next together.</summary>
    private static IEnumerable<Episode<T>> ByDayOfPublication<T>(List<T> items) where T : IDated
    {
        Episode<T>? open = null;
        var first = int.MinValue;
        foreach (var day in items.Where(i => i.Claim.Day is not null).GroupBy(i => i.Claim.Day!.Value).OrderBy(g => g.Key))
        {
            if (open is not null && day.Key > first + 1)
            {
                yield return open;
                open = null;
            }

            if (open is null)
                (open, first) = (new(EventWindow.Unknown), day.Key);
            open.Items.AddRange(day);
        }

        if (open is not null)
            yield return open;
        foreach (var article in items.Where(i => i.Claim.Day is null).GroupBy(i => i.Claim.Article))
        {
            var episode = new Episode<T>(EventWindow.Unknown);
            episode.Items.AddRange(article);
            yield return episode;
        }
    }

    private static Episode<T>? Nearest<T>(List<Episode<T>> episodes, int count, EventWindow window)
    {
        // Leaders are in order of days and at most LongestEvent long, so that only a few can fit.
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (episodes[middle].Window.From < window.From - EventWindow.LongestEvent)
                low = middle + 1;
            else
                high = middle;
        }

        Episode<T>? best = null;
        for (; low < count && episodes[low].Window.From <= window.To; low++)
            if (episodes[low].Window.Fits(window) && (best is null || Shared(episodes[low].Window, window) > Shared(best.Window, window)))
                best = episodes[low];
        return best;
    }

    private static long Shared(EventWindow first, EventWindow second) => (long)Math.Min(first.To, second.To) - Math.Max(first.From, second.From);

    private static Dictionary<ArticleFacts, List<Episode<T>>> ByArticle<T>(List<Episode<T>> episodes) where T : IDated
    {
        var found = new Dictionary<ArticleFacts, List<Episode<T>>>();
        foreach (var episode in episodes)
            foreach (var item in episode.Items)
            {
                if (!found.TryGetValue(item.Claim.Article, out var own))
                    found[item.Claim.Article] = own = [];
                if (own.Count == 0 || own[^1] != episode)
                    own.Add(episode);
            }

        return found;
    }

    private static bool Join<T>(
        T item, List<Episode<T>> episodes, Dictionary<ArticleFacts, List<Episode<T>>> byArticle, List<(EventWindow Window, Episode<T> Episode)> lasting)
        where T : IDated
    {
        var window = item.Window;
        var total = window.Basis == WindowBasis.Event && window.From != int.MinValue && window.Length > LongestJoined;
        if (!total && byArticle.TryGetValue(item.Claim.Article, out var own))
        {
            var near = own.Where(e => window.Basis != WindowBasis.Event || e.Window.Overlaps(window)).ToList();
            if (near.Count == 1)
                near[0].Items.Add(item);
            if (near.Count > 0)
                return true;
        }

        if (item.Claim is { Timeless: true, Day: { } day })
        {
            var reach = episodes.Where(e => e.Window.To >= day - TimelessReach && e.Window.From <= day).ToList();
            reach.ForEach(e => e.Items.Add(item));
            return reach.Count > 0;
        }

        if (window.Basis is WindowBasis.Published or WindowBasis.Said && episodes.Where(e => e.Window.Overlaps(window)).Take(2).ToList() is [var only])
        {
            only.Items.Add(item);
            return true;
        }

        if (window is not { Basis: WindowBasis.Event, IsEvent: false })
            return false;
        var same = lasting.First(l => SameTotal(l.Window, window));
        same.Episode.Items.Add(item);
        return true;
    }

    /// <summary>Windows too long for one event, those that begin and end together as one.</summary>
    private static List<(EventWindow Window, Episode<T> Episode)> Lasting<T>(IReadOnlyList<T> items) where T : IDated
    {
        List<(EventWindow Window, Episode<T> Episode)> found = [];
        foreach (var window in items.Select(i => i.Window).Where(w => w is { Basis: WindowBasis.Event, IsEvent: false }).Distinct()
            .OrderBy(w => w.From).ThenBy(w => w.To))
            if (!found.Any(f => SameTotal(f.Window, window)))
                found.Add((window, new(window)));
        return found;
    }

    private static bool SameTotal(EventWindow first, EventWindow second) =>
        Math.Abs((long)first.From - second.From) <= TotalStartTolerance && Math.Abs((long)first.To - second.To) <= TotalEndTolerance;
}
