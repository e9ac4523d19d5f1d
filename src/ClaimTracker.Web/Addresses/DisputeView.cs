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
