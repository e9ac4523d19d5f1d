namespace ClaimTracker.Web.Addresses;

/// <summary>What sort of party a comparison has.</summary>
public enum PartyKind
{
    Side,
    Actor,
    Source,
}

/// <summary>Whose claims stand in one column of a comparison. In addresses <c>side:ruritania</c>, <c>actor:…</c>, <c>source:…</c>.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Id">The id of the side, actor or source; never empty.</param>
public sealed record CompareParty(PartyKind Kind, string Id)
{
    public override string ToString() => $"{AddressNames.Of(Kind)}:{Id}";

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static CompareParty? Read(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon < text.Length - 1
        && AddressNames.TryRead<PartyKind>(text[..colon], out var kind)
            ? new(kind, text[(colon + 1)..])
            : null;
}
