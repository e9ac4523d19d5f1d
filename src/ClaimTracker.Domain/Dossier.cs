namespace ClaimTracker.Domain;

/// <summary>Where a side stands on every page: the first left, the second right, all others below.</summary>
public enum SidePlace
{
    /// <summary>Left; blue.</summary>
    Left,

    /// <summary>Right; orange.</summary>
    Right,

    /// <summary>Below; grey.</summary>
    Third,
}

/// <summary>One of the camps.</summary>
/// <param name="Id">As in addresses: <c>ruritania</c>.</param>
/// <param name="Name">As shown.</param>
/// <param name="Place">Where it stands on pages.</param>
public sealed record Side(string Id, string Name, SidePlace Place);

/// <summary>Somewhere that claims are about.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As shown.</param>
/// <param name="Aliases">Spellings and descriptions, the name among them.</param>
/// <param name="Within">The id of the place that contains it, or null.</param>
public sealed record Place(string Id, string Name, IReadOnlyList<string> Aliases, string? Within)
{
    /// <summary>What sort of place, or null where the dossier doesn't say.</summary>
    public PlaceKind? Kind { get; init; }

    /// <summary>Descriptions that fit it only where the context does: “the country”, “rest of the country”.</summary>
    public IReadOnlyList<string> GenericNames { get; init; } = [];

    /// <summary>Ids of places that lie right opposite over a border: what happens between the two is told of either.</summary>
    public IReadOnlyList<string> Facing { get; init; } = [];
}

/// <summary>What sort of place one is.</summary>
public enum PlaceKind
{
    /// <summary>A state's territory.</summary>
    Country,

    /// <summary>The largest division of a country.</summary>
    Province,

    /// <summary>A division of a province, or a part of one.</summary>
    District,

    /// <summary>A city, town or village.</summary>
    City,

    /// <summary>A line between two countries.</summary>
    Border,

    /// <summary>Where people and goods cross it.</summary>
    Crossing,

    /// <summary>A base, camp or building.</summary>
    Site,

    /// <summary>An area that isn't a division of a country, or is larger than one.</summary>
    Region,
}

/// <summary>What claims are about.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As shown.</param>
/// <param name="Description">What belongs to it, for readers and editors.</param>
/// <param name="Words">Words and phrases that speak for it. A trailing <c>*</c> stands for any ending.</param>
public sealed record Topic(string Id, string Name, string Description, IReadOnlyList<string> Words)
{
    /// <summary>Words that speak for it only where all of one list stand in one claim: “stop” with “terrorism”.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Together { get; init; } = [];
}

/// <summary>Those whom figures count, where the word tells whose they are: “terrorists”, “Ruritanian soldiers”.</summary>
/// <param name="Id">What <see cref="Statistic.OfSide"/> then holds: a side, or a group of its own such as <c>militants</c>.</param>
/// <param name="Name">As shown.</param>
/// <param name="Words">Words and phrases that name them.</param>
public sealed record CountedGroup(string Id, string Name, IReadOnlyList<string> Words)
{
    /// <summary>Words that name them where the context points to their side: “soldiers”, “security personnel”.</summary>
    public IReadOnlyList<string> GenericWords { get; init; } = [];

    /// <summary>For words of one camp, which are also in <see cref="Words"/>, neutral ones to stand beside them.</summary>
    public IReadOnlyDictionary<string, string> Glosses { get; init; } = new Dictionary<string, string>();
}

/// <summary>What figures measure, where the conflict has words of its own for it: <c>killed</c> = martyred, neutralised, eliminated.</summary>
/// <param name="Id">What <see cref="Statistic.Measure"/> then holds.</param>
/// <param name="Name">As shown.</param>
/// <param name="Unit">What a one is, or null where the counted noun tells.</param>
/// <param name="Words">Words and phrases of the conflict that say so; ordinary English is in the lexicon. Can be empty.</param>
public sealed record Measure(string Id, string Name, string? Unit, IReadOnlyList<string> Words)
{
    /// <summary>For words of one camp, which are also in <see cref="Words"/>, neutral ones to stand beside them: “martyred”, “killed”.</summary>
    public IReadOnlyDictionary<string, string> Glosses { get; init; } = new Dictionary<string, string>();
}

/// <summary>Something that happened and has a name: “October 2025 clashes”.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As shown.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Places">Ids of the places where.</param>
/// <param name="Aliases">How articles speak of it.</param>
/// <param name="Topics">Ids of the topics that it belongs to.</param>
public sealed record ConflictEvent(
    string Id, string Name, DateOnly From, DateOnly To, IReadOnlyList<string> Places, IReadOnlyList<string> Aliases, IReadOnlyList<string> Topics)
{
    /// <summary>The id of the longer event that this is one day or night of; null for none. What is said without a day is said of the longer one.</summary>
    public string? Within { get; init; }
}

/// <summary>Where an act takes place, seen from the side that is said to do it.</summary>
public enum ActGround
{
    /// <summary>The act doesn't tell.</summary>
    Any,

    /// <summary>On its own ground: shelter, support.</summary>
    Own,

    /// <summary>On the other side's ground: air strikes, incursions.</summary>
    Other,
}

/// <summary>Words that name one kind of act for the comparison: “air strike”, “bombed” and “drone strike” are one.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As it stands in a question after “Did the accused …”: “carry out air strikes”.</param>
/// <param name="Words">
/// Words and phrases that name it. A <c>*</c> at a word's end stands for any ending, <c>…</c> between two words for up to nine others.
/// </param>
public sealed record ConflictAct(string Id, string Name, IReadOnlyList<string> Words)
{
    /// <summary>True for a charge without a day: shelter, support.</summary>
    public bool Standing { get; init; }

    /// <summary>Whether it goes on for weeks or is spoken of for weeks, so that what names no day is about the last time that it was done.</summary>
    public bool Lasting { get; init; }

    /// <summary>Whether it is a duty that one has: who says that it must be done says that it is so.</summary>
    public bool Binding { get; init; }

    /// <summary>Whether it is one matter wherever it is done: a truce is broken as a whole, though each tells of another valley.</summary>
    public bool Anywhere { get; init; }

    /// <summary>The topic whose claims can be about it, or null for any.</summary>
    public string? Topic { get; init; }

    /// <summary>Words that name it only in a claim on <see cref="Topic"/> or near one, or in an accusation: “attacks”.</summary>
    public IReadOnlyList<string> WeakWords { get; init; } = [];

    /// <summary>Words that name it only in an accusation: “the failure”.</summary>
    public IReadOnlyList<string> ChargedWords { get; init; } = [];

    /// <summary>Words by which a side calls its own deeds the answer to it: “retaliatory” says that the other began.</summary>
    public IReadOnlyList<string> AnswerWords { get; init; } = [];

    /// <summary>Words for what is so where it was not done: “of their own accord” where nobody was driven out.</summary>
    public IReadOnlyList<string> ContraryWords { get; init; } = [];

    /// <summary>The id of the side that alone can do it, so that names in its words are of those to whom it is done; null where either can.</summary>
    public string? Agent { get; init; }

    /// <summary>True where a claim counts only if its words tell who did it: “the border was closed” blames nobody.</summary>
    public bool Named { get; init; }

    /// <summary>Its name as a heading: “carrying out air strikes”.</summary>
    public string? Gerund { get; init; }

    /// <summary>Its name after “Who”, where each side can blame the other for it: “started the fighting”. Null where that makes no question.</summary>
    public string? Past { get; init; }

    /// <summary>Words that speak for it only where all of one list stand in one claim: “fire” with “first”.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Together { get; init; } = [];

    /// <summary>Ids of acts that cannot both describe the same event: self-defence, violation of sovereignty.</summary>
    public IReadOnlyList<string> Opposes { get; init; } = [];

    /// <summary>True for a deed that speakers say of themselves where they name nobody: “captured posts”, “struck camps”.</summary>
    public bool OwnDeed { get; init; }

    /// <summary>Where it takes place, seen from the accused.</summary>
    public ActGround Ground { get; init; }
}

/// <summary>A conflict as data. Another conflict is another dossier, not other code.</summary>
public sealed record Dossier
{
    /// <summary>As shown in the head of pages.</summary>
    public required string Title { get; init; }

    /// <summary>In the order in which pages show them.</summary>
    public required IReadOnlyList<Side> Sides { get; init; }

    /// <summary>Everyone known, parents before members or after.</summary>
    public required IReadOnlyList<Actor> Actors { get; init; }

    /// <summary>Everywhere known.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>What claims are about.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>What figures measure.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Whom figures count.</summary>
    public IReadOnlyList<CountedGroup> Groups { get; init; } = [];

    /// <summary>What happened and has a name.</summary>
    public IReadOnlyList<ConflictEvent> Events { get; init; } = [];

    /// <summary>What the sides accuse each other of.</summary>
    public IReadOnlyList<ConflictAct> Acts { get; init; } = [];

    /// <summary>SHA-256 of the file it was read from, 64 lower-case hexadecimal digits: a changed dossier reads articles again.</summary>
    public required string Version { get; init; }
}

/// <summary>A place in a file that could not be accepted. <paramref name="Line"/> is one-based; 0 where it is the whole file.</summary>
public sealed record DataProblem(string File, int Line, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Sentence}" : $"{File}: {Sentence}";
}

/// <summary>What is known of one file that its text does not say.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Source">The outlet, named or described.</param>
/// <param name="Published">When, with its basis and evidence; <see cref="PublishedDate.Unknown"/> where the catalogue doesn't say.</param>
public sealed record CatalogueEntry(string File, Source? Source, PublishedDate Published)
{
    /// <summary>Where it was found, or null.</summary>
    public string? Url { get; init; }
}

/// <summary>What is known of the files of one folder.</summary>
/// <param name="Entries">By file name.</param>
/// <param name="Version">SHA-256 of the file it was read from; empty for none.</param>
public sealed record Catalogue(IReadOnlyDictionary<string, CatalogueEntry> Entries, string Version)
{
    /// <summary>Nothing is known.</summary>
    public static Catalogue Empty { get; } = new(new Dictionary<string, CatalogueEntry>(), "");

    /// <summary>The entry of a file, or null.</summary>
    public CatalogueEntry? Find(string fileName) => Entries.GetValueOrDefault(fileName);
}
