using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Finds the names in an article: those of the dossier, countries, and people met here for the first time.</summary>
internal sealed class MentionFinder(ActorNames names, SpeakerLexicon lexicon, Surroundings around)
{
    private readonly Capitals _capitals = new(around);
    private readonly PersonNames _persons = new(names, lexicon, around);
    private readonly NameContext _context = new(names, lexicon, around);
    private readonly PersonAllegiance _allegiance = new(names, lexicon, around);
    private readonly List<(TokenRange Range, NameEntry Entry)> _short = [];
    private readonly List<(TokenRange Range, NameEntry Entry)> _open = [];

    public PersonNames Persons => _persons;

    /// <summary>Fills the cast with everyone who is named.</summary>
    public void Find(Cast cast)
    {
        var tokens = cast.Article.Tokens;
        _short.Clear();
        _open.Clear();
        _persons.Read(cast);
        _context.Read(cast);
        for (var i = 0; i < tokens.Count;)
        {
            if (!tokens[i].IsWord)
            {
                i++;
                continue;
            }

            var length = Match(cast, i, out var entry);
            if (length > 0 && Fits(tokens, i, length, entry!) && Take(cast, new(i, i + length), entry!))
            {
                i += length;
                continue;
            }

            // “Red spokesman Ana Ruiz”, where the dossier has an actor for one without a name: the body before the office.
            if (length > 1 && !entry!.Short && names.Names.MatchBelow(tokens, cast.Article.Text, i, length, out var body) is > 0 and var part
                && body!.Actors is [var of, ..] && !body.Short && !names.Actors[of].IsPerson && Fits(tokens, i, part, body) && Take(cast, new(i, i + part), body))
            {
                i += part;
                continue;
            }

            // “the foreign office”: a body's name printed small, where the context points to one that bears it.
            if (length > 1 && entry!.Ambiguous && IsSmall(tokens, i, length))
            {
                _open.Add((new(i, i + length), entry));
                i += length;
                continue;
            }

            // A short name alone waits until it is known who is named in full.
            if (_short.Count > 0 && _short[^1].Range.Start == i && _persons.RunEnd(i) == _short[^1].Range.End)
            {
                i = _short[^1].Range.End;
                continue;
            }

            i = tokens[i].Has(TokenFlags.Capital) ? _persons.Find(i, RunEnd(cast, i)) : i + 1;
        }

        TakeShortNames(cast);
        _persons.Finish();
        cast.Sort();
        // Whose army “the army” is can only be told once all that is named without doubt is known.
        foreach (var (range, entry) in _open)
        {
            if (_context.Choose(range, entry) is { } known)
                Take(cast, range, entry, known);
        }

        cast.Sort();
        _allegiance.Read(cast);
    }

    /// <summary>The longest name that begins at a token; where its letters aren't as large as it wants them, a shorter one: “NU” in “a NU river board”.</summary>
    private int Match(Cast cast, int at, out NameEntry? entry)
    {
        var length = names.Names.Match(cast.Article.Tokens, cast.Article.Text, at, out entry);
        while (length > 1 && !Fits(cast.Article.Tokens, at, length, entry!) && !(entry!.Ambiguous && IsSmall(cast.Article.Tokens, at, length))
            && names.Names.MatchBelow(cast.Article.Tokens, cast.Article.Text, at, length, out var shorter) is > 0 and var less)
            (length, entry) = (less, shorter);
        return length;
    }

    /// <summary>Where a run of capitalised words ends, or a name that is known begins.</summary>
    private int RunEnd(Cast cast, int at)
    {
        var end = _persons.RunEnd(at);
        for (var i = at + 1; i < end; i++)
        {
            var length = names.Names.Match(cast.Article.Tokens, cast.Article.Text, i, out var entry);
            if (length > 0 && !entry!.Short && Fits(cast.Article.Tokens, i, length, entry))
                return i;
        }

        return end;
    }

    /// <summary>Whether the letters are as large as the name wants them: “US” isn't “us”, “Reds” isn't “reds”.</summary>
    private static bool Fits(TokenBuffer tokens, int at, int length, NameEntry entry)
    {
        for (var i = 0; i < length && i < 32; i++)
        {
            if ((entry.AllCaps >> i & 1) != 0 && !tokens[at + i].Has(TokenFlags.AllCaps) && tokens[at + i].Has(TokenFlags.Capital | TokenFlags.SpaceBefore)
                && tokens[at + i].IsWord && !HasDots(tokens[at + i]))
                return false;
            if ((entry.Capitals >> i & 1) != 0 && !tokens[at + i].Has(TokenFlags.Capital))
                return false;
        }

        return true;

        static bool HasDots(Token token) => token.End - token.Start > 3;
    }

    private static bool IsSmall(TokenBuffer tokens, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            if (tokens[i].Has(TokenFlags.Capital))
                return false;
        }

        return true;
    }

    private bool Take(Cast cast, TokenRange range, NameEntry entry)
    {
        if (entry.Actors.Count == 0)
            return TakeCountry(cast, range, entry);
        if (entry.Short)
        {
            _short.Add((range, entry));
            return false;
        }

        if (names.Actors[entry.Actors[0]].IsPerson)
            return TakePerson(cast, range, entry);
        if (entry.Generic || entry.Ambiguous || entry.Actors.Count > 1)
            _open.Add((range, entry));
        else
            Take(cast, range, entry, names.Actors[entry.Actors[0]]);
        return true;
    }

    private void Take(Cast cast, TokenRange range, NameEntry entry, KnownActor known)
    {
        _context.Remember(range, known);
        var locates = entry.Capital ? !_capitals.CityActs(range) : known.Actor.Kind == ActorKind.State && _capitals.CountryLocates(range);
        var index = cast.Of(known);
        cast[index].UsedAsPlural |= around.Is(range.End, SpeakerWord.PluralVerb) || lexicon.RoleOf(around.Word(range.End - 1)) is { Plural: true };
        cast.Add(new(range, index, locates ? MentionKind.Location : MentionKind.Name));
    }

    private bool TakeCountry(Cast cast, TokenRange range, NameEntry entry)
    {
        var country = lexicon.Countries[entry.Country];
        var locates = entry.Capital ? !_capitals.CityActs(range) : _capitals.CountryLocates(range);
        var index = cast.Of(ArticleIds.Slug(country.Names[0]), country.Names[0], ActorKind.State, human: false);
        cast.Add(new(range, index, locates ? MentionKind.Location : MentionKind.Name));
        return true;
    }

    private bool TakePerson(Cast cast, TokenRange range, NameEntry entry)
    {
        // “Juan Carlos Ruiz” is another man than “Juan Carlos”.
        if (_persons.GoesOn(range))
            return false;
        var known = names.Actors[entry.Actors[0]];
        foreach (var actor in entry.Actors)
            known = cast.Has(names.Actors[actor]) ? names.Actors[actor] : known;
        if (entry.Actors.Count > 1 && !cast.Has(known))
            return false;
        _persons.Take(range, cast.Of(known));
        return true;
    }

    /// <summary>Short names count once the article names their bearer in full, before or after.</summary>
    private void TakeShortNames(Cast cast)
    {
        foreach (var (range, entry) in _short)
        {
            if (cast.MentionAt(range.Start) is not null)
                continue;
            var best = _persons.BySurname(range);
            foreach (var actor in entry.Actors)
            {
                if (!cast.Has(names.Actors[actor]))
                    continue;
                var index = cast.Of(names.Actors[actor]);
                if (best < 0 || (cast[index].FirstMention < range.Start && cast[index].FirstMention > cast[best].FirstMention))
                    best = index;
            }

            if (best < 0)
                best = _persons.InOffice(range, entry) is { } holder ? cast.Of(holder) : -1;
            if (best < 0)
                _persons.Find(range.Start, range.End);
            else if (!_persons.GoesOn(range))
                cast.Add(new(cast[best].IsHuman ? _persons.WithRank(range) : range, best, cast[best].IsHuman ? MentionKind.Person : MentionKind.Name));
        }
    }
}
