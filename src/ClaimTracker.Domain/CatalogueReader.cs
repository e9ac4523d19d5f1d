using ClaimTracker.Domain.Yaml;

namespace ClaimTracker.Domain;

/// <summary>Reads a catalogue from YAML and validates it.</summary>
public static class CatalogueReader
{
    /// <summary>What an editor can vouch for; metadata and inference are the program's own.</summary>
    private static readonly (string, DateBasis)[] Bases = [("catalogue", DateBasis.Catalogue), ("stated", DateBasis.Stated)];

    /// <summary>Reads one catalogue.</summary>
    /// <param name="fileName">The file's name, for problems.</param>
    /// <param name="yaml">The file's content; <see cref="Catalogue.Version"/> is the hash of its UTF-8 bytes without byte-order mark.</param>
    /// <returns>The catalogue, or null with every problem found, each with file, line and a sentence.</returns>
    public static (Catalogue? Catalogue, IReadOnlyList<DataProblem> Problems) Read(string fileName, string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var problems = new ProblemList(fileName);
        if (YamlTree.Parse(yaml, problems) is not { } root)
            return (null, problems.InFileOrder());

        var file = new Fields(root, "the catalogue", problems);
        var references = new References(problems);
        var sources = ReadSources(file.Entries("sources"), references, problems);
        var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (var value in file.Entries("files", required: true))
            if (ReadEntry(value, sources, references, problems) is var (name, entry) && !entries.TryAdd(name.Text, entry))
                problems.Add(name.Line, $"the file '{name.Text}' is in the catalogue twice");
        file.Finish();
        references.Check();
        return problems.Any ? (null, problems.InFileOrder()) : (new(entries, Versions.Of(yaml)), []);
    }

    private static Dictionary<string, Source> ReadSources(IReadOnlyList<YamlValue> values, References references, ProblemList problems)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var fields = new Fields(value, "a source", problems);
            if (fields.Required("id") is { } id)
            {
                references.Define("source", id);
                fields.What = $"the source '{id.Text}'";
                sources.TryAdd(id.Text, new(id.Text, fields.Required("name")?.Text ?? "", fields.Flag("described")));
            }

            fields.Finish();
        }

        return sources;
    }

    private static (YamlScalar Name, CatalogueEntry Entry)? ReadEntry(
        YamlValue value, Dictionary<string, Source> sources, References references, ProblemList problems)
    {
        var fields = new Fields(value, "a file", problems);
        var name = fields.Required("file");
        if (name is not null)
            fields.What = $"the file '{name.Text}'";
        var source = references.Refer("source", fields.Optional("source"), fields.What);
        var url = fields.Optional("url")?.Text;
        var published = fields.Nested("published", $"the date of {fields.What}") is { } date ? ReadPublished(date, problems) : PublishedDate.Unknown;
        fields.Finish();
        return name is null
            ? null
            : (name, new(name.Text, source is null ? null : sources.GetValueOrDefault(source), published) { Url = url });
    }

    private static PublishedDate ReadPublished(Fields fields, ProblemList problems)
    {
        fields.Required("date");
        var date = fields.Day("date");
        var basis = fields.Choice("basis", Bases);
        var evidence = fields.Required("evidence")?.Text;
        var earliest = fields.Day("earliest") ?? date;
        var latest = fields.Day("latest") ?? date;
        fields.Finish();
        if (earliest > latest)
            problems.Add(fields.LineOf("earliest"), $"{fields.What}: the earliest day {earliest:yyyy-MM-dd} is after the latest {latest:yyyy-MM-dd}");
        else if (date < earliest || date > latest)
            problems.Add(fields.LineOf("date"), $"{fields.What}: {date:yyyy-MM-dd} is not between its earliest and latest day");
        return new(date, basis ?? DateBasis.Unknown, evidence, earliest, latest);
    }
}
