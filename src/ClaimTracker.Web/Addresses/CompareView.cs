using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Addresses;

/// <summary>Everything that the address of a comparison says: some claims, or two parties with topic and period.</summary>
public sealed record CompareView
{
    /// <summary>Keys of the claims that are to be compared; where there are any, the parties are left aside.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    public CompareParty? Left { get; init; }

    public CompareParty? Right { get; init; }

    public string? Topic { get; init; }

    /// <summary>First and last day, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Where the page begins: claims of earlier days only. Null for the first page.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>The claims of a party within topic and period.</summary>
    public ClaimFilter Of(CompareParty party) => new()
    {
        Sides = party.Kind is PartyKind.Side ? [party.Id] : [],
        Actors = party.Kind is PartyKind.Actor ? [party.Id] : [],
        Sources = party.Kind is PartyKind.Source ? [party.Id] : [],
        Topics = Topic is { } topic ? [topic] : [],
        From = From,
        To = To,
    };

    /// <summary>What <see cref="Of"/> gives, cut to the page: without a period of the reader's own the undated follow on the last page.</summary>
    public ClaimFilter PageOf(ClaimFilter filter)
    {
        if (Before is not { } before)
            return filter;
        var last = before == DateOnly.MinValue ? before : before.AddDays(-1);
        return filter with { To = filter.To < last ? filter.To : last, Undated = From is null && To is null };
    }
}
