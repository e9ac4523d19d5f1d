using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <summary>Disputes without their claims, filtered and counted. There are thousands of them where there are a million claims: few enough to look at each.</summary>
internal static class DisputeScan
{
    /// <summary>What is filtered and counted by. <paramref name="Actors"/>: ids of those who speak in it.</summary>
    internal sealed record Head(int Id, DisputeKind Kind, IReadOnlyList<string> Topics, int? From, int? To, IReadOnlySet<string> Actors)
    {
        /// <summary>Months that its days touch: <c>2025-10</c>.</summary>
        public IEnumerable<string> Months()
        {
            if (From is not { } from) yield break;
            var last = DateOnly.FromDayNumber(To ?? from);
            for (var month = FirstOf(DateOnly.FromDayNumber(from)); month <= last; month = month.AddMonths(1))
                yield return month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        }

        private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);
    }

    /// <param name="Heads">All disputes, the strongest first.</param>
    /// <param name="Speakers">Everybody who speaks in any of them.</param>
    internal sealed record Scan(IReadOnlyList<Head> Heads, IReadOnlyList<ActorRef> Speakers);

    public static async Task<Scan> ReadAsync(ClaimDbContext db, CancellationToken stop)
    {
        var names = new Dictionary<int, ActorRef>();
        var found = await db.DisputeClaims.Select(c => new { c.DisputeId, c.Position, c.Supporting, c.Claim!.SpeakerId }).Distinct().ToListAsync(stop).ConfigureAwait(false);
        foreach (var some in found.Select(c => c.SpeakerId).Distinct().Chunk(PreparedSql.MostIds))
            foreach (var (id, actor) in await ActorNames.OfAsync(db, some, stop).ConfigureAwait(false)) names[id] = actor;
        var speakers = found.ToLookup(c => c.DisputeId);
        var disputes = await db.Disputes.OrderByDescending(d => d.Score).ThenBy(d => d.Slug)
            .Select(d => new { d.Id, d.Kind, d.Topics, d.FromDay, d.ToDay }).ToListAsync(stop).ConfigureAwait(false);
        // A claim that an article lost when it was read again has left its dispute; until the next comparison that can leave one side alone.
        return new(
            [
                .. disputes.Where(d => speakers[d.Id].Where(s => !s.Supporting).Select(s => s.Position).Distinct().Skip(1).Any())
                    .Select(d => new Head(d.Id, d.Kind, d.Topics, d.FromDay, d.ToDay, speakers[d.Id].Select(s => names[s.SpeakerId].Id).ToHashSet(StringComparer.Ordinal))),
            ],
            [.. names.Values]);
    }

    public static IEnumerable<Head> Find(IEnumerable<Head> heads, DisputeFilter filter) =>
        heads.Where(h => OfKind(h, filter) && OfTopic(h, filter) && OfActor(h, filter) && OfPeriod(h, filter));

    /// <param name="heads">All disputes.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="topics">Ids and names in the dossier's order.</param>
    /// <param name="actors">Everybody who speaks in any of them.</param>
    /// <param name="aliases">By which other names they are looked for.</param>
    public static IReadOnlyList<Facet> Facets(
        IReadOnlyList<Head> heads, DisputeFilter filter, IReadOnlyList<(string Id, string Name)> topics, IEnumerable<ActorRef> actors, AliasRegister aliases)
    {
        var (kinds, ofTopics, ofActors, periods, years) = (
            Counts(heads, filter with { Kinds = [] }, h => [FacetNames.Of(h.Kind)]), Counts(heads, filter with { Topics = [] }, h => h.Topics),
            Counts(heads, filter with { Actors = [] }, h => h.Actors), Counts(heads, filter with { From = null, To = null }, h => h.Months()),
            Counts(heads, filter with { From = null, To = null }, h => h.Months().Select(YearOf).Distinct()));
        var names = actors.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return
        [
            new("kind", [.. Enum.GetValues<DisputeKind>().Where(k => kinds.ContainsKey(FacetNames.Of(k)))
                .Select(k => new FacetValue(FacetNames.Of(k), FacetNames.Of(k).Replace('_', ' '), kinds[FacetNames.Of(k)], filter.Kinds.Contains(k)))]),
            new("topic", [.. topics.Where(t => ofTopics.ContainsKey(t.Id)).Select(t => new FacetValue(t.Id, t.Name, ofTopics[t.Id], filter.Topics.Contains(t.Id)))
                .OrderByDescending(t => t.Count)]),
            new("actor", [.. ofActors.Where(a => names.ContainsKey(a.Key)).Select(a => names[a.Key])
                .Select(a => new FacetValue(a.Id, a.Name, ofActors[a.Id], filter.Actors.Contains(a.Id), a.Side) { Aliases = aliases.Of(a.Id) })
                .OrderByDescending(a => a.Count).ThenBy(a => a.Label, StringComparer.Ordinal)]),
            new("period", [.. periods.OrderByDescending(p => p.Key, StringComparer.Ordinal)
                .Select(p => new FacetValue(p.Key, p.Key, p.Value, Touches(p.Key, filter)))]),
            new("year", [.. years.OrderByDescending(y => y.Key, StringComparer.Ordinal)
                .Select(y => new FacetValue(y.Key, y.Key, y.Value, periods.Keys.Any(month => YearOf(month) == y.Key && Touches(month, filter))))]),
        ];
    }

    /// <summary>How many disputes of a filter have each value; a value that any dispute has is there, with 0 where the filter leaves none.</summary>
    private static Dictionary<string, int> Counts(IReadOnlyList<Head> heads, DisputeFilter filter, Func<Head, IEnumerable<string>> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in heads.SelectMany(values)) counts[value] = 0;
        foreach (var value in Find(heads, filter).SelectMany(values)) counts[value]++;
        return counts;
    }

    private static string YearOf(string month) => month[..4];

    private static bool Touches(string month, DisputeFilter filter)
    {
        if (filter is { From: null, To: null }) return false;
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (filter.To is not { } to || first <= to) && (filter.From is not { } from || first.AddMonths(1) > from);
    }

    private static bool OfKind(Head head, DisputeFilter filter) => filter.Kinds.Count == 0 || filter.Kinds.Contains(head.Kind);

    private static bool OfTopic(Head head, DisputeFilter filter) => filter.Topics.Count == 0 || head.Topics.Any(filter.Topics.Contains);

    private static bool OfActor(Head head, DisputeFilter filter) => filter.Actors.Count == 0 || filter.Actors.Any(head.Actors.Contains);

    private static bool OfPeriod(Head head, DisputeFilter filter) =>
        filter is { From: null, To: null } || head.From is { } from
        && (filter.To is not { } to || from <= to.DayNumber) && (filter.From is not { } first || (head.To ?? from) >= first.DayNumber);
}
