using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The gates were opened by the rebels, the ministry affirms.”, “Nothing had come from upstream, Ana Ruiz, the spokeswoman of the board, assured
/// residents.”: a clause, a comma, a subject and a reporting verb with which the sentence, or its part up to a semicolon, ends.
/// </summary>
internal sealed class ClosingCue : IDraftRule
{
    /// <summary>How many tokens can follow the verb: “told reporters in the capital on Friday”; how many the subject's description has.</summary>
    private const int Rest = 7, Description = 12;

    private const int LeastWords = 3;

    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    public string Name => "closing-cue";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        foreach (var cue in drafts.Candidates)
        {
            if (cue.Entry.Kind != CueKind.Verb || cue.Entry.Act is Domain.ClaimAct.CallsFor or Domain.ClaimAct.Demands || IsGerund(drafts, cue) || drafts.IsRead(cue) || !Closes(drafts, cue)
                || Subject(drafts, cue) is not { } subject || Content(drafts, cue.Sentence, subject) is not { } content)
                continue;
            var draft = new Draft { Cue = cue, Source = subject, Before = content, Probability = 0.6 };
            draft.Rules.Add(Name);
            made.Add(draft);
        }

        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    private static bool IsGerund(DraftList drafts, in CueCandidate cue) => drafts.Letters(cue.Range.Start).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Whether nothing but whom, where and when follows up to the end of the sentence or a semicolon.</summary>
    private static bool Closes(DraftList drafts, in CueCandidate cue)
    {
        var end = drafts.Article.Sentences[cue.Sentence].End;
        for (var i = cue.Range.End; i < end && i <= cue.Range.End + Rest; i++)
        {
            var token = drafts.Article.Tokens[i];
            if (token.Kind == TokenKind.Stop || token.Kind == TokenKind.Colon)
                return drafts.Letters(i) is not ":";
            // “the statement went on, a figure it put down to …”
            if (token.Kind == TokenKind.Comma && i == cue.Range.End && drafts.Is(i + 1, WordClass.Det | WordClass.Ing))
                return true;
            if (token.Kind is TokenKind.Quote or TokenKind.Comma || drafts.Is(i, WordClass.That | WordClass.Subord | WordClass.To | WordClass.Aux | WordClass.Modal))
                return false;
        }

        return cue.Range.End + Rest >= end;
    }

    /// <summary>The noun group between a comma and the verb, or before the description or name that stands there: “, Ana Ruiz, the spokeswoman of the board, assured”, “, the board's press office, River Watch, said”.</summary>
    public static TokenRange? Subject(DraftList drafts, in CueCandidate cue)
    {
        var verb = cue.Range.Start;
        while (verb > 0 && drafts.Is(verb - 1, WordClass.Adv | WordClass.Ly | WordClass.Have))
            verb--;
        var sentence = drafts.Article.Sentences[cue.Sentence];
        if (drafts.GroupBefore(cue.Sentence, verb) is { } group && group.Range.Start > sentence.Start && IsComma(drafts, group.Range.Start - 1))
            return group.Range;
        // “, witnesses and local officials told”
        if (drafts.GroupBefore(cue.Sentence, verb) is { } second && drafts.Letters(second.Range.Start - 1) is "and" && drafts.GroupBefore(cue.Sentence, second.Range.Start - 1) is { } former
            && former.Range.Start > sentence.Start && IsComma(drafts, former.Range.Start - 1))
            return new(former.Range.Start, second.Range.End);
        if (!IsComma(drafts, verb - 1))
            return Extended(drafts, cue.Sentence, verb);
        for (var i = verb - 2; i > Math.Max(sentence.Start, verb - Description); i--)
        {
            if (drafts.Is(i, WordClass.Aux | WordClass.Modal | WordClass.CueVerb) && !drafts.Article.Tokens[i].Has(TokenFlags.Capital))
                return null;
            if (IsComma(drafts, i))
                return drafts.GroupBefore(cue.Sentence, i) is { } name && name.Range.Start > sentence.Start && IsComma(drafts, name.Range.Start - 1)
                    && (drafts.Article.Tokens[name.Head].Has(TokenFlags.Capital) || drafts.Article.Tokens[i + 1].Has(TokenFlags.Capital)) ? name.Range : null;
        }

        return null;
    }

    /// <summary>“, the ministry of water in the capital told”: a group with what a preposition adds.</summary>
    private static TokenRange? Extended(DraftList drafts, int sentence, int verb)
    {
        if (drafts.GroupBefore(sentence, verb) is not { } last || last.Range.Start < 2 || !drafts.Is(last.Range.Start - 1, WordClass.Prep)
            || drafts.GroupBefore(sentence, last.Range.Start - 1) is not { } first || first.Range.Start <= drafts.Article.Sentences[sentence].Start || !IsComma(drafts, first.Range.Start - 1))
            return null;
        return new(first.Range.Start, verb);
    }

    private static bool IsComma(DraftList drafts, int token) => token >= 0 && drafts.Article.Tokens[token].Kind == TokenKind.Comma && !drafts.Article.Tokens[token].Has(TokenFlags.Quoted);

    /// <summary>What stands before the comma: the sentence, or what follows the semicolon behind another who speaks in it.</summary>
    private static TokenRange? Content(DraftList drafts, int sentence, TokenRange subject)
    {
        var whole = drafts.Article.Sentences[sentence];
        var start = whole.Start;
        foreach (var other in drafts.Before(subject.Start))
        {
            if (other.Cue.Sentence != sentence || other.Cue.Range.Start < start || drafts.Article.Tokens[other.Cue.Range.Start].Has(TokenFlags.Quoted))
                continue;
            start = Semicolon(drafts, new(other.Cue.Range.End, subject.Start - 1)) + 1;
            if (start == 0)
                return null;
        }

        while (start < subject.Start && (!drafts.Choices.CanBegin(start) || drafts.Is(start, WordClass.Conj)))
            start++;
        var end = drafts.TrimmedEnd(start, subject.Start - 1);
        if (end - start < LeastWords || drafts.Is(start, WordClass.Subord | WordClass.Wh) || drafts.Letters(start).EndsWith("ing", StringComparison.Ordinal))
            return null;
        for (var i = start; i < end; i++)
        {
            if (drafts.Is(i, Finite))
                return new(start, end);
        }

        return null;
    }

    private static int Semicolon(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (drafts.Letters(i) is ";")
                return i;
        }

        return -1;
    }
}
