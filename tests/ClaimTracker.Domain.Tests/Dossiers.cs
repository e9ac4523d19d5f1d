namespace ClaimTracker.Domain.Tests;

/// <summary>A small conflict of our own invention, and ways to spoil it.</summary>
internal static class Dossiers
{
    public const string File = "dossier.yaml";

    public const string Sound = """
        title: The Weir dispute
        sides:
          - { id: north, name: Northmark, place: left }
          - { id: third_party, name: Others, place: third }
        places:
          - { id: northmark, name: Northmark, kind: country, generic: [the country] }
          - { id: alder, name: Alder, kind: city, within: northmark }
        actors:
          - id: northmark
            name: Northmark
            kind: state
            side: north
            adjectives: [Northmarkian]
            territory: northmark
            capital: alder
          - id: ana-ruiz
            name: Ana Ruiz
            kind: person
            side: north
            parent: northmark
            roles: [Minister of Water]
            called: [minister, water minister]
            aliases: [Ruiz of Alder, Minister Ana Ruiz]
            short: [Ruiz]
            ambiguous: [WM]
            inOffice: { from: 2020-01-01, to: 2021-06-30 }
        topics:
          - id: water
            name: Water
            description: who may use it
            words: [weir, flood*]
            together: [[open, gate*]]
        measures:
          - id: killed
            name: killed
            unit: people
            words: [killed]
            glosses: { fallen: killed }
        groups:
          - { id: north, name: Northmarkian, words: [Northmarkian guards], generic: [guards], glosses: { heroes: guards } }
        events:
          - { id: flood, name: Spring flood, from: 2020-03-01, to: 2020-03-09, places: [alder], topics: [water], aliases: [the flood] }
          - { id: breach, name: Breach, day: 2020-03-02 }
        acts:
          - { id: open-weir, name: open the weir, gerund: opening the weir, past: opened the weir, words: [open the weir, opened the weir], topic: water }
          - { id: guard-weir, name: guard the weir, words: [guarded], weak: [guard* … weir], answers: [in answer], ground: own, standing: true, opposes: [open-weir] }
        """;

    /// <summary>The sound dossier with one place changed.</summary>
    public static string With(string sound, string spoilt)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        return Sound.Replace(sound, spoilt, StringComparison.Ordinal);
    }

    /// <summary>The problems of the sound dossier with one place changed.</summary>
    public static IReadOnlyList<DataProblem> ProblemsWith(string sound, string spoilt)
    {
        var (dossier, problems) = DossierReader.Read(File, With(sound, spoilt));

        Assert.Null(dossier);
        return problems;
    }

    /// <summary>The one-based line on which these words stand first.</summary>
    public static int LineOf(string words, string yaml) =>
        yaml[..yaml.IndexOf(words, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
