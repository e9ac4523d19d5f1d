using ClaimTracker.Web.Addresses;

namespace ClaimTracker.Web.Presentation;

/// <summary>A party of a comparison as pages show it.</summary>
/// <param name="Party">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="Side">The side it is or belongs to; of a source none.</param>
/// <param name="Address">Its own page.</param>
public sealed record PartyLook(CompareParty Party, string Name, SideLook? Side, string Address)
{
    public string Css => Side?.Css ?? "";

    /// <summary>Two parties by column: who belongs to the left side stands left, who belongs to the right one right; else as asked.</summary>
    public static (PartyLook Left, PartyLook Right) InPlace(PartyLook one, PartyLook other) =>
        Wants(one, Domain.SidePlace.Right) && !Wants(other, Domain.SidePlace.Right) || Wants(other, Domain.SidePlace.Left) && !Wants(one, Domain.SidePlace.Left)
            ? (other, one)
            : (one, other);

    private static bool Wants(PartyLook party, Domain.SidePlace place) => party.Side?.Place == place;
}
