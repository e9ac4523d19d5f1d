using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Columns;

/// <summary>Reads a <see cref="CollectionSnapshot"/> out of the moment that a context reads.</summary>
internal sealed class SnapshotLoader
{
    private readonly Dictionary<Dimension, ValueTable> _tables = [];
    private readonly Dictionary<int, int> _actors = [];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<int, int> _articles = [];
    private readonly Dictionary<int, int> _topics = [];
    private readonly Dictionary<int, int> _places = [];

    private sealed record Row(int Id, int? Day, int SpeakerId, int? SourceId, string? Side, int ArticleId, ClaimAct Act, QuotationKind Quotation, int? TargetId,
        DateOnly? EventFrom, DateOnly? EventTo, DateOnly? Published);

    public static async Task<CollectionSnapshot> LoadAsync(ClaimDbContext db, string instance, long version, CancellationToken stop)
    {
        var loader = new SnapshotLoader();
        var sides = await db.Sides.OrderBy(s => s.Ordinal).ToListAsync(stop).ConfigureAwait(false);
        var actors = await db.Actors.OrderBy(a => a.Name).Select(a => new { a.Id, a.Slug, a.Name, a.Side }).ToListAsync(stop).ConfigureAwait(false);
        var sources = await db.Sources.OrderBy(s => s.Name).ToListAsync(stop).ConfigureAwait(false);
        var actorRefs = actors.ToDictionary(a => a.Id, a => new ActorRef(a.Slug, a.Name, a.Side));

        loader._tables[Dimension.Side] = FacetNames.Single(sides.Select(s => new DimensionValue(s.Slug, s.Name, s.Slug)).Append(new(ClaimFilter.NoSide, "no side")));
        loader._tables[Dimension.Actor] = Numbered(actors.Select(a => (a.Id, new DimensionValue(a.Slug, a.Name, a.Side))), loader._actors);
        loader._tables[Dimension.Source] = Numbered(
            sources.Select(s => (s.Id, new DimensionValue(s.Slug, s.Name))).Append((0, new(ClaimFilter.NoSource, "source unknown"))), loader._sources);
        loader._tables[Dimension.Act] = FacetNames.Enumerated<ClaimAct>();
        loader._tables[Dimension.Quotation] = FacetNames.Enumerated<QuotationKind>();
        loader._tables[Dimension.Statistics] = FacetNames.YesOrNo("without figures", "with figures");
        loader._tables[Dimension.Disputed] = FacetNames.YesOrNo("not contested", "contested");
        await loader.ReadTopicsPlacesArticlesAsync(db, stop).ConfigureAwait(false);

        var disputes = await DisputesByClaimAsync(db, stop).ConfigureAwait(false);
        var claims = await db.Claims
            .Select(c => new Row(c.Id, c.Day, c.SpeakerId, c.SourceId, c.Side, c.ArticleId, c.Act, c.Quotation, c.TargetId, c.EventFrom, c.EventTo, c.Article!.PublishedDate))
            .ToListAsync(stop).ConfigureAwait(false);
        return new(instance, version, await loader.ColumnsAsync(db, claims, disputes, stop).ConfigureAwait(false))
        {
            Actors = actorRefs,
            Sources = sources.ToDictionary(s => s.Id, s => new Source(s.Slug, s.Name, s.Described)),
            Articles = loader._articles.ToDictionary(a => a.Key, a => loader._tables[Dimension.Article].Values[a.Value].Value),
            Sides = sides.ToDictionary(s => s.Slug, s => s.Place),
            Disputes = disputes,
            Aliases = await AliasesAsync(db, stop).ConfigureAwait(false),
            Targeted = claims.Where(c => c.TargetId is not null).CountBy(c => actorRefs[c.TargetId!.Value].Id).ToDictionary(),
        };
    }

    private async Task ReadTopicsPlacesArticlesAsync(ClaimDbContext db, CancellationToken stop)
    {
        var topics = await db.Topics.OrderBy(t => t.Ordinal).ToListAsync(stop).ConfigureAwait(false);
        foreach (var (i, topic) in topics.Index()) _topics[topic.Id] = i;
        _tables[Dimension.Topic] = new([.. topics.Select(t => new DimensionValue(t.Slug, t.Name))]);

        var places = await db.Places.OrderBy(p => p.Ordinal).ToListAsync(stop).ConfigureAwait(false);
        foreach (var (i, place) in places.Index()) _places[place.Id] = i;
        var index = places.Index().ToDictionary(p => p.Item.Slug, p => p.Index, StringComparer.Ordinal);
        int? Within(int i) => places[i].Within is { } slug && index.TryGetValue(slug, out var at) ? at : null;
        _tables[Dimension.Place] = new([.. places.Select(p => new DimensionValue(p.Slug, p.Name))], Within);

        var articles = await db.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, a.Key, a.DisplayTitle }).ToListAsync(stop).ConfigureAwait(false);
        _tables[Dimension.Article] = Numbered(articles.Select(a => (a.Id, new DimensionValue(a.Key, a.DisplayTitle))), _articles);
    }

    private async Task<ClaimColumns> ColumnsAsync(
        ClaimDbContext db, List<Row> claims, Dictionary<int, IReadOnlyList<DisputeRef>> disputes, CancellationToken stop)
    {
        var withStatistics = (await db.ClaimStatistics.Select(s => s.ClaimId).Distinct().ToListAsync(stop).ConfigureAwait(false)).ToHashSet();
        var topics = await ListsAsync(db.Set<ClaimTopicEntity>().OrderBy(t => t.Ordinal).Select(t => new Link(t.ClaimId, t.TopicId)), _topics, stop).ConfigureAwait(false);
        var places = await ListsAsync(db.Set<ClaimPlaceEntity>().OrderBy(p => p.Ordinal).Select(p => new Link(p.ClaimId, p.PlaceId)), _places, stop).ConfigureAwait(false);

        claims.Sort((a, b) => (b.Day ?? ClaimColumns.Undated).CompareTo(a.Day ?? ClaimColumns.Undated) is var byDay and not 0 ? byDay : a.Id.CompareTo(b.Id));
        var codes = _tables.ToDictionary(t => t.Key, _ => new int[claims.Count]);
        var side = _tables[Dimension.Side];
        foreach (var (row, claim) in claims.Index())
        {
            codes[Dimension.Side][row] = side.IndexOf(claim.Side ?? ClaimFilter.NoSide) ?? side.IndexOf(ClaimFilter.NoSide)!.Value;
            codes[Dimension.Actor][row] = _actors[claim.SpeakerId];
            codes[Dimension.Source][row] = _sources[claim.SourceId ?? 0];
            codes[Dimension.Topic][row] = _tables[Dimension.Topic].Code(topics.GetValueOrDefault(claim.Id, []));
            codes[Dimension.Place][row] = _tables[Dimension.Place].Code(places.GetValueOrDefault(claim.Id, []));
            codes[Dimension.Act][row] = (int)claim.Act;
            codes[Dimension.Quotation][row] = (int)claim.Quotation;
            codes[Dimension.Article][row] = _articles[claim.ArticleId];
            codes[Dimension.Statistics][row] = withStatistics.Contains(claim.Id) ? 1 : 0;
            codes[Dimension.Disputed][row] = disputes.ContainsKey(claim.Id) ? 1 : 0;
        }

        var groups = (await db.RepeatClaims.GroupBy(r => r.ClaimId).Select(g => new { Id = g.Key, Repeat = g.Min(r => r.RepeatId) }).ToListAsync(stop).ConfigureAwait(false))
            .ToDictionary(g => g.Id, g => g.Repeat);
        var dimensions = Enum.GetValues<Dimension>();
        return new(
            [.. claims.Select(c => c.Id)], [.. claims.Select(c => c.Day ?? ClaimColumns.Undated)],
            [.. dimensions.Select(d => codes[d])], [.. dimensions.Select(d => _tables[d])])
        {
            EventDays = [.. claims.Select(c => (c.EventFrom ?? c.EventTo)?.DayNumber ?? ClaimColumns.Undated)],
            PublishedDays = [.. claims.Select(c => c.Published?.DayNumber ?? ClaimColumns.Undated)],
            Groups = [.. claims.Select(c => groups.GetValueOrDefault(c.Id))],
        };
    }

    private static async Task<AliasRegister> AliasesAsync(ClaimDbContext db, CancellationToken stop)
    {
        var actors = await db.Actors.Where(a => a.Known).OrderBy(a => a.Id).Select(a => new { a.Slug, a.Name, Aliases = a.Aliases.OrderBy(l => l.Ordinal).Select(l => l.Alias).ToList() })
            .ToListAsync(stop).ConfigureAwait(false);
        return new(actors.Select(a => (a.Slug, a.Name, (IReadOnlyList<string>)a.Aliases)));
    }

    private sealed record Link(int ClaimId, int ValueId);

    private static async Task<Dictionary<int, int[]>> ListsAsync(IQueryable<Link> links, Dictionary<int, int> indexes, CancellationToken stop) =>
        (await links.ToListAsync(stop).ConfigureAwait(false)).GroupBy(l => l.ClaimId)
            .ToDictionary(g => g.Key, g => g.Select(l => indexes[l.ValueId]).ToArray());

    private static async Task<Dictionary<int, IReadOnlyList<DisputeRef>>> DisputesByClaimAsync(ClaimDbContext db, CancellationToken stop)
    {
        var disputes = await db.Disputes.Select(d => new { d.Id, d.Score, Ref = new DisputeRef(d.Slug, d.Question, d.Kind) })
            .ToDictionaryAsync(d => d.Id, stop).ConfigureAwait(false);
        var claims = await db.DisputeClaims.Select(c => new { c.ClaimId, c.DisputeId }).Distinct().ToListAsync(stop).ConfigureAwait(false);
        return claims.GroupBy(c => c.ClaimId).ToDictionary(
            g => g.Key,
            IReadOnlyList<DisputeRef> (g) =>
                [.. g.Select(c => disputes[c.DisputeId]).OrderByDescending(d => d.Score).ThenBy(d => d.Ref.Slug, StringComparer.Ordinal).Select(d => d.Ref)]);
    }

    private static ValueTable Numbered(IEnumerable<(int Id, DimensionValue Value)> values, Dictionary<int, int> indexes)
    {
        var list = values.ToList();
        foreach (var (i, (id, _)) in list.Index()) indexes[id] = i;
        return FacetNames.Single(list.Select(v => v.Value));
    }
}
