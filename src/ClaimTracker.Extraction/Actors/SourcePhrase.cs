using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>What the words for a speaker are made of.</summary>
internal enum SourceForm : byte
{
    /// <summary>“he”.</summary>
    Pronoun,

    /// <summary>One name or several: “Lt Gen Strelsau”, “Ruritania and Northmark”.</summary>
    Names,

    /// <summary>A noun for those who speak: “the spokesman”, “Ruritanian officials”, “the statement”.</summary>
    Role,

    /// <summary>Anything else.</summary>
    Words,
}

/// <summary>The words for a speaker, taken apart.</summary>
internal sealed class SourcePhrase
{
    public SourceForm Form { get; set; }

    /// <summary>The names that speak, in reading order: indices into the cast's mentions are not kept, the mentions are.</summary>
    public List<NameMention> Names { get; } = [];

    /// <summary>The names that only narrow a role: “rebel” in “rebel spokesman”, “the army” in “spokesman of the army”.</summary>
    public List<NameMention> Qualifiers { get; } = [];

    public RoleNoun? Role { get; set; }

    /// <summary>The role noun's tokens.</summary>
    public TokenRange Head { get; set; }

    /// <summary>The words up to the first comma or relative clause, without determiners: what is kept as the words for the speaker.</summary>
    public TokenRange Core { get; set; }

    /// <summary>The same with what “of”, “in” or “for” add.</summary>
    public TokenRange Whole { get; set; }

    /// <summary>Words that narrow the role, by id; 0 for unknown ones.</summary>
    public List<int> Modifiers { get; } = [];

    /// <summary>“the”, “this”: it has been spoken of.</summary>
    public bool Definite { get; set; }

    /// <summary>“a”, “some”: it has not.</summary>
    public bool Indefinite { get; set; }

    /// <summary>“another”.</summary>
    public bool Another { get; set; }

    /// <summary>“its”, “their”.</summary>
    public bool Owned { get; set; }

    /// <summary>“both”, “the two”.</summary>
    public bool Both { get; set; }

    /// <summary>The state of which an adjective in it speaks, as an index into the dossier's actors; −1 for none, −2 for one of no actor.</summary>
    public int State { get; set; } = -1;

    public void Clear()
    {
        (Form, Role, Head, Core, Whole, State) = (SourceForm.Words, null, default, default, default, -1);
        (Definite, Indefinite, Another, Owned, Both) = (false, false, false, false, false);
        Names.Clear();
        Qualifiers.Clear();
        Modifiers.Clear();
    }
}
