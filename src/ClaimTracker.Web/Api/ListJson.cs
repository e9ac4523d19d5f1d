using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Api;

/// <summary>A page of claims. <c>Next</c> goes into <c>after</c> for the next page; null on the last.</summary>
public sealed record ClaimListJson(int Total, string? Next, IReadOnlyList<ClaimJson> Items, IReadOnlyDictionary<string, IReadOnlyList<FacetValueJson>> Facets);

/// <summary>A value of a facet; its count follows the other filters.</summary>
public sealed record FacetValueJson(string Value, string Label, int Count, bool Selected)
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValueJson>> Of(IReadOnlyList<Facet> facets, Labels labels) =>
        facets.ToDictionary(
            f => f.Name,
            IReadOnlyList<FacetValueJson> (f) => [.. f.Values.Select(v => new FacetValueJson(v.Value, labels.Value(f.Name, v), v.Count, v.Selected))],
            StringComparer.Ordinal);
}

/// <summary>A page of what there is of a kind.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Items">Those of the page.</param>
public sealed record ListJson<T>(int Total, IReadOnlyList<T> Items)
{
    /// <summary>Goes into <c>after</c> for the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A page of the figures of a selection, and the arithmetic of all.</summary>
public sealed record StatisticListJson(int Total, string? Next, IReadOnlyList<StatisticJson> Items, IReadOnlyList<ArithmeticCheck> Arithmetic);

/// <summary>A contested question with its positions.</summary>
public sealed record DisputeJson(
    string Slug, string Question, DisputeKind Kind, double Score, string Why, string? Difference, IReadOnlyList<string> Features, IReadOnlyList<string> Topics,
    IReadOnlyList<PositionJson> Positions, int Articles, string Url)
{
    public static DisputeJson Of(DisputeRow row, Links links) => new(
        row.Slug, row.Question, row.Kind, row.Score, row.Why, row.Difference, row.Features, row.Topics,
        [.. row.Positions.Select(p => PositionJson.Of(p, links))], row.Articles, links.Dispute(row.Slug));
}

/// <summary>What one side says on a contested question, and what backs it.</summary>
public sealed record PositionJson(string Side, IReadOnlyList<ClaimJson> Claims, IReadOnlyList<ClaimJson> Supporting)
{
    public static PositionJson Of(PositionRow row, Links links) => new(
        row.Side, [.. row.Claims.Select(c => ClaimJson.Of(c, links))], [.. row.Supporting.Select(c => ClaimJson.Of(c, links))]);
}

/// <summary>One statement at several places.</summary>
public sealed record RepeatJson(string Why, int Articles, IReadOnlyList<ClaimJson> Claims)
{
    public static RepeatJson Of(RepeatRow row, Links links) => new(row.Why, row.Articles, [.. row.Claims.Select(c => ClaimJson.Of(c, links))]);
}

/// <summary>Whose losses, by whom, for one stretch of days. <c>Cells</c> of a row stand in the order of <c>Columns</c>.</summary>
public sealed record MatrixJson(DateOnly From, DateOnly To, IReadOnlyList<LossColumn> Columns, IReadOnlyList<MatrixRowJson> Rows)
{
    public static MatrixJson Of(LossMatrix matrix, Links links) => new(
        matrix.From, matrix.To, matrix.Columns,
        [.. matrix.Rows.Select(r => new MatrixRowJson(r.Speaker, [.. r.Cells.Select(IReadOnlyList<StatisticJson> (c) => [.. c.Select(f => StatisticJson.Of(f, links))])]))]);
}

/// <summary>What one speaker says; null for the articles' own voice.</summary>
public sealed record MatrixRowJson(ActorRef? Speaker, IReadOnlyList<IReadOnlyList<StatisticJson>> Cells);
