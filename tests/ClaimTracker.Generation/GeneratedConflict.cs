using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>A conflict of two invented countries: 2,000 actors, 220 places, 12 topics, and 1,500 events in five years.</summary>
internal sealed class GeneratedConflict
{
    public const int ActorCount = 2_000;
    public const int EventCount = 1_500;

    /// <summary>Countries and provinces stand before towns in <see cref="Dossier.Places"/>.</summary>
    private const int ProvincesEach = 10, TownsEach = 9;

    public static readonly DateOnly FirstDay = new(2021, 1, 1);
    public const int DayCount = 5 * 365;

    public const string Left = "norvania", Right = "sudovia", Third = "others";
    private static readonly string[] Adjectives = ["Norvanian", "Sudovian"];

    /// <summary>What measures count, whom, and how many at the most usual.</summary>
    private static readonly Subject[] Subjects =
    [
        new("killed", "people", "soldiers", true, 40), new("killed", "people", "civilians", true, 25), new("injured", "people", "civilians", true, 60),
        new("destroyed", "posts", "posts", false, 20), new("displaced", "people", "villagers", true, 4_000), new("captured", "people", "fighters", true, 30),
    ];

    private static readonly (string Id, string Words)[] TopicNames =
    [
        ("border-clashes", "clash"), ("shelling", "shell"), ("air-strikes", "air strike"), ("talks", "talks"), ("trade", "trade"), ("refugees", "refugee"),
        ("sanctuary", "shelter"), ("ceasefire", "ceasefire"), ("casualties", "killed"), ("airspace", "airspace"), ("prisoners", "prisoner"), ("aid", "aid"),
    ];

    public GeneratedConflict(ulong seed)
    {
        var draw = new Draw(seed);
        var towns = Names.Proper(draw.Next(), 2 * ProvincesEach * (TownsEach + 1), 1);
        var people = Names.Proper(draw.Next(), ActorCount, 2);
        Words = Names.Words(draw.Next(), 20_000);
        Sources = [.. Names.Proper(draw.Next(), 120, 1).Select(n => new Source("the-" + Names.Id(n), "The " + n))];
        var places = Places(towns);
        Actors = [.. people.Select((name, n) => Actor(name, n, ref draw))];
        Events = [.. Enumerable.Range(0, EventCount).Select(n => Event(Draw.Of(seed, (ulong)n), places))];
        Dossier = new()
        {
            Title = "Norvania and Sudovia",
            Sides = [new(Left, "Norvania", SidePlace.Left), new(Right, "Sudovia", SidePlace.Right), new(Third, "Others", SidePlace.Third)],
            Actors = [.. States(), .. Actors],
            Places = places,
            Topics = [.. TopicNames.Select(t => new Topic(t.Id, t.Id.Replace('-', ' '), "Made for measuring.", [t.Words + "*"]))],
            Measures = [.. Subjects.DistinctBy(s => s.Measure).Select(s => new Measure(s.Measure, s.Measure, s.Unit, [s.Measure]))],
            Groups = [new(Left, Adjectives[0], [Adjectives[0] + " soldiers"]), new(Right, Adjectives[1], [Adjectives[1] + " soldiers"])],
            Acts = Deed.Acts,
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"generated conflict 1/{seed}"))),
        };
    }

    public Dossier Dossier { get; }

    /// <summary>Those who speak, the most quoted first.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>Outlets, the most prolific first.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>What happened, the most reported first.</summary>
    public IReadOnlyList<GeneratedEvent> Events { get; }

    /// <summary>Filler, the most frequent first.</summary>
    public IReadOnlyList<string> Words { get; }

    public static IReadOnlyList<string> Topics { get; } = [.. TopicNames.Select(t => t.Id)];

    public static string Adjective(string side) => Adjectives[side == Left ? 0 : 1];

    public static string Country(string side) => side == Left ? "Norvania" : "Sudovia";

    public static string Opposite(string side) => side == Left ? Right : Left;

    private static IEnumerable<Actor> States() => new[] { Left, Right }.Select(side => new Actor(side, Country(side), ActorKind.State, side)
    {
        Adjectives = [Adjective(side)],
        Territory = side + "-land",
    });

    private static Actor Actor(string name, int n, ref Draw draw)
    {
        // Two in five for each side: the rest are observers, neighbours, or nobody's.
        var side = (n % 5) switch { 0 or 3 => Left, 1 or 4 => Right, _ => draw.Chance(0.6) ? Third : null };
        var parent = side is Left or Right ? side : null;
        return new(Names.Id(name), name, draw.Chance(0.8) ? ActorKind.Person : ActorKind.Organisation, side)
        {
            Parent = parent,
            Roles = draw.Chance(0.5) ? ["spokesperson"] : [],
            Aliases = [name],
            ShortNames = [name.Split(' ')[^1]],
        };
    }

    private static List<Place> Places(string[] names)
    {
        List<Place> places =
        [
            new(Left + "-land", Country(Left), [Country(Left)], null) { Kind = PlaceKind.Country },
            new(Right + "-land", Country(Right), [Country(Right)], null) { Kind = PlaceKind.Country },
        ];
        var next = 0;
        for (var p = 0; p < 2 * ProvincesEach; p++)
        {
            var province = Names.Id(names[next]) + "-province";
            places.Add(new(province, names[next] + " province", [names[next] + " province"], places[p % 2].Id) { Kind = PlaceKind.Province });
            next++;
            for (var t = 0; t < TownsEach; t++, next++)
                places.Add(new(Names.Id(names[next]), names[next], [names[next]], province) { Kind = PlaceKind.City });
        }

        return places;
    }

    private static GeneratedEvent Event(Draw draw, List<Place> places)
    {
        var towns = places.Where(p => p.Kind == PlaceKind.City).ToList();
        var agent = draw.Chance(0.5) ? Left : Right;
        var subject = draw.Of(Subjects);
        return new(
            FirstDay.AddDays(draw.Below(DayCount - 10)), draw.Of(towns), agent, draw.Of(Deed.All), subject,
            Number: 1 + (int)(subject.Usual * -Math.Log(1 - draw.Share())), Topics[draw.Below(Topics.Count)], Seed: draw.Next());
    }
}

/// <summary>What figures of an event count. <paramref name="Usual"/> is their mean.</summary>
internal sealed record Subject(string Measure, string Unit, string Counted, bool OfPeople, int Usual);

/// <summary>Something that both sides speak of. <paramref name="Number"/> is what the first report counts: nobody else needs to agree.</summary>
internal sealed record GeneratedEvent(
    DateOnly Day, Place Place, string Agent, Deed Deed, Subject Subject, int Number, string Topic, ulong Seed);
