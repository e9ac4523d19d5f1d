using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Reads the offices that an article gives a person: “police spokesman Ana Ruiz”, “Ana Ruiz, a security analyst based in Alder,”.</summary>
internal sealed class RoleReader(SpeakerLexicon lexicon, Surroundings around)
{
    private readonly List<int> _words = [];
    private readonly List<RolePhrase> _behind = [];

    /// <summary>Whether a role stands right before the name or in an apposition behind it; what is found is added.</summary>
    public bool Read(TokenRange name, List<RolePhrase> roles)
    {
        var before = ReadBefore(name, roles);
        return Behind(name, roles) || before;
    }

    /// <summary>Whether an apposition behind the name is a person's role.</summary>
    public bool ReadBehind(TokenRange name)
    {
        _behind.Clear();
        return Behind(name, _behind);
    }

    /// <summary>Whether a role stands right before the name; what is found is added.</summary>
    public bool ReadBefore(TokenRange name, List<RolePhrase> roles)
    {
        var start = name.Start;
        while (!around.Breaks(start) && start > name.Start - 9 && (around.Kind(start - 1, TokenKind.Word) || IsTitleDot(start - 1))
            && !around.Is(start - 1, SpeakerWord.Determiner | SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Auxiliary | SpeakerWord.Pronoun)
            && (!around.IsVerb(start - 1) || lexicon.RoleOf(around.Word(start - 1)) is not null || around.Has(start - 1, TokenFlags.Capital)))
            start--;
        return start < name.Start && Add(new(start, name.Start), roles);
    }

    /// <summary>“The rebels' commissioner for the river, Ana Ruiz, said”, “…, the governor of Alder, Ana Ruiz, said”: whether a name between commas is an apposition to a role; what is found is added.</summary>
    public bool ReadApposed(TokenRange name, List<RolePhrase> roles)
    {
        if (!around.Kind(name.Start - 1, TokenKind.Comma) || around.Breaks(name.Start) || !around.Kind(name.End, TokenKind.Comma))
            return false;
        var (start, end) = (name.Start - 1, name.Start - 1);
        while (!around.Breaks(start) && start > end - 14 && around.Kind(start - 1, TokenKind.Word)
            && !around.Is(start - 1, SpeakerWord.Relative | SpeakerWord.Auxiliary | SpeakerWord.Pronoun | SpeakerWord.Conjunction)
            && (!around.IsVerb(start - 1) || lexicon.RoleOf(around.Word(start - 1)) is not null || around.Has(start - 1, TokenFlags.Capital)))
            start--;
        var opens = around.Breaks(start) || (around.Kind(start - 1, TokenKind.Comma) && around.Is(start, SpeakerWord.Determiner) && around.IsVerb(name.End + 1));
        return opens && start < end && Add(new(start, end), roles);
    }

    /// <summary>The dot of “Gov.”.</summary>
    private bool IsTitleDot(int token) => around.Kind(token, TokenKind.Stop) && lexicon.TitleOf(around.Word(token - 1)) is not null;

    private bool Behind(TokenRange name, List<RolePhrase> roles)
    {
        if (!around.Kind(name.End, TokenKind.Comma))
            return false;
        var end = name.End + 1;
        while (!around.Breaks(end) && end < name.End + 16 && (around.Kind(end, TokenKind.Word) || around.Kind(end, TokenKind.Number))
            && !around.Is(end, SpeakerWord.Relative | SpeakerWord.Auxiliary | SpeakerWord.Pronoun))
            end++;
        return end > name.End + 1 && Add(new(name.End + 1, end), roles);
    }

    /// <summary>The role noun of a phrase – the last before “of”, “for” and the like – with the words that narrow it.</summary>
    private bool Add(TokenRange phrase, List<RolePhrase> roles)
    {
        RoleNoun? head = null;
        var at = -1;
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (around.Is(i, SpeakerWord.Preposition) && head is not null)
                break;
            if (lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Person, Plural: false } role)
                (head, at) = (role, i);
        }

        if (head is null)
            return false;
        _words.Clear();
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (i != at && around.Word(i) is not 0 and var word && word != lexicon.Possessive
                && !around.Is(i, SpeakerWord.Determiner | SpeakerWord.Preposition | SpeakerWord.And))
                _words.Add(word);
        }

        roles.Add(new(head.Group, [.. _words]));
        return true;
    }
}
