using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>One thing that a view is narrowed by, and the selection without it.</summary>
/// <param name="Parameter">The parameter it comes from.</param>
/// <param name="Label">In words.</param>
/// <param name="Without">The selection without it.</param>
public sealed record ActiveFilter(string Parameter, string Label, ClaimFilter Without);

/// <summary>What a selection is narrowed by, in words and one by one.</summary>
public static class FilterEdits
{
    /// <summary>“Claims: Ruritania, with figures”: what a selection is called.</summary>
    /// <param name="filter">The selection.</param>
    /// <param name="labels">For what the dossier names.</param>
    /// <param name="facets">Of the selection, for what the store names.</param>
    public static string Title(ClaimFilter filter, Labels labels, IReadOnlyList<Facet> facets) => Title(Active(filter, facets, labels));

    /// <summary>The same of what <see cref="Active"/> gave.</summary>
    public static string Title(IReadOnlyList<ActiveFilter> active) =>
        active.Count == 0 ? Texts.ClaimsTitle : Formats.Fill(Texts.ClaimsTitleOf, string.Join(", ", active.Select(f => f.Label)));

    /// <param name="filter">The selection.</param>
    /// <param name="facets">Its facets: they know what its values are called.</param>
    /// <param name="labels">What values are called on pages.</param>
    public static IReadOnlyList<ActiveFilter> Active(ClaimFilter filter, IReadOnlyList<Facet> facets, Labels labels)
    {
        var (active, label) = (new List<ActiveFilter>(), labels.Of(facets));
        if (filter.Text is { } words)
            active.Add(new(Parameters.Search, Formats.Fill(Texts.ChipSearch, words), filter with { Text = null, Sort = WithoutRelevance(filter.Sort) }));
        Each(Parameters.Side, filter.Sides, rest => filter with { Sides = rest });
        Each(Parameters.Actor, filter.Actors, rest => filter with { Actors = rest });
        Each(Parameters.Source, filter.Sources, rest => filter with { Sources = rest });
        Each(Parameters.Topic, filter.Topics, rest => filter with { Topics = rest });
        Each(Parameters.Place, filter.Places, rest => filter with { Places = rest });
        foreach (var act in filter.Acts)
            active.Add(new(Parameters.Act, Labels.Act(act), filter with { Acts = [.. filter.Acts.Where(a => a != act)] }));
        foreach (var kind in filter.Quotations)
            active.Add(new(Parameters.Quotation, Labels.Quotation(kind), filter with { Quotations = [.. filter.Quotations.Where(q => q != kind)] }));
        Each(Parameters.Article, filter.Articles, rest => filter with { Articles = rest });
        if (filter.From is not null || filter.To is not null || filter.Undated)
            active.Add(new(Parameters.From, Period(filter, labels), filter with { Days = default, From = null, To = null, Undated = false }));
        if (filter.WithStatistics is { } with)
            active.Add(new(Parameters.Statistics, with ? Texts.WithFigures : Texts.WithoutFigures, filter with { WithStatistics = null }));
        if (filter.Disputed is { } contested)
            active.Add(new(Parameters.Disputed, contested ? Texts.Contested : Texts.NotContested, filter with { Disputed = null }));
        return active;

        void Each(string facet, IReadOnlyList<string> values, Func<IReadOnlyList<string>, ClaimFilter> without)
        {
            foreach (var value in values)
                active.Add(new(facet, label(facet, value), without([.. values.Where(v => v != value)])));
        }
    }

    private static string Period(ClaimFilter filter, Labels labels) => (filter.From ?? filter.To, filter.Undated) switch
    {
        _ when filter.Days is ClaimDays.Event => EventPeriod(filter, labels),
        (null, _) => Texts.ChipUndated,
        (_, true) => Formats.Fill(Texts.ChipPeriodAndUndated, Formats.Days(filter.From, filter.To)),
        _ => Formats.Days(filter.From, filter.To),
    };

    private static string EventPeriod(ClaimFilter filter, Labels labels) => (filter.From ?? filter.To, filter.Undated) switch
    {
        (null, _) => Texts.ChipNoEventDate,
        (_, true) => Formats.Fill(Texts.ChipEventAndUndated, Formats.Days(filter.From, filter.To)),
        _ => labels.Event(filter.From, filter.To) ?? Formats.Fill(Texts.ChipEvent, Formats.Days(filter.From, filter.To)),
    };

    private static ClaimSort WithoutRelevance(ClaimSort sort) => sort is ClaimSort.Relevance ? ClaimSort.Newest : sort;
}
