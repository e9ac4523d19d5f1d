using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>A side as pages show it. <c>Css</c> carries its colour, line and sign.</summary>
public sealed record SideLook(string Id, string Name, SidePlace Place)
{
    public string Css => Place switch
    {
        SidePlace.Left => "side-a",
        SidePlace.Right => "side-b",
        _ => "side-c",
    };
}

/// <summary>Which side stands where, from the dossier. A speaker of no side stands with the third parties.</summary>
public sealed class SideRegister
{
    private readonly Dictionary<string, SideLook> _byId;

    public SideRegister(Dossier dossier)
    {
        Title = dossier.Title;
        _byId = dossier.Sides.Select(s => new SideLook(s.Id, s.Name, s.Place)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        Left = At(SidePlace.Left);
        Right = At(SidePlace.Right);
        Third = new(ClaimFilter.NoSide, Texts.ThirdParties, SidePlace.Third);
        None = new(ClaimFilter.NoSide, Texts.NoSide, SidePlace.Third);
    }

    /// <summary>What the conflict is called.</summary>
    public string Title { get; }

    public SideLook Left { get; }

    public SideLook Right { get; }

    /// <summary>All that stand below, under one name.</summary>
    public SideLook Third { get; }

    /// <summary>Every side, in the order of the dossier.</summary>
    public IReadOnlyCollection<SideLook> All => _byId.Values;

    private SideLook None { get; }

    public SideLook Of(string? side) => side is not null && _byId.TryGetValue(side, out var look) ? look : None;

    public SideLook At(SidePlace place) => place switch
    {
        SidePlace.Third => Third,
        _ => _byId.Values.FirstOrDefault(s => s.Place == place) ?? new(ClaimFilter.NoSide, Texts.NoSide, place),
    };

    public SidePlace PlaceOf(ClaimRow claim) => Of(claim.Speaker.Side).Place;
}
