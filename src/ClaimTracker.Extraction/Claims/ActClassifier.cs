using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>What a speaker does: the cue decides; where it is neutral, the content.</summary>
internal sealed class ActClassifier(ContentScan scan, CueLexicon cues)
{
    /// <summary>The act, given the content as <see cref="ContentScan"/> has just read it.</summary>
    public (ClaimAct Act, string Rule) Of(ArticleTokens article, FoundAttribution found, bool insideDenial)
    {
        if (CalledFor(article, found))
            return (ClaimAct.CallsFor, "act-calls-for");
        if (found.Entry is { Act: { } told } entry && !(told == ClaimAct.Promises && entry.Kind == CueKind.Verb && !Infinitive(article, found) && entry.Lemma == "agree"))
            return (told, "act-of-cue");
        if (insideDenial && found.Entry?.Kind == CueKind.Noun)
            return (ClaimAct.Accuses, "act-of-denied-noun");
        if (found.Content.Length == 1 && found.Content[0].Count <= 4 && cues.Noun(article.Tokens[found.Content[0].End - 1].Word) is { Act: { } named })
            return (named, "act-of-content-noun");
        if (scan.Stops || ((scan.Obliges || (scan.Condition && scan.Deed)) && (scan.OpposedState >= 0 || scan.Accused >= 0)))
            return (ClaimAct.Demands, "act-demands");
        if (scan.Accused >= 0)
            return (ClaimAct.Accuses, "act-accuses");
        return scan.OwnDenied ? (ClaimAct.Denies, "act-denies") : (ClaimAct.Asserts, "act-asserts");
    }

    /// <summary>“called for”, “called on X to”.</summary>
    private static bool CalledFor(ArticleTokens article, FoundAttribution found)
    {
        if (found.Entry is not { Lemma: "call", Kind: CueKind.Verb } || found.Cue is not { } cue)
            return false;
        return article.Letters(cue.End - 1) is "for" or "on" or "upon" || (cue.End < article.Tokens.Count && article.Letters(cue.End) is "for" or "on" or "upon");
    }

    private static bool Infinitive(ArticleTokens article, FoundAttribution found) => article.Letters(found.Content[0].Start) is "to";
}
