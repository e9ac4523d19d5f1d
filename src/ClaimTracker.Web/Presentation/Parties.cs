using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;

namespace ClaimTracker.Web.Presentation;

/// <summary>Names the parties of comparisons.</summary>
public static class Parties
{
    /// <summary>How many speakers and how many outlets a list offers; others are reached from their own pages.</summary>
    public const int MostOffered = 150;

    public static PartyLook Of(SideLook side) =>
        new(new(PartyKind.Side, side.Id), side.Name, side, Urls.Claims(new ClaimFilter { Sides = [side.Id] }));

    public static PartyLook Of(ActorRow actor, SideRegister sides) =>
        new(new(PartyKind.Actor, actor.Id), actor.Name, sides.Of(actor.Side), Urls.Actor(actor.Id));

    public static PartyLook Of(Source source) => new(new(PartyKind.Source, source.Id), source.Name, null, Urls.Source(source.Id));

    /// <summary>All sides, the speakers with most claims and the outlets, each in its order; <paramref name="chosen"/> ones in any case.</summary>
    public static IReadOnlyList<PartyLook> Choice(
        IReadOnlyList<ActorRow> actors, IReadOnlyList<Source> sources, SideRegister sides, params IReadOnlyList<CompareParty?> chosen) =>
    [
        .. sides.All.Select(Of),
        .. Offered(actors.Where(a => a.Claims > 0 || chosen.Contains(new(PartyKind.Actor, a.Id))).Select(a => Of(a, sides)), chosen),
        .. Offered(sources.Select(Of), chosen),
    ];

    private static IEnumerable<PartyLook> Offered(IEnumerable<PartyLook> all, IReadOnlyList<CompareParty?> chosen) =>
        all.Index().Where(p => p.Index < MostOffered || chosen.Contains(p.Item.Party)).Select(p => p.Item);
}
