using ClaimTracker.Domain;

namespace ClaimTracker.Web.Addresses;

/// <summary>Everything that the address of the list of contested questions says.</summary>
public sealed record DisputeView(string? Topic = null, string? Actor = null, DisputeKind? Kind = null)
{
    public bool IsEmpty => this is { Topic: null, Actor: null, Kind: null };

    public static (DisputeView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        DisputeKind? kind = reader.Names<DisputeKind>(Parameters.Kind) is [var first, ..] ? first : null;
        return (new(reader.Single(Parameters.Topic), reader.Single(Parameters.Actor), kind), reader.Problems);
    }

    public IEnumerable<KeyValuePair<string, string>> Write()
    {
        if (Topic is not null)
            yield return KeyValuePair.Create(Parameters.Topic, Topic);
        if (Actor is not null)
            yield return KeyValuePair.Create(Parameters.Actor, Actor);
        if (Kind is { } kind)
            yield return KeyValuePair.Create(Parameters.Kind, AddressNames.Of(kind));
    }
}
