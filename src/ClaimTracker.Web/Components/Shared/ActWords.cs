using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>What the speaker does, to whom and through whom: “accuses Ruritania, via state radio”; “officials say”.</summary>
public static class ActWords
{
    private static readonly HashSet<string> Plurals = new(Texts.PluralSpeakers.Split(", "), StringComparer.OrdinalIgnoreCase);

    public static string Of(ClaimRow claim)
    {
        var words = Verb(claim);
        if (claim is { Target: { } target, Act: ClaimAct.Accuses or ClaimAct.Condemns })
            words = $"{words} {target.Name}";
        if (claim.ReportedBy is { } via)
            words = Formats.Fill(Texts.CardVia, words, via.Name);
        return claim.InTitle ? Formats.Fill(Texts.CardInTitle, words) : words;
    }

    /// <summary>The act alone, in the number of who speaks.</summary>
    public static string Verb(ClaimRow claim) => IsPlural(claim.Speaker.Name) ? Labels.ActOfMany(claim.Act) : Labels.Act(claim.Act);

    /// <summary>Whether a speaker is called by a noun in the plural: “officials”, “security forces of Ruritania”. Names of bodies are singular.</summary>
    public static bool IsPlural(string name)
    {
        var head = name.Split(" of ", 2)[0];
        return Plurals.Contains(head[(head.LastIndexOf(' ') + 1)..]);
    }
}
