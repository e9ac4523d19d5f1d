using System.Runtime.InteropServices;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>One thing that is known of reporting beyond a single cue. Rules run in one visible list, in its order.</summary>
internal interface IDraftRule
{
    /// <summary>Stable name, stored with each claim that it changed or made.</summary>
    string Name { get; }

    /// <summary>Whether the rule mends what a claim is made of and not what a linguist marks, who bounds such clauses in more than one way.</summary>
    bool ForClaimsOnly => false;

    /// <summary>Changes, adds or drops drafts.</summary>
    void Apply(DraftList drafts);
}

/// <summary>The drafts of one article, with what rules look things up in.</summary>
internal sealed class DraftList(Choices choices, CueReader reader, CueLexicon cues)
{
    /// <summary>How many drafts a rule looks away from one: far more than belong together, and few enough that their number doesn't matter.</summary>
    public const int Reach = 40;

    /// <summary>In reading order of their cues; a rule that adds some sorts them.</summary>
    public List<Draft> Items { get; } = [];

    /// <summary>Every word that can be a cue, whether it was read as one or not.</summary>
    public List<CueCandidate> Candidates { get; } = [];

    public Choices Choices => choices;

    public CueReader Reader => reader;

    public CueLexicon Cues => cues;

    public ArticleTokens Article => choices.Article;

    public ReadOnlySpan<char> Letters(int token) => Article.Letters(token);

    /// <summary>Whether a token is one of the classes.</summary>
    public bool Is(int token, WordClass classes) => (choices.Class(token) & classes) != 0;

    /// <summary>Whether a word of a range can be a finite verb.</summary>
    public bool HasFinite(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (IsFinite(i))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word can be a finite verb.</summary>
    public bool IsFinite(int token) => Is(token, WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb);

    /// <summary>Puts the drafts in reading order of their cues; those with one cue stay as they stand.</summary>
    public void Sort()
    {
        var sorted = Items.OrderBy(d => d.Cue.Range.Start).ThenBy(d => d.Cue.Range.End).ToList();
        Items.Clear();
        Items.AddRange(sorted);
    }

    /// <summary>The first draft whose cue begins at a token or behind it, as an index into <see cref="Items"/>.</summary>
    public int FirstFrom(int token)
    {
        var (low, high) = (0, Items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Items[middle].Cue.Range.Start < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The drafts whose cues stand next before a token, in reading order.</summary>
    public ReadOnlySpan<Draft> Before(int token)
    {
        var end = FirstFrom(token);
        return CollectionsMarshal.AsSpan(Items)[Math.Max(0, end - Reach)..end];
    }

    /// <summary>The drafts whose cues stand next at a token or behind it.</summary>
    public ReadOnlySpan<Draft> From(int token)
    {
        var start = FirstFrom(token);
        return CollectionsMarshal.AsSpan(Items)[start..Math.Min(Items.Count, start + Reach)];
    }

    /// <summary>Whether a cue has a draft.</summary>
    public bool IsRead(in CueCandidate cue)
    {
        foreach (var draft in From(cue.Range.Start))
        {
            if (draft.Cue.Range.Start > cue.Range.Start)
                return false;
            if (draft.Cue.Range == cue.Range)
                return true;
        }

        return false;
    }

    /// <summary>The noun group that begins at a token.</summary>
    public NounGroup? GroupAt(int sentence, int start)
    {
        foreach (var group in choices.Groups(sentence))
        {
            if (group.Range.Start == start)
                return group;
        }

        return null;
    }

    /// <summary>The noun group that ends at a token (exclusive).</summary>
    public NounGroup? GroupBefore(int sentence, int end)
    {
        foreach (var group in choices.Groups(sentence))
        {
            if (group.Range.End == end)
                return group;
        }

        return null;
    }

    /// <summary>Back over marks and words that link, so that an end stands behind a word of its own.</summary>
    public int TrimmedEnd(int start, int end)
    {
        while (end > start + 1 && (!choices.CanBegin(end - 1) || Is(end - 1, WordClass.Conj)))
            end--;
        return end;
    }
}
