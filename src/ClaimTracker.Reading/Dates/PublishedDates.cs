using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading.Dates;

/// <summary>Which of several accounts of a publication date stands.</summary>
internal static class PublishedDates
{
    /// <summary>
    /// The firmest of those that name a day: printed over metadata over catalogue. Where none does, what the text gives away.
    /// </summary>
    public static PublishedDate Decide(
        IEnumerable<PublishedDate?> known, Article article, Dateline? dateline, ReadingLexicon lexicon)
    {
        PublishedDate? best = null;
        foreach (var candidate in known)
            if (candidate is { Date: not null } && (best is null || candidate.Basis > best.Basis)) best = candidate;
        return best ?? DateInference.Infer(article.Text, ArticleText.Paragraphs(article), dateline, lexicon);
    }

    /// <summary>A date with its year as printed; null where there is none.</summary>
    public static PublishedDate? Stated(PrintedDate? date, string text) =>
        date is { Full: { } day, Words: var words }
            ? new PublishedDate(day, DateBasis.Stated, $"The article prints “{words.In(text)}”.", day, day)
            : null;
}
