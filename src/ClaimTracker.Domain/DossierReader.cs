using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain.Yaml;

namespace ClaimTracker.Domain;

/// <summary>Reads a dossier from YAML and validates it.</summary>
/// <remarks>Every text is taken as it is written; the head of the dossier shipped with this program explains each key.</remarks>
public static class DossierReader
{
    /// <summary>Reads one dossier.</summary>
    /// <param name="fileName">The file's name, for problems.</param>
    /// <param name="yaml">The file's content; <see cref="Dossier.Version"/> is the hash of its UTF-8 bytes without byte-order mark.</param>
    /// <returns>The dossier, or null with every problem found, each with file, line and a sentence.</returns>
    public static (Dossier? Dossier, IReadOnlyList<DataProblem> Problems) Read(string fileName, string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var problems = new ProblemList(fileName);
        if (YamlTree.Parse(yaml, problems) is not { } root)
            return (null, problems.InFileOrder());

        var references = new References(problems);
        var names = new NameRegister(problems);
        var file = new Fields(root, "the dossier", problems);
        var people = new ActorSection(references, names, problems);
        var places = new PlaceSection(references, names, problems);
        var subjects = new SubjectSection(references, problems);
        var dossier = new Dossier
        {
            Title = file.Required("title")?.Text ?? "",
            Sides = people.ReadSides(file.Entries("sides", required: true)),
            Actors = people.ReadActors(file.Entries("actors", required: true)),
            Places = places.ReadPlaces(file.Entries("places")),
            Topics = subjects.ReadTopics(file.Entries("topics")),
            Measures = subjects.ReadMeasures(file.Entries("measures")),
            Groups = subjects.ReadGroups(file.Entries("groups")),
            Events = places.ReadEvents(file.Entries("events")),
            Acts = subjects.ReadActs(file.Entries("acts")),
            Version = Versions.Of(yaml),
        };
        file.Finish();
        references.Check();
        names.Check();
        return problems.Any ? (null, problems.InFileOrder()) : (dossier, []);
    }
}

internal static class Versions
{
    /// <summary>SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
