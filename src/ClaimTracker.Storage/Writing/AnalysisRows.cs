using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Writing;

/// <summary>Rows back into what the engine had read.</summary>
internal static class AnalysisRows
{
    /// <summary>The next articles after an id, by id, each whole as long as the context reads one moment.</summary>
    public static Task<List<StoredAnalysis>> ReadAsync(ClaimDbContext db, int after, int most, CancellationToken stop) =>
        ReadAsync(db, db.Articles.Where(a => a.Id > after).OrderBy(a => a.Id).Take(most), stop);

    /// <summary>Those of some ids that are there, by id.</summary>
    public static Task<List<StoredAnalysis>> ReadAsync(ClaimDbContext db, IReadOnlyCollection<int> ids, CancellationToken stop) =>
        ReadAsync(db, db.Articles.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id), stop);

    private static async Task<List<StoredAnalysis>> ReadAsync(ClaimDbContext db, IQueryable<ArticleEntity> which, CancellationToken stop)
    {
        var articles = await which
            .Include(a => a.Source)
            .Include(a => a.Mentions.OrderBy(m => m.Ordinal))
            .Include(a => a.Statistics.OrderBy(s => s.Start))
            .Include(a => a.Claims.OrderBy(c => c.Ordinal)).ThenInclude(c => c.Topics.OrderBy(t => t.Ordinal)).ThenInclude(t => t.Topic)
            .Include(a => a.Claims).ThenInclude(c => c.Places.OrderBy(p => p.Ordinal)).ThenInclude(p => p.Place)
            .Include(a => a.Claims).ThenInclude(c => c.Statistics.OrderBy(s => s.Ordinal))
            .AsSplitQuery().ToListAsync(stop).ConfigureAwait(false);
        var named = articles.SelectMany(ActorIds).Distinct().ToList();
        var actors = await db.Actors.Where(a => named.Contains(a.Id)).Include(a => a.Aliases.OrderBy(l => l.Ordinal))
            .ToDictionaryAsync(a => a.Id, stop).ConfigureAwait(false);
        return [.. articles.Select(a => new StoredAnalysis(a.Id, ToAnalysis(a, actors)))];
    }

    public static Article ToArticle(ArticleEntity a) => new()
    {
        FileName = a.FileName,
        ContentHash = a.ContentHash,
        Text = a.Text,
        FromHtml = a.FromHtml,
        Title = a.Title,
        TitleSpan = ToSpan(a.TitleStart, a.TitleEnd),
        Dateline = a.Dateline,
        Body = new(a.BodyStart, a.BodyEnd),
        Boilerplate = a.Boilerplate,
        Published = ToPublished(a),
        Modified = a.Modified,
        Source = a.Source is { } source ? ToSource(source) : null,
        Author = a.Author,
        Language = a.Language,
        Url = a.Url,
    };

    public static Source ToSource(SourceEntity source) => new(source.Slug, source.Name, source.Described);

    public static PublishedDate ToPublished(ArticleEntity a) =>
        new(a.PublishedDate, a.PublishedBasis, a.PublishedEvidence, a.PublishedEarliest, a.PublishedLatest);

    public static TextSpan? ToSpan(int? start, int? end) => start is { } s && end is { } e ? new TextSpan(s, e) : null;

    public static DateRange? ToRange(DateOnly? from, DateOnly? to, DateBasis? basis, string? words) => basis is { } b ? new(from, to, b, words) : null;

    private static IEnumerable<int> ActorIds(ArticleEntity a) => a.Mentions.Select(m => m.ActorId)
        .Concat(a.Statistics.Select(s => s.ClaimedById ?? 0))
        .Concat(a.Claims.SelectMany(c => (int[])[c.SpeakerId, c.TargetId ?? 0, c.ReportedById ?? 0]));

    private static ArticleAnalysis ToAnalysis(ArticleEntity a, Dictionary<int, ActorEntity> actors)
    {
        var statistics = a.Statistics.ToDictionary(s => s.Id, s => s.Key);
        var brought = ActorIds(a).Distinct().Where(id => id != 0 && !actors[id].Known).Select(id => ToActor(actors[id]));
        return new(
            ToArticle(a),
            [.. a.Claims.Select(c => ToClaim(c, actors, statistics))],
            [.. a.Statistics.Select(s => ToStatistic(s, actors))],
            [.. a.Mentions.Select(m => new Mention(actors[m.ActorId].Slug, new(m.Start, m.End)))],
            [.. brought.OrderBy(actor => actor.Id, StringComparer.Ordinal)]);
    }

    private static Actor ToActor(ActorEntity a) =>
        new(a.Slug, a.Name, a.Kind, a.Side) { Roles = a.Roles, Aliases = [.. a.Aliases.Select(l => l.Alias)], Parent = a.Parent, Note = a.Note };

    private static Claim ToClaim(ClaimEntity c, Dictionary<int, ActorEntity> actors, Dictionary<int, string> statistics) => new()
    {
        Key = c.Key,
        Speaker = new(actors[c.SpeakerId].Slug, actors[c.SpeakerId].Name, c.Side, ToSpan(c.SpeakerStart, c.SpeakerEnd), c.Anaphoric, c.Resolution),
        ReportedBy = Slug(actors, c.ReportedById),
        Cue = c.CueLemma is { } lemma ? new(lemma, new(c.CueStart!.Value, c.CueEnd!.Value)) : null,
        Act = c.Act,
        Quotation = c.Quotation,
        Content = c.Content,
        ContentDenied = c.ContentDenied,
        NestedIn = c.NestedIn,
        InTitle = c.InTitle,
        Implicit = c.Implicit,
        Target = Slug(actors, c.TargetId),
        SaidOn = ToRange(c.SaidFrom, c.SaidTo, c.SaidBasis, c.SaidWords),
        EventDate = ToRange(c.EventFrom, c.EventTo, c.EventBasis, c.EventWords),
        Topics = [.. c.Topics.Select(t => t.Topic!.Slug)],
        Places = [.. c.Places.Select(p => p.Place!.Slug)],
        Statistics = [.. c.Statistics.Select(s => statistics[s.StatisticId])],
        Confidence = c.Confidence,
        Rules = c.Rules,
    };

    private static Statistic ToStatistic(StatisticEntity s, Dictionary<int, ActorEntity> actors) => new()
    {
        Id = s.Key,
        Span = new(s.Start, s.End),
        Low = s.Low,
        High = s.High,
        Qualifier = s.Qualifier,
        Unit = s.Unit,
        Measure = s.Measure,
        Counted = s.Counted,
        OfSide = s.OfSide,
        Place = s.Place,
        Period = ToRange(s.PeriodFrom, s.PeriodTo, s.PeriodBasis, s.PeriodWords),
        ClaimedBy = Slug(actors, s.ClaimedById),
        Rules = s.Rules,
    };

    private static string? Slug(Dictionary<int, ActorEntity> actors, int? id) => id is { } one ? actors[one].Slug : null;
}
