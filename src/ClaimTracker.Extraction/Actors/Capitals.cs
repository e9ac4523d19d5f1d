using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Whether the name of a country or a capital acts or merely locates: “Alder announced” against “in Alder”.</summary>
internal sealed class Capitals(Surroundings around)
{
    /// <summary>Whether a capital's name stands for the government here.</summary>
    public bool CityActs(TokenRange name)
    {
        var before = name.Start - 1;
        if (IsDateline(name))
            return false;
        if (around.Word(name.End) == around.Lexicon.Possessive)
            return Has(name.End + 1);
        if (around.IsGerund(name.End))
            return true;
        if (!around.Breaks(name.Start) && around.Is(before, SpeakerWord.Preposition))
            return !around.Is(before, SpeakerWord.Place)
                && (around.Is(before, SpeakerWord.Party) || Addressed(before - 1));
        if (!around.Breaks(name.Start) && around.Is(before, SpeakerWord.And | SpeakerWord.Count) && around.IsSubject(name))
            return true;
        if (!around.Breaks(name.Start) && around.Is(before, SpeakerWord.And))
            return Partner(before - 1);
        if (!around.Breaks(name.Start) && around.Is(before, SpeakerWord.Addresses))
            return true;
        if (around.Is(name.End, SpeakerWord.And) && around.Has(name.End + 1, TokenFlags.Capital))
            return true;
        return around.IsSubject(name) || (around.Is(before, SpeakerWord.Count) && !around.Breaks(name.Start));
    }

    /// <summary>Whether a country's name merely locates: “in Ruritania”, “northern Ruritania”, “soldiers inside Ruritania”.</summary>
    public bool CountryLocates(TokenRange name)
    {
        var before = name.Start - 1;
        if (around.Breaks(name.Start) || around.Word(name.End) == around.Lexicon.Possessive)
            return false;
        if (around.Is(before, SpeakerWord.Place))
            return true;
        return around.Is(before, SpeakerWord.Motion) && !Addressed(before - 1);
    }

    /// <summary>“’s [sincere] demand”: a noun of a government within the next words.</summary>
    private bool Has(int token)
    {
        for (var i = token; i < token + 4 && !around.Breaks(i); i++)
        {
            if (around.Is(i, SpeakerWord.Has))
                return true;
            if (!around.Kind(i, TokenKind.Quote) && (!around.Kind(i, TokenKind.Word) || around.Is(i, SpeakerWord.Preposition)))
                return false;
        }

        return false;
    }

    /// <summary>“message from”, “conveyed to”, “pressure on”.</summary>
    private bool Addressed(int token)
    {
        for (var i = token; i >= token - 3 && !around.Breaks(i + 1); i--)
        {
            if (around.Is(i, SpeakerWord.Addresses))
                return true;
            if (around.Is(i, SpeakerWord.Preposition | SpeakerWord.Conjunction))
                return false;
        }

        return false;
    }

    /// <summary>“between Alder and Birch”: what holds of the first holds of the second.</summary>
    private bool Partner(int token)
    {
        if (!around.Has(token, TokenFlags.Capital))
            return around.Word(token) == around.Lexicon.Possessive;
        while (!around.Breaks(token) && around.Has(token, TokenFlags.Capital))
            token--;
        return !around.Is(token, SpeakerWord.Place) && (around.Is(token, SpeakerWord.Party | SpeakerWord.Count) || around.IsVerb(token) || Addressed(token - 1));
    }

    /// <summary>“ANKARA:”, “ANKARA (AP) –”, “ANKARA, March 5 –” at the head of a paragraph.</summary>
    private bool IsDateline(TokenRange name)
    {
        var start = around.ParagraphOf(name.Start);
        if (name.Start - start > 8)
            return false;
        for (var i = start + 1; i < name.Start; i++)
        {
            if (around.Kind(i, TokenKind.Word) && !around.Has(i, TokenFlags.Capital))
                return false;
        }

        for (var i = name.End; i < name.End + 10 && !around.Breaks(i); i++)
        {
            if (around.Kind(i, TokenKind.Dash))
                return true;
            if (around.Kind(i, TokenKind.Colon))
                return i - name.End < 4;
            if (around.Kind(i, TokenKind.Word) && !around.Has(i, TokenFlags.Capital))
                return false;
        }

        return false;
    }
}
