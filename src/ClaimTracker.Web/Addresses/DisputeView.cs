using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Addresses;

/// <summary>Everything that the address of the list of contested questions says.</summary>
public sealed record DisputeView
{
    public const int PageSize = 20;
    private const int LastPage = 10_000;

    public DisputeFilter Filter { get; init; } = new();

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsEmpty => Filter is { Kinds.Count: 0, Topics.Count: 0, Actors.Count: 0, From: null, To: null };

    public static DisputeView Of(DisputeFilter filter) => new() { Filter = filter };

    public static (DisputeView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var (from, to) = reader.Period();
        var view = new DisputeView
        {
            Filter = new()
            {
                Kinds = reader.Names<DisputeKind>(Parameters.Kind),
                Topics = reader.Ids(Parameters.Topic),
                Actors = reader.Ids(Parameters.Actor),
                From = from,
                To = to,
            },
            Page = reader.Number(Parameters.Page, 1, LastPage, 1),
        };
        return (view, reader.Problems);
    }

    /// <summary>What the list is narrowed by, one by one, in words, and the list without it.</summary>
    /// <param name="facets">Of the list: they know what its values are called.</param>
    /// <param name="labels">What values are called on pages.</param>
    public IReadOnlyList<(string Label, DisputeView Without)> Active(IReadOnlyList<Facet> facets, Labels labels)
    {
        var (active, label) = (new List<(string Label, DisputeView Without)>(), labels.Of(facets));
        foreach (var kind in Filter.Kinds)
            Add(Labels.Kind(kind), Filter with { Kinds = [.. Filter.Kinds.Where(k => k != kind)] });
        foreach (var topic in Filter.Topics)
            Add(label(Parameters.Topic, topic), Filter with { Topics = [.. Filter.Topics.Where(t => t != topic)] });
        foreach (var actor in Filter.Actors)
            Add(label(Parameters.Actor, actor), Filter with { Actors = [.. Filter.Actors.Where(a => a != actor)] });
        if ((Filter.From ?? Filter.To) is not null)
            Add(labels.Event(Filter.From, Filter.To) ?? Formats.Days(Filter.From, Filter.To), Filter with { From = null, To = null });
        return active;

        void Add(string words, DisputeFilter without) => active.Add((words, Of(without)));
    }

    public IEnumerable<KeyValuePair<string, string>> Write()
    {
        foreach (var kind in Filter.Kinds)
            yield return KeyValuePair.Create(Parameters.Kind, AddressNames.Of(kind));
        foreach (var topic in Filter.Topics)
            yield return KeyValuePair.Create(Parameters.Topic, topic);
        foreach (var actor in Filter.Actors)
            yield return KeyValuePair.Create(Parameters.Actor, actor);
        if (Filter.From is { } from)
            yield return KeyValuePair.Create(Parameters.From, Formats.Machine(from));
        if (Filter.To is { } to)
            yield return KeyValuePair.Create(Parameters.To, Formats.Machine(to));
        if (Page > 1)
            yield return KeyValuePair.Create(Parameters.Page, Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
