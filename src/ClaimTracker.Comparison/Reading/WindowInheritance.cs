using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Gives a claim without days of its own those of its article's other claims on the same matter.</summary>
internal static class WindowInheritance
{
    /// <summary>How old an event can be to be what an article's undated claims are about, in days.</summary>
    private const int NewsReach = 4;

    /// <summary>How far apart two claims of one article can put the exchange of which they speak, in days.</summary>
    private const int ExchangeReach = 4;

    /// <summary>How many paragraphs away a claim stands that tells of the same place.</summary>
    private const int PlaceReach = 2;

    public static void Apply(ArticleFacts article, IReadOnlyDictionary<string, ClaimFacts> byKey, PlaceTree places)
    {
        foreach (var claim in article.Claims)
            if (claim.NestedIn is { } outer && byKey.TryGetValue(outer, out var around) && SameWords(claim, around))
                Share(claim, around);
        foreach (var claim in article.Claims.Where(c => c.Window.Basis != WindowBasis.Event && !c.Timeless && c.Stances.Length > 0))
            if ((FromSamePlace(article, claim, places) ?? FromSameMatter(article, claim)) is { } window)
                claim.Window = window;
    }

    /// <summary>The window of the dated claims nearby on the same matter in the same narrow place, however old; null where there is none, or more than one.</summary>
    private static EventWindow? FromSamePlace(ArticleFacts article, ClaimFacts claim, PlaceTree places)
    {
        EventWindow? found = null;
        foreach (var other in article.Claims)
        {
            if (other == claim || other.Window is not { Basis: WindowBasis.Event, Length: <= LongestStretch } || Math.Abs(other.Paragraph - claim.Paragraph) > PlaceReach
                || !SameMatter(claim, other) || !Array.Exists(claim.Places, p => !places.IsWide(p) && Array.Exists(other.Places, q => !places.IsWide(q) && places.Touch(p, q))))
                continue;
            if (found is { } known && !known.Fits(other.Window))
                return null;
            found = found is { } longer && longer.Length >= other.Window.Length ? longer : other.Window;
        }

        return found;
    }

    /// <summary>For each question of who did it the days that stand for all of the article's answers, where they lie close together.</summary>
    public static Dictionary<Question, EventWindow> OfExchanges(ArticleFacts article)
    {
        var found = new Dictionary<Question, EventWindow>();
        var answers = article.Claims.Where(c => c.Window is { Basis: WindowBasis.Event, IsEvent: true })
            .SelectMany(c => c.Stances.Where(s => s.Question.Kind == QuestionKind.Who).Select(s => (s.Question, c.Window)));
        foreach (var question in answers.GroupBy(a => a.Question, a => a.Window))
            if (question.Max(w => w.To) - question.Min(w => w.From) <= ExchangeReach)
                found[question.Key] = question.OrderByDescending(w => w.Length).ThenBy(w => w.From).First();
        return found;
    }

    private static bool SameWords(ClaimFacts claim, ClaimFacts around) => claim.Start == around.Start && claim.End == around.End;

    private static void Share(ClaimFacts first, ClaimFacts second)
    {
        if (first.Window.Basis < second.Window.Basis)
            first.Window = second.Window;
        else if (second.Window.Basis < first.Window.Basis)
            second.Window = first.Window;
    }

    /// <summary>The longest stretch of days within which an article's undated claims can lie, in days.</summary>
    private const int LongestStretch = 7;

    /// <summary>The window that all dated claims on one of its questions share; null where there is none, more than one, or only an old one.</summary>
    private static EventWindow? FromSameMatter(ArticleFacts article, ClaimFacts claim)
    {
        EventWindow? found = null;
        foreach (var other in article.Claims)
        {
            if (other.Window is not { Basis: WindowBasis.Event, Length: <= LongestStretch } || other == claim || !SameMatter(claim, other))
                continue;
            if (found is { } known && !known.Fits(other.Window))
                return null;
            found = found is { } longer && longer.Length >= other.Window.Length ? longer : other.Window;
        }

        return found is { } window && claim.Day is { } day && window.To < day - NewsReach ? null : found;
    }

    private static bool SameMatter(ClaimFacts first, ClaimFacts second) =>
        first.Stances.Any(s => second.Stances.Any(o => o.Question == s.Question));
}
