using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“He stressed the losses, noting …”, “The office said … and also linked …”: the second verb's subject is the first one's, so the first content ends before it.</summary>
internal sealed class CoordinatedCues : IDraftRule
{
    public string Name => "coordinated-cues";

    public void Apply(DraftList drafts)
    {
        foreach (var first in drafts.Items)
        {
            foreach (var second in drafts.From(first.Cue.Range.End))
            {
                if (first.After is not { } after || second == first || !after.Contains(second.Cue.Range) || second.Cue.Entry is not { Kind: CueKind.Verb, Weak: false }
                    || second.After is null || (second.Source is { } own && own != first.Source))
                    continue;
                if (drafts.Article.Tokens[second.Cue.Range.Start].Has(TokenFlags.Quoted) != drafts.Article.Tokens[first.Cue.Range.Start].Has(TokenFlags.Quoted))
                    continue;
                if (Link(drafts, second.Cue.Range.Start) is { } link && link > after.Start + 1)
                {
                    first.After = new(after.Start, drafts.TrimmedEnd(after.Start, link));
                    first.Rules.Add(Name);
                    second.Source ??= first.Source;
                    second.Rules.Add(Name);
                }
            }
        }
    }

    /// <summary>Where “, noting”, “and also linked”, “but added” begins; null where the verb isn't linked so.</summary>
    private static int? Link(DraftList drafts, int verb)
    {
        var i = verb - 1;
        while (drafts.Is(i, WordClass.Adv | WordClass.Ly | WordClass.Aux))
            i--;
        var participle = drafts.Letters(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        return drafts.Article.Tokens[i].Kind == TokenKind.Comma ? participle ? i : null : drafts.Is(i, WordClass.Conj) ? i : null;
    }
}
