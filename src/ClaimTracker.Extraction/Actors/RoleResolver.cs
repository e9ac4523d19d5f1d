using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Resolves roles: “the spokesman” to whom the article named in that office, “a senior official” to an unnamed source of this article.</summary>
/// <remarks>A named person is taken only where the article itself names him: an office's holder of today may not be that of the article.</remarks>
internal sealed class RoleResolver(ActorNames names, SpeakerLexicon lexicon, Surroundings around, Salience salience, UnnamedSources unnamed)
{
    /// <summary>Participants back from the last among whom an office's holder is sought: more than any article names.</summary>
    private const int MostActors = 500;

    private Cast _cast = null!;
    private DateOnly? _published;

    public void Read(Cast cast)
    {
        _cast = cast;
        _published = cast.Article.Article.Published.Date;
    }

    /// <summary>Who a person's role stands for.</summary>
    public Resolved Person(SourcePhrase phrase)
    {
        var role = phrase.Role!;
        if (!phrase.Indefinite && !phrase.Another && Antecedent(phrase, role) is { } found)
            return found;
        return unnamed.Human(phrase, anaphoric: phrase.Definite);
    }

    /// <summary>Who a body's role stands for: “the ministry”, “the group”, “Ruritanian police”.</summary>
    public Resolved Body(SourcePhrase phrase)
    {
        var head = phrase.Role!;
        if (phrase.Owned && OfOwner(phrase, head) is { } owned)
            return owned;
        if (lexicon.IsOffice(head) && phrase.Qualifiers is [.., { } office] && office.Range.Start > phrase.Head.Start)
            return new(office.Participant, phrase.Core, false, 0.85, "office-of");
        if (phrase.Qualifiers.Count == 0 && phrase.State == -1 && !phrase.Indefinite && !phrase.Another)
        {
            var (best, lead) = salience.Best(phrase.Core.Start, p => BodyFits(p, head, phrase));
            if (best >= 0)
                return new(best, phrase.Core, true, lead > 1 ? 0.85 : 0.7, "role-body");
        }

        return unnamed.Body(phrase);
    }

    /// <summary>“his ministry”: the one that the last person belongs to.</summary>
    private Resolved? OfOwner(SourcePhrase phrase, RoleNoun head)
    {
        if (around.Is(phrase.Core.Start - 1, SpeakerWord.Thing) && OfBody(phrase) is { } part)
            return part;
        var (owner, lead) = salience.Best(phrase.Core.Start, p => p.IsOnePerson && p.FirstMention >= 0 && p.FirstMention < phrase.Core.Start ? 0 : double.NegativeInfinity);
        if (owner < 0 || lead < 0.75)
            return null;
        for (var at = _cast[owner].Known?.Parent ?? _cast[owner].Parent; at >= 0; at = names.Actors[at].Parent)
        {
            if (NamedSo(names.Actors[at].Actor, head.Lemma))
                return new(_cast.Of(names.Actors[at]), phrase.Core, true, 0.8, "body-of-owner");
        }

        return null;
    }

    /// <summary>“Ruritania's army …. Its media wing”: the only body of that body, or of its state, which is called so.</summary>
    private Resolved? OfBody(SourcePhrase phrase)
    {
        var (owner, lead) = salience.Best(phrase.Core.Start, p => !p.IsHuman && p is { Known: not null, State: >= 0 } && p.FirstMention >= 0 && p.FirstMention < phrase.Core.Start ? 0 : double.NegativeInfinity);
        if (owner < 0 || lead < 0.75)
            return null;
        var called = _cast.Article.SpanOf(phrase.Core).In(_cast.Article.Text).ToString();
        KnownActor? only = null;
        foreach (var actor in names.Actors)
        {
            if (actor.Parent != _cast[owner].Known!.Index || actor.IsPerson || !NamedSo(actor.Actor, called))
                continue;
            if (only is not null)
                return null;
            only = actor;
        }

        return only is null ? null : new(_cast.Of(only), phrase.Core, true, 0.8, "body-of-owner");
    }

    /// <summary>“Ruritanian authorities”, “the Red government”: whoever governs.</summary>
    public Resolved Rulers(SourcePhrase phrase)
    {
        foreach (var qualifier in phrase.Qualifiers)
        {
            var participant = _cast[qualifier.Participant];
            if (participant.Known is { } known)
            {
                var ruler = known.Actor.Kind == ActorKind.State ? names.Actors[known.Government] : known;
                return new(_cast.Of(ruler), phrase.Core, false, 0.9, "rulers-of-name");
            }

            if (participant.Kind == ActorKind.State)
                return new(qualifier.Participant, phrase.Core, false, 0.85, "rulers-of-name");
        }

        if (phrase.State >= 0)
            return new(_cast.Of(names.Actors[names.Actors[phrase.State].Government]), phrase.Core, false, 0.9, "rulers-of-state");
        if (phrase.State == -1 && !phrase.Indefinite && phrase.Definite)
        {
            var (best, lead) = salience.Best(phrase.Core.Start, p => p.Kind is ActorKind.Government ? 2 : p.Kind is ActorKind.State ? 1 : double.NegativeInfinity);
            if (best >= 0 && lead > 1.5)
                return new(best, phrase.Core, true, 0.65, "role-rulers");
        }

        return unnamed.Body(phrase);
    }

    private Resolved? Antecedent(SourcePhrase phrase, RoleNoun role)
    {
        if (role.Plural)
            return SamePlural(phrase, role);
        var (best, lead) = salience.Best(phrase.Core.Start, p => PersonFits(p, phrase, role));
        if (best < 0)
            return OnlyHolder(phrase, role);
        var exact = RoleScore(_cast[best], phrase, role) >= 2;
        // Two who could be meant, none of them the one who speaks: the article's own words.
        if (lead < 0.75 || (!exact && lead < 2))
            return null;
        return new(best, phrase.Core, true, exact ? lead > 2 ? 0.95 : 0.85 : 0.75, exact ? "role-office" : "role-last-speaker");
    }

    /// <summary>Long after his name: the only one in the article with that office.</summary>
    private Resolved? OnlyHolder(SourcePhrase phrase, RoleNoun role)
    {
        var only = -1;
        for (var i = Math.Max(0, _cast.Count - MostActors); i < _cast.Count; i++)
        {
            if (_cast[i].Kind != ActorKind.Person || PersonFits(_cast[i], phrase, role) < 6 || (_published is null && !_cast[i].Roles.Exists(r => r.Group == role.Group)))
                continue;
            if (only >= 0)
                return null;
            only = i;
        }

        return only < 0 ? null : new(only, phrase.Core, true, 0.8, "role-only-holder");
    }

    private Resolved? SamePlural(SourcePhrase phrase, RoleNoun role)
    {
        if (!phrase.Definite)
            return null;
        var (best, _) = salience.Best(phrase.Core.Start, p => p.Plural && p.Kind == ActorKind.Anonymous && p.Roles.Exists(r => r.Group == role.Group && Narrows(phrase, r, p)) ? 3 : double.NegativeInfinity);
        return best < 0 ? null : new(best, phrase.Core, true, 0.85, "role-plural");
    }

    private double PersonFits(Participant p, SourcePhrase phrase, RoleNoun role)
    {
        if (!p.IsOnePerson || p.FirstMention < 0 || p.FirstMention >= phrase.Core.Start || Differs(p.Gender, role.Gender))
            return double.NegativeInfinity;
        var score = RoleScore(p, phrase, role);
        return score <= 0 ? double.NegativeInfinity : 2 * score;
    }

    private static bool Differs(Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;

    /// <summary>4: that office by the article's own words; 3: by the dossier; 1: someone in an office of whom it is the general word; 0: does not fit.</summary>
    private double RoleScore(Participant p, SourcePhrase phrase, RoleNoun role)
    {
        if (!OfQualifiers(p, phrase))
            return 0;
        foreach (var held in p.Roles)
        {
            if (held.Group == role.Group && Narrows(phrase, held, p))
                return 4;
        }

        if (p.Known is { } known && known.InOffice(_published))
        {
            foreach (var held in known.Roles)
            {
                if (held.Group == role.Group && Narrows(phrase, held, p))
                    return 3;
            }
        }

        var general = lexicon.IsGeneral(role) && phrase.Modifiers.Count == 0 && phrase.Qualifiers.Count == 0;
        var officer = p.Roles.Exists(r => !lexicon.IsTrade(r.Group)) || p.Known is { Roles.Count: > 0 };
        return general && (officer || (p.Kind == ActorKind.Anonymous && p.Roles.Count == 0)) ? 1 : 0;
    }

    /// <summary>Whether every word that narrows the role here narrows the office too, or tells to whom its holder belongs.</summary>
    private bool Narrows(SourcePhrase phrase, RolePhrase held, Participant p)
    {
        foreach (var word in phrase.Modifiers)
        {
            if (Array.IndexOf(held.Modifiers, word) < 0 && p.Known?.Belongs.Contains(word) != true && !Belongs(p, word) && !lexicon.IsDegree(word))
                return false;
        }

        return true;
    }

    private bool Belongs(Participant p, int word) => names.StateOfAdjective(word) is >= 0 and var state && p.State == state;

    /// <summary>Whether the names that narrow the role are those to whom the participant belongs.</summary>
    private bool OfQualifiers(Participant p, SourcePhrase phrase)
    {
        if (phrase.State == -2 || (phrase.State >= 0 && p.State >= 0 && p.State != phrase.State))
            return false;
        foreach (var qualifier in phrase.Qualifiers)
        {
            if (_cast[qualifier.Participant].Known is { } known ? !Under(p, known.Index) && !(known.Actor.Kind == ActorKind.State && p.State == known.Index) : p.Known is not null)
                return false;
        }

        return true;
    }

    private bool Under(Participant p, int actor)
    {
        for (var at = p.Known?.Index ?? p.Parent; at >= 0; at = names.Actors[at].Parent)
        {
            if (at == actor)
                return true;
        }

        return false;
    }

    private double BodyFits(Participant p, RoleNoun head, SourcePhrase phrase)
    {
        if (p.IsHuman || p.FirstMention < 0 || p.FirstMention >= phrase.Core.Start)
            return double.NegativeInfinity;
        if (p.Name.Contains(head.Lemma, StringComparison.OrdinalIgnoreCase) || p.Known is { } known && NamedSo(known.Actor, head.Lemma))
            return 4;
        return p.Kind switch
        {
            ActorKind.ArmedGroup when lexicon.IsGroup(head) => 2,
            ActorKind.Organisation or ActorKind.InternationalBody when lexicon.IsGroup(head) => 1,
            ActorKind.State when lexicon.IsCountry(head) => 2,
            _ => double.NegativeInfinity,
        };
    }

    private static bool NamedSo(Actor actor, string noun)
    {
        foreach (var alias in actor.Aliases)
        {
            if (alias.Contains(noun, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var alias in actor.GenericNames)
        {
            if (alias.Contains(noun, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
