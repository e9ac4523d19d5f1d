using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>A small conflict of our own invention: nothing of the comparison may know any other.</summary>
internal static class WeirDossier
{
    public static Dossier Conflict { get; } = Read("""
        title: The Weir dispute
        sides:
          - { id: north, name: Northmark, place: left }
          - { id: south, name: Sundale, place: right }
          - { id: others, name: Others, place: third }
        places:
          - { id: northmark, name: Northmark, kind: country }
          - { id: sundale, name: Sundale, kind: country }
          - { id: alder, name: Alder, kind: city, within: northmark }
          - { id: brack, name: Brack, kind: city, within: sundale }
          - { id: creel, name: Creel, kind: city, within: sundale }
        actors:
          - { id: northmark, name: Northmark, kind: state, side: north, adjectives: [Northmarkian], territory: northmark, capital: alder }
          - { id: ana-ruiz, name: Ana Ruiz, kind: person, side: north, parent: northmark }
          - { id: sundale, name: Sundale, kind: state, side: south, adjectives: [Sundalian], territory: sundale }
          - { id: water-board, name: Sundale Water Board, kind: organisation, side: south, parent: sundale, aliases: [Water Board] }
          - { id: stranger, name: A stranger, kind: person }
          - { id: river-union, name: River Union, kind: international-body, side: others }
        topics:
          - { id: water, name: Water, description: who may use it, words: [weir, flood*] }
        measures:
          - { id: killed, name: killed, unit: people, words: [killed, drowned] }
          - { id: flooded, name: flooded, words: [flooded] }
        groups:
          - { id: south, name: Sundalian, words: [Sundalian farmers] }
          - { id: north, name: Northmarkian, words: [Northmarkian guards] }
        acts:
          - { id: open-weir, name: open the weir, words: [open* … weir, open* … gates, releas* … water, flood* … fields], topic: water, weak: [releas*], contrary: [gates … shut, rose by itself] }
          - { id: poison-river, name: poison the river, words: [poison* … river, dump* … waste], standing: true, ground: own }
          - { id: break-treaty, name: break the river treaty, past: broke the river treaty, words: [broke … treaty, violat* … treaty, breach* … treaty] }
          - { id: repair, name: repair the weir, words: [maintenance, repair*], opposes: [sabotage], own: true }
          - { id: sabotage, name: damage the weir on purpose, words: [sabotag*, deliberate* … damag*] }
        """);

    private static Dossier Read(string yaml)
    {
        var (dossier, problems) = DossierReader.Read("weir.yaml", yaml);
        Assert.Empty(problems);
        return dossier!;
    }
}
