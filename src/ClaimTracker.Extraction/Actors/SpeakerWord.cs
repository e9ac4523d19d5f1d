namespace ClaimTracker.Extraction.Actors;

/// <summary>What a small word tells about who speaks; a word can have several classes.</summary>
[Flags]
internal enum SpeakerWord : long
{
    None = 0,
    Determiner = 1,

    /// <summary>A determiner of what has been spoken of: “the”, “this”, “its”.</summary>
    Known = 1 << 1,

    /// <summary>A determiner of what has not: “a”, “some”.</summary>
    New = 1 << 2,

    /// <summary>“another”: not the one spoken of.</summary>
    Other = 1 << 3,

    /// <summary>“its”, “his”: of someone spoken of.</summary>
    Owner = 1 << 4,

    /// <summary>“both”, “two”.</summary>
    Count = 1 << 5,
    Pronoun = 1 << 6,

    /// <summary>A pronoun that can be a subject.</summary>
    Subject = 1 << 7,
    Masculine = 1 << 8,
    Feminine = 1 << 9,
    Singular = 1 << 10,
    Plural = 1 << 11,

    /// <summary>“it”: no person.</summary>
    Thing = 1 << 12,

    /// <summary>“who”, “that”: of the noun right before.</summary>
    Relative = 1 << 13,

    /// <summary>“I”, “we”, “you”: of whoever speaks here.</summary>
    Own = 1 << 14,
    Preposition = 1 << 15,

    /// <summary>A preposition after which a place is a place.</summary>
    Place = 1 << 16,

    /// <summary>A preposition after which a capital is a government: “between”, “against”.</summary>
    Party = 1 << 17,
    Conjunction = 1 << 18,
    And = 1 << 19,
    Adverb = 1 << 20,
    Auxiliary = 1 << 21,
    Negation = 1 << 22,

    /// <summary>A verb or noun whose object is a party: “told”, “message to”.</summary>
    Addresses = 1 << 23,

    /// <summary>A noun that a capital has as a government: “demand”.</summary>
    Has = 1 << 24,
    Time = 1 << 25,

    /// <summary>In a name, a sign of a body: “ministry”.</summary>
    Body = 1 << 26,

    /// <summary>In a name, a sign of a paper or station: “times”.</summary>
    Outlet = 1 << 27,

    /// <summary>In a name, a sign of a place: “district”.</summary>
    PlaceName = 1 << 28,

    /// <summary>In a name, a sign of neither person nor body: “operation”.</summary>
    ThingName = 1 << 29,

    /// <summary>A verb that comes right after its subject: “said”, “made”.</summary>
    Verb = 1 << 30,

    /// <summary>“from”, “to”, “of”: what follows is where, unless something is said to it.</summary>
    Motion = 1L << 31,

    /// <summary>“senior”, “top”: narrows no office.</summary>
    Degree = 1L << 32,

    /// <summary>“since”, “after”: what follows is beside the point.</summary>
    Aside = 1L << 33,

    /// <summary>“ul”, “bin”: a small word inside a name.</summary>
    Particle = 1L << 34,

    /// <summary>“against”: what follows is an adversary.</summary>
    Against = 1L << 35,

    /// <summary>“are”, “deny”: what stands before is a plural.</summary>
    PluralVerb = 1L << 36,

    /// <summary>“privy”: stands behind the noun that it describes.</summary>
    Tail = 1L << 37,

    /// <summary>“heads”, “runs”: whose subject has charge of its object.</summary>
    Runs = 1L << 38,

    /// <summary>Names a body that only a state has: “police”, “ministry”.</summary>
    StateBody = 1L << 39,

    /// <summary>Says that an office is that of a part of a country: “provincial”, “district”.</summary>
    Regional = 1L << 40,

    /// <summary>On a token: a role noun for a medium, as its own line of the lexicon tells.</summary>
    Medium = 1L << 62,
}

/// <summary>The names of the classes in the lexicon file.</summary>
internal static class SpeakerWords
{
    /// <summary>The class that a key of the file names, or null.</summary>
    public static SpeakerWord? Read(string key) => key switch
    {
        "det" => SpeakerWord.Determiner,
        "state-body" => SpeakerWord.StateBody,
        "regional" => SpeakerWord.Regional,
        "known" => SpeakerWord.Known,
        "new" => SpeakerWord.New,
        "other" => SpeakerWord.Other,
        "owner" => SpeakerWord.Owner,
        "count" => SpeakerWord.Count,
        "pronoun" => SpeakerWord.Pronoun,
        "subject" => SpeakerWord.Subject,
        "m" => SpeakerWord.Masculine,
        "f" => SpeakerWord.Feminine,
        "singular" => SpeakerWord.Singular,
        "plural" => SpeakerWord.Plural,
        "thing" => SpeakerWord.Thing,
        "relative" => SpeakerWord.Relative,
        "own" => SpeakerWord.Own,
        "prep" => SpeakerWord.Preposition,
        "place" => SpeakerWord.Place,
        "party" => SpeakerWord.Party,
        "conjunction" => SpeakerWord.Conjunction,
        "and" => SpeakerWord.And,
        "adverb" => SpeakerWord.Adverb,
        "aux" => SpeakerWord.Auxiliary,
        "negation" => SpeakerWord.Negation,
        "addresses" => SpeakerWord.Addresses,
        "has" => SpeakerWord.Has,
        "time" => SpeakerWord.Time,
        "body" => SpeakerWord.Body,
        "outlet" => SpeakerWord.Outlet,
        "place-word" => SpeakerWord.PlaceName,
        "thing-word" => SpeakerWord.ThingName,
        "aside" => SpeakerWord.Aside,
        "particle" => SpeakerWord.Particle,
        "against" => SpeakerWord.Against,
        "plural-verb" => SpeakerWord.PluralVerb,
        "tail" => SpeakerWord.Tail,
        "runs" => SpeakerWord.Runs,
        "degree" => SpeakerWord.Degree,
        "motion" => SpeakerWord.Motion,
        "verb" => SpeakerWord.Verb,
        _ => null,
    };
}
