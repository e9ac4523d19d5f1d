namespace ClaimTracker.Domain.Yaml;

/// <summary>Reads places, and the events that took place in them.</summary>
internal sealed class PlaceSection(References references, NameRegister names, ProblemList problems)
{
    private static readonly (string, PlaceKind)[] Kinds =
    [
        ("country", PlaceKind.Country), ("province", PlaceKind.Province), ("district", PlaceKind.District), ("city", PlaceKind.City),
        ("border", PlaceKind.Border), ("crossing", PlaceKind.Crossing), ("site", PlaceKind.Site), ("region", PlaceKind.Region),
    ];

    public IReadOnlyList<Place> ReadPlaces(IReadOnlyList<YamlValue> values)
    {
        var places = new List<Place>();
        foreach (var value in values)
        {
            var fields = new Fields(value, "a place", problems);
            if (fields.Required("id") is { } id)
            {
                references.Define("place", id);
                fields.What = $"the place '{id.Text}'";
                places.Add(ReadPlace(fields, id.Text));
                fields.Finish();
            }
        }

        return places;
    }

    private Place ReadPlace(Fields fields, string id)
    {
        var name = fields.Required("name");
        var aliases = fields.Texts("aliases").ToList();
        if (name is not null && !aliases.Exists(alias => alias.Text == name.Text))
            aliases.Insert(0, name);
        foreach (var alias in aliases)
            names.OfPlace(alias, id);
        var kind = fields.Has("kind") ? fields.Choice("kind", Kinds) : null;
        var within = references.Contain("place", id, fields.Optional("within"), fields.What);
        return new(id, name?.Text ?? "", [.. aliases.Select(alias => alias.Text).OrderByDescending(alias => alias.Length)], within)
        {
            Kind = kind,
            GenericNames = [.. fields.Texts("generic").Select(text => text.Text)],
            Facing = [.. fields.Texts("facing").Select(text => references.Refer("place", text, fields.What)!)],
        };
    }

    public IReadOnlyList<ConflictEvent> ReadEvents(IReadOnlyList<YamlValue> values)
    {
        var events = new List<ConflictEvent>();
        foreach (var value in values)
        {
            var fields = new Fields(value, "an event", problems);
            if (fields.Required("id") is { } id)
            {
                references.Define("event", id);
                fields.What = $"the event '{id.Text}'";
                events.Add(ReadEvent(fields, id.Text));
                fields.Finish();
            }
        }

        return events;
    }

    private ConflictEvent ReadEvent(Fields fields, string id)
    {
        var name = fields.Required("name")?.Text ?? "";
        var (from, to) = ReadDays(fields);
        IReadOnlyList<string> Referred(string key, string kind) =>
            [.. fields.Texts(key).Select(text => references.Refer(kind, text, fields.What)!)];
        return new(
            id, name, from, to, Referred("places", "place"), [.. fields.Texts("aliases").Select(alias => alias.Text)], Referred("topics", "topic"))
        {
            Within = fields.Optional("within") is { } within ? references.Refer("event", within, fields.What) : null,
        };
    }

    /// <summary>Either <c>day</c>, or <c>from</c> and <c>to</c>.</summary>
    private (DateOnly From, DateOnly To) ReadDays(Fields fields)
    {
        if (fields.Has("day"))
        {
            var day = fields.Day("day") ?? default;
            return (day, day);
        }

        fields.Required("from");
        fields.Required("to");
        var (from, to) = (fields.Day("from"), fields.Day("to"));
        if (from > to)
            problems.Add(fields.LineOf("from"), $"{fields.What} ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}");
        return (from ?? default, to ?? default);
    }
}
