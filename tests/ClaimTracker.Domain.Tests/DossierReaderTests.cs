namespace ClaimTracker.Domain.Tests;

public sealed class DossierReaderTests
{
    [Fact]
    public void EveryKeyOfADossierIsRead()
    {
        var (dossier, problems) = DossierReader.Read(Dossiers.File, Dossiers.Sound);

        Assert.Empty(problems);
        Assert.NotNull(dossier);
        Assert.Equal("The Weir dispute", dossier.Title);
        Assert.Equal([new("north", "Northmark", SidePlace.Left), new("third_party", "Others", SidePlace.Third)], dossier.Sides);
        Assert.Equal(["Northmark", "Ana Ruiz"], dossier.Actors.Select(actor => actor.Name));
        Assert.Equal([PlaceKind.Country, PlaceKind.City], dossier.Places.Select(place => place.Kind!.Value));
        Assert.Equal(["the country"], dossier.Places[0].GenericNames);
        Assert.Equal("northmark", dossier.Places[1].Within);
        Assert.Equal([["open", "gate*"]], dossier.Topics.Single().Together);
        Assert.Equal(["killed", "fallen"], dossier.Measures.Single().Words);
        Assert.Equal("killed", dossier.Measures.Single().Glosses["fallen"]);
        Assert.Equal(["guards"], dossier.Groups.Single().GenericWords);
        Assert.Equal(new DateOnly(2020, 3, 9), dossier.Events[0].To);
        Assert.Equal(dossier.Events[1].From, dossier.Events[1].To);
        Assert.Equal("opened the weir", dossier.Acts[0].Past);
        Assert.True(dossier.Acts[1].Standing);
        Assert.Equal(["guard* … weir"], dossier.Acts[1].WeakWords);
        Assert.Equal(["in answer"], dossier.Acts[1].AnswerWords);
        Assert.Equal(ActGround.Own, dossier.Acts[1].Ground);
        Assert.Equal(["open-weir"], dossier.Acts[1].Opposes);
    }

    [Fact]
    public void EveryKeyOfAnActorIsRead()
    {
        var (dossier, _) = DossierReader.Read(Dossiers.File, Dossiers.Sound);

        var minister = dossier!.Actors[1];

        Assert.Equal(("ana-ruiz", ActorKind.Person, "north", "northmark"), (minister.Id, minister.Kind, minister.Side, minister.Parent));
        Assert.Equal(["Minister Ana Ruiz", "Ruiz of Alder"], minister.Aliases);
        Assert.Equal(["Minister of Water"], minister.Roles);
        Assert.Equal(["water minister", "minister"], minister.CalledBy);
        Assert.Equal(["Ruiz"], minister.ShortNames);
        Assert.Equal(["WM"], minister.AmbiguousAliases);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2021, 6, 30)), (minister.InOffice!.From!.Value, minister.InOffice.To!.Value));
        Assert.Equal(("northmark", "alder"), (dossier.Actors[0].Territory, dossier.Actors[0].Capital));
        Assert.Equal(["Northmarkian"], dossier.Actors[0].Adjectives);
    }

    [Fact]
    public void WhoHasNoAliasesIsSpokenOfByName()
    {
        var (dossier, _) = DossierReader.Read(Dossiers.File, Dossiers.Sound);

        Assert.Equal(["Northmark"], dossier!.Actors[0].Aliases);
        Assert.Equal(["Alder"], dossier.Places[1].Aliases);
    }

    [Fact]
    public void TheVersionChangesWithAnyByteAndWithNothingElse()
    {
        var (first, _) = DossierReader.Read(Dossiers.File, Dossiers.Sound);
        var (again, _) = DossierReader.Read("other.yaml", Dossiers.Sound);
        var (changed, _) = DossierReader.Read(Dossiers.File, Dossiers.Sound + "\n# a comment");

        Assert.Matches("^[0-9a-f]{64}$", first!.Version);
        Assert.Equal(first.Version, again!.Version);
        Assert.NotEqual(first.Version, changed!.Version);
    }

    [Fact]
    public void AWordSuchAsNoStaysAWord()
    {
        var (dossier, problems) = DossierReader.Read(Dossiers.File, Dossiers.With("[weir, flood*]", "[no, 1267, 2020-01-01]"));

        Assert.Empty(problems);
        Assert.Equal(["no", "1267", "2020-01-01"], dossier!.Topics.Single().Words);
    }
}
