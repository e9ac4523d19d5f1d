using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>What is known of a person's gender.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>What kind of speaker a noun names.</summary>
internal enum RoleKind : byte
{
    /// <summary>One human being, or several where the noun is plural: “the spokesman”, “officials”.</summary>
    Person,

    /// <summary>A body: “the ministry”.</summary>
    Body,

    /// <summary>A country's rulers: “the authorities”.</summary>
    Rulers,

    /// <summary>Something written that speaks for its author: “the statement”.</summary>
    Document,

    /// <summary>Those who report others: “local media”.</summary>
    Media,
}

/// <summary>A noun for those who speak.</summary>
/// <param name="Lemma">Its singular.</param>
/// <param name="Group">The noun as which it counts when roles are compared: “spokesperson” for “spokesman”.</param>
/// <param name="Kind">What kind of speaker it names.</param>
/// <param name="Plural">Whether this form is a plural.</param>
/// <param name="Gender">Where the word tells.</param>
/// <param name="Source">Whether it alone never names anyone: “officials”, “a witness”.</param>
internal sealed record RoleNoun(string Lemma, string Group, RoleKind Kind, bool Plural, Gender Gender, bool Source);

/// <summary>What stands before a person's name.</summary>
/// <param name="Rank">Whether it belongs to the name (“Lt Gen”), unlike an office (“Minister”).</param>
/// <param name="Gender">Where the word tells.</param>
internal sealed record Title(bool Rank, Gender Gender);

/// <summary>A country with its names, adjectives and capital.</summary>
internal sealed record Country(int Index, IReadOnlyList<string> Names, IReadOnlyList<string> Adjectives, IReadOnlyList<string> Capitals);

/// <summary>The English that tells who speaks: role nouns, titles, pronouns and other small words, countries, given names.</summary>
internal sealed class SpeakerLexicon
{
    private readonly WordMap<SpeakerWord> _words = new();
    private readonly WordMap<RoleNoun> _roles = new();
    private readonly PhraseTrie<RoleNoun> _longRoles = new();
    private readonly WordMap<Title> _titles = new();
    private readonly WordMap<Gender> _given = new();
    private readonly HashSet<string> _general = [];
    private readonly HashSet<string> _trades = [];
    private readonly HashSet<string> _groups = [];
    private readonly HashSet<string> _countries = [];
    private readonly HashSet<string> _parties = [];
    private readonly HashSet<string> _offices = [];
    private readonly HashSet<string> _personal = [];
    private readonly HashSet<string> _standing = [];

    public SpeakerLexicon(Vocabulary vocabulary)
    {
        ReadWords(vocabulary);
        ReadRoles(vocabulary);
        foreach (var line in LexiconFile.Shipped("titles.txt", new HashSet<string> { "rank", "office", "gender" }))
            _titles.Set(vocabulary.Add(line.Entry), new(line.Has("rank"), GenderOf(line.Value("gender"))));
        foreach (var line in LexiconFile.Shipped("given-names.txt", new HashSet<string> { "m", "f" }))
        {
            foreach (var name in line.Forms)
                _given.Set(vocabulary.Add(name), line.Has("f") ? Gender.Female : Gender.Male);
        }

        Countries = [.. LexiconFile.Shipped("countries.txt", new HashSet<string> { "adj", "capital" })
            .Select((line, i) => new Country(i, line.Forms, Values(line.Value("adj")), Values(line.Value("capital"))))];
        Possessive = vocabulary.Add("'s");
        OfWord = vocabulary.Add("of");
        ForWord = vocabulary.Add("for");
        Joint = vocabulary.Add("joint");
    }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>The word ids of “’s”, “of”, “for”, “joint”.</summary>
    public int Possessive { get; }

    public int OfWord { get; }

    public int ForWord { get; }

    public int Joint { get; }

    /// <summary>What a word tells.</summary>
    public SpeakerWord Of(int word) => _words[word];

    /// <summary>Whether a word has at least one of these classes.</summary>
    public bool Is(int word, SpeakerWord classes) => (_words[word] & classes) != 0;

    public Title? TitleOf(int word) => _titles[word];

    public Gender GivenName(int word) => _given[word];

    /// <summary>The role noun that a word alone is.</summary>
    public RoleNoun? RoleOf(int word) => _roles[word];

    /// <summary>“official”, “leader”: a word for anyone in office.</summary>
    public bool IsGeneral(RoleNoun role) => _general.Contains(role.Group);

    /// <summary>Whether a role is none that gives office: “reporter”, “resident”.</summary>
    public bool IsTrade(string group) => _trades.Contains(group);

    /// <summary>“group”, “movement”: a word for an armed group or another body.</summary>
    public bool IsGroup(RoleNoun role) => _groups.Contains(role.Group);

    /// <summary>“country”, “nation”.</summary>
    public bool IsCountry(RoleNoun role) => _countries.Contains(role.Group);

    /// <summary>“sides”, “countries”: words for both parties.</summary>
    public bool IsParty(RoleNoun role) => _parties.Contains(role.Group);

    /// <summary>“office”: a word for whoever is in it.</summary>
    public bool IsOffice(RoleNoun role) => _offices.Contains(role.Group);

    /// <summary>“letter”: a paper of which a person can be the author.</summary>
    public bool IsPersonal(RoleNoun role) => _personal.Contains(role.Group);

    /// <summary>“law”: a paper that speaks for itself.</summary>
    public bool IsStanding(RoleNoun role) => _standing.Contains(role.Group);

    /// <summary>“senior”, “top”: words that narrow no office.</summary>
    public bool IsDegree(int word) => Is(word, SpeakerWord.Degree);

    /// <summary>The longest role noun that begins at a token; its length, or 0.</summary>
    public int MatchRole(TokenBuffer tokens, string text, int at, out RoleNoun? role)
    {
        var length = _longRoles.Match(tokens, text, at, out role);
        if (length > 0)
            return length;
        role = tokens[at].IsWord ? _roles[tokens[at].Word] : null;
        return role is null ? 0 : 1;
    }

    private void ReadWords(Vocabulary vocabulary)
    {
        foreach (var line in LexiconFile.Shipped("speaker-words.txt"))
        {
            var classes = SpeakerWord.None;
            foreach (var (key, _) in line.Keys)
                classes |= SpeakerWords.Read(key) ?? throw new InvalidDataException(line.Problem($"'{key}' is not a class of words").ToString());
            foreach (var form in line.Forms)
            {
                var word = vocabulary.Add(form);
                _words.Set(word, _words[word] | classes);
            }
        }
    }

    private void ReadRoles(Vocabulary vocabulary)
    {
        var allowed = new HashSet<string> { "person", "people", "org", "state", "document", "media", "source", "plural", "as", "gender", "general", "group", "country", "party", "office", "personal", "standing" };
        foreach (var line in LexiconFile.Shipped("roles.txt", allowed))
        {
            var kind = line.Has("document") ? RoleKind.Document : line.Has("media") ? RoleKind.Media : line.Has("state") ? RoleKind.Rulers
                : line.Has("org") ? RoleKind.Body : RoleKind.Person;
            Note(_general, line, "general");
            if (!line.Has("general"))
                Note(_trades, line, "source");
            Note(_groups, line, "group");
            Note(_countries, line, "country");
            Note(_parties, line, "party");
            Note(_offices, line, "office");
            Note(_personal, line, "personal");
            Note(_standing, line, "standing");
            for (var i = 0; i < line.Forms.Count; i++)
            {
                var plural = i > 0 || line.Has("plural") || line.Has("people");
                var role = new RoleNoun(line.Entry, line.Value("as") ?? line.Entry, kind, plural, GenderOf(line.Value("gender")), line.Has("source"));
                if (line.Forms[i].Contains(' '))
                    _longRoles.Add(vocabulary, line.Forms[i], role);
                else
                    _roles.Set(vocabulary.Add(line.Forms[i]), role);
            }
        }
    }

    private static void Note(HashSet<string> set, LexiconLine line, string key)
    {
        if (line.Has(key))
            set.Add(line.Value("as") ?? line.Entry);
    }

    private static Gender GenderOf(string? letter) => letter switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };

    private static string[] Values(string? value) => value is null ? [] : [.. value.Split('|').Select(v => v.Replace('_', ' '))];
}
