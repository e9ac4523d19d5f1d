using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Gives a claim without days of its own those of its article's other claims on the same matter.</summary>
internal static class WindowInheritance
{
    public static void Apply(ArticleFacts article, IReadOnlyDictionary<string, ClaimFacts> byKey)
    {
        foreach (var claim in article.Claims)
            if (claim.NestedIn is { } outer && byKey.TryGetValue(outer, out var around) && SameWords(claim, around))
                Share(claim, around);
        foreach (var claim in article.Claims.Where(c => c.Window.Basis != WindowBasis.Event && !c.Timeless && c.Stances.Length > 0))
            if (FromSameMatter(article, claim) is { } window)
                claim.Window = window;
    }

    private static bool SameWords(ClaimFacts claim, ClaimFacts around) => claim.Start == around.Start && claim.End == around.End;

    private static void Share(ClaimFacts first, ClaimFacts second)
    {
        if (first.Window.Basis < second.Window.Basis)
            first.Window = second.Window;
        else if (second.Window.Basis < first.Window.Basis)
            second.Window = first.Window;
    }

    /// <summary>The window that all dated claims on one of its questions share; null where there is none or more than one.</summary>
    private static EventWindow? FromSameMatter(ArticleFacts article, ClaimFacts claim)
    {
        EventWindow? found = null;
        foreach (var other in article.Claims)
        {
            if (other.Window is not { Basis: WindowBasis.Event, IsEvent: true } || other == claim || !SameMatter(claim, other))
                continue;
            if (found is { } known && !known.Fits(other.Window))
                return null;
            found = found is { } longer && longer.Length >= other.Window.Length ? longer : other.Window;
        }

        return found;
    }

    private static bool SameMatter(ClaimFacts first, ClaimFacts second) =>
        first.Stances.Any(s => second.Stances.Any(o => o.Question == s.Question));
}
