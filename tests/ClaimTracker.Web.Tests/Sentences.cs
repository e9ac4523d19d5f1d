using ClaimTracker.Domain;

namespace ClaimTracker.Web.Tests;

/// <summary>Sentences of the seeds, roughly: what a card shows around a claim's words.</summary>
internal static class Sentences
{
    public static TextSpan Around(string text, Claim claim)
    {
        TextSpan[] spans = [.. claim.Content, .. new[] { claim.Cue?.Span, claim.Speaker.Span }.OfType<TextSpan>()];
        var (start, end) = (spans.Min().Start, spans.Max(s => s.End));
        while (start > 0 && text[start - 1] is not '\n' && !Ends(text, start - 1))
            start--;
        while (start < spans.Min().Start && char.IsWhiteSpace(text[start]))
            start++;
        while (end < text.Length && text[end] is not '\n' && !Ends(text, end))
            end++;
        return new(start, end);
    }

    private static bool Ends(string text, int at) =>
        char.IsWhiteSpace(text[at]) && at > 1 && (text[at - 1] is '.' || (text[at - 1] is '”' or '"' && text[at - 2] is '.' or ','))
        && at + 1 < text.Length && (char.IsUpper(text[at + 1]) || text[at + 1] is '“' or '"') && !text[..at].EndsWith(" Lt.", StringComparison.Ordinal)
        && text[at - 1] is '.' or '”' or '"' && text[at - 2] is not ',';
}
