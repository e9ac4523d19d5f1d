namespace ClaimTracker.Domain.Yaml;

/// <summary>Reads sides and actors.</summary>
internal sealed class ActorSection(References references, NameRegister names, ProblemList problems)
{
    private static readonly (string, SidePlace)[] SidePlaces =
        [("left", SidePlace.Left), ("right", SidePlace.Right), ("third", SidePlace.Third)];

    // Anonymous is missing on purpose: an unnamed source belongs to one article, never to a dossier.
    private static readonly (string, ActorKind)[] Kinds =
    [
        ("state", ActorKind.State), ("government", ActorKind.Government), ("organisation", ActorKind.Organisation), ("person", ActorKind.Person),
        ("armed-group", ActorKind.ArmedGroup), ("media", ActorKind.Media), ("international-body", ActorKind.InternationalBody),
    ];

    public IReadOnlyList<Side> ReadSides(IReadOnlyList<YamlValue> values)
    {
        var sides = new List<Side>();
        foreach (var value in values)
        {
            var fields = new Fields(value, "a side", problems);
            var id = fields.Required("id");
            if (id is not null)
                references.Define("side", id, underscores: true);
            fields.What = id is null ? fields.What : $"the side '{id.Text}'";
            sides.Add(new(id?.Text ?? "", fields.Required("name")?.Text ?? "", fields.Choice("place", SidePlaces) ?? default));
            fields.Finish();
        }

        return sides;
    }

    public IReadOnlyList<Actor> ReadActors(IReadOnlyList<YamlValue> values)
    {
        var actors = new List<Actor>();
        foreach (var value in values)
        {
            var fields = new Fields(value, "an actor", problems);
            if (fields.Required("id") is { } id)
            {
                references.Define("actor", id);
                fields.What = $"the actor '{id.Text}'";
                actors.Add(ReadActor(fields, id.Text));
                fields.Finish();
            }
        }

        return actors;
    }

    private Actor ReadActor(Fields fields, string id)
    {
        var name = fields.Required("name");
        var kind = fields.Choice("kind", Kinds) ?? default;
        var side = references.Refer("side", fields.Optional("side"), fields.What);
        var given = fields.Texts("aliases");
        // Who has no aliases is spoken of by name.
        IReadOnlyList<YamlScalar> aliases = given.Count > 0 || name is null ? given : [name];
        var ambiguous = fields.Texts("ambiguous");
        var generic = fields.Texts("generic");
        Register(id, aliases, ambiguous, generic);
        return new(id, name?.Text ?? "", kind, side)
        {
            Aliases = LongestFirst(aliases),
            AmbiguousAliases = LongestFirst(ambiguous),
            GenericNames = LongestFirst(generic),
            ShortNames = LongestFirst(fields.Texts("short")),
            CalledBy = LongestFirst(fields.Texts("called")),
            Roles = [.. fields.Texts("roles").Select(role => role.Text)],
            Adjectives = LongestFirst(fields.Texts("adjectives")),
            Parent = references.Contain("actor", id, fields.Optional("parent"), fields.What),
            Territory = ReadNamesake(fields, id, "territory"),
            Capital = ReadNamesake(fields, id, "capital"),
            InOffice = ReadOffice(fields),
            Note = fields.Optional("note")?.Text,
        };
    }

    private void Register(string id, IReadOnlyList<YamlScalar> aliases, IReadOnlyList<YamlScalar> ambiguous, IReadOnlyList<YamlScalar> generic)
    {
        foreach (var alias in aliases)
            names.OfActor(alias, id);
        foreach (var shared in ambiguous.Concat(generic))
            names.Shared(shared, id);
    }

    private string? ReadNamesake(Fields fields, string id, string key)
    {
        var place = references.Refer("place", fields.Optional(key), fields.What);
        if (place is not null)
            names.Namesakes(id, place);
        return place;
    }

    private DateRange? ReadOffice(Fields fields)
    {
        if (fields.Nested("inOffice", $"the days in office of {fields.What}") is not { } office)
            return null;
        var (from, to) = (office.Day("from"), office.Day("to"));
        office.Finish();
        if (from is null && to is null)
            problems.Add(office.Line, $"{office.What} have neither 'from' nor 'to'");
        if (from > to)
            problems.Add(office.LineOf("from"), $"{office.What} end on {to:yyyy-MM-dd}, before they begin on {from:yyyy-MM-dd}");
        return new(from, to, DateBasis.Catalogue);
    }

    private static IReadOnlyList<string> LongestFirst(IReadOnlyList<YamlScalar> texts) =>
        [.. texts.Select(text => text.Text).OrderByDescending(text => text.Length)];
}
