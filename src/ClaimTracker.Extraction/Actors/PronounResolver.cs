using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Resolves pronouns that speak, by gender, number and salience.</summary>
internal sealed class PronounResolver(Surroundings around, Salience salience, UnnamedSources unnamed)
{
    /// <summary>The lead with which “him” is taken for somebody in “he quoted him”: that of one beside whom nobody else fits.</summary>
    private const double Sure = 5;

    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>Who a pronoun stands for.</summary>
    /// <param name="phrase">The pronoun.</param>
    /// <param name="other">Who it cannot be: the subject of the same verb; −1 for none.</param>
    public Resolved Resolve(SourcePhrase phrase, int other = -1)
    {
        var token = phrase.Core.Start;
        if (around.Is(token, SpeakerWord.Relative) && Before(token) is { } antecedent)
            return new(antecedent, phrase.Core, true, 0.85, "relative-pronoun");

        if (Thanked(token) is { } owner)
            return new(owner, phrase.Core, true, 0.85, "pronoun");

        double Can(Participant p) => other >= 0 && p == _cast[other] ? double.NegativeInfinity : Fits(token, p);
        var one = around.Is(token, SpeakerWord.Masculine | SpeakerWord.Feminine);
        var near = one ? salience.InParagraph(token, Can) : null;
        if (near is { Acting.Count: 0 } && salience.OneOfSeveral(token) is >= 0 and var group)
            return new(group, phrase.Core, true, 0.75, "one-of-several");
        var (best, lead) = salience.Best(token, p => near is { Acting.Count: > 0 } && !near.Acting.Contains(p) ? double.NegativeInfinity : Can(p));
        if (best < 0 || (other >= 0 && lead < Sure) || (one && (near!.LeavesOut(_cast[best]) || salience.IsFar(token, best) || salience.Between(token, best, Can))))
            return unnamed.Unresolved(phrase.Core, "pronoun-unresolved");
        // “he said … she wrote”: nobody is both.
        if (one && lead > 1 && _cast[best].Gender == Gender.Unknown)
            _cast[best].Gender = around.Is(token, SpeakerWord.Masculine) ? Gender.Male : Gender.Female;
        var confidence = lead switch { > 4 => 0.97, > 2 => 0.94, > 1 => 0.85, > 0.5 => 0.7, _ => 0.55 };
        return new(best, phrase.Core, true, confidence, "pronoun");
    }

    private double Fits(int token, Participant p)
    {
        if (p.FirstMention < 0 || p.FirstMention >= token)
            return double.NegativeInfinity;
        if (around.Is(token, SpeakerWord.Thing))
            return p.IsHuman || p.Plural ? double.NegativeInfinity : p.Kind == ActorKind.Anonymous ? -2 : p.UsedAsPlural ? -1 : 0;
        if (around.Is(token, SpeakerWord.Plural))
            return p.IsOnePerson ? double.NegativeInfinity : p.Plural || p.UsedAsPlural ? 2 : p.Kind is ActorKind.ArmedGroup ? 1 : -2;
        if (!p.IsOnePerson)
            return double.NegativeInfinity;
        var wanted = around.Is(token, SpeakerWord.Masculine) ? Gender.Male : around.Is(token, SpeakerWord.Feminine) ? Gender.Female : Gender.Unknown;
        return p.Gender == Gender.Unknown || wanted == Gender.Unknown ? 0 : p.Gender == wanted ? 1 : double.NegativeInfinity;
    }

    /// <summary>“thanked Ruritania for its mediation”: what is “its” belongs to the name before the preposition.</summary>
    private int? Thanked(int token) =>
        around.Is(token, SpeakerWord.Owner) && around.Is(token, SpeakerWord.Thing | SpeakerWord.Plural) && !around.Breaks(token) && !around.Breaks(token - 1)
        && _cast.Article.Letters(token - 1) is "for" && _cast.MentionAt(token - 2) is { IsActor: true } mention && !_cast[mention.Participant].IsHuman
            ? mention.Participant
            : null;

    /// <summary>“…, who said”: the name right before.</summary>
    private int? Before(int token)
    {
        for (var i = token - 1; i >= token - 3 && !around.Breaks(i + 1); i--)
        {
            if (_cast.MentionAt(i) is { Participant: >= 0 } mention)
                return mention.Participant;
        }

        return null;
    }
}
