using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Exports;

/// <summary>A column of the table of claims.</summary>
/// <param name="Name">Stable: programs go by it.</param>
/// <param name="Meaning">What stands in it.</param>
/// <param name="Of">The cell; null for an empty one.</param>
internal sealed record CsvColumn(string Name, string Meaning, Func<ClaimRow, Links, string?> Of)
{
    private const string Separator = " | ";

    public static readonly IReadOnlyList<CsvColumn> All =
    [
        new("claim", "its key, stable", (c, _) => c.Key),
        new("address", "its page", (c, links) => links.Claim(c.Key)),
        new("outlet", "the source as the article names it", (c, _) => c.Article.Source?.Name),
        new("article", "its title", (c, _) => c.Article.Title),
        new("article_address", "its page", (c, links) => links.Article(c.Article.Key)),
        new("published", "the day", (c, _) => Day(c.Article.Published.Date)),
        new("published_basis", "how that day is known", (c, _) => AddressNames.Of(c.Article.Published.Basis)),
        new("said_from", "the first day on which it was said", (c, _) => Day(c.SaidOn?.From)),
        new("said_to", "the last", (c, _) => Day(c.SaidOn?.To)),
        new("said_basis", "how those days are known", (c, _) => c.SaidOn is { } said ? AddressNames.Of(said.Basis) : null),
        new("speaker_written", "the speaker in the article's words", (c, _) => Passage.Written(c, c.SpeakerSpan)),
        new("speaker", "the speaker as resolved", (c, _) => c.Speaker.Name),
        new("speaker_id", "the same, stable", (c, _) => c.Speaker.Id),
        new("resolution", "how the speaker was resolved", (c, _) => c.SpeakerResolution),
        new("side", "the id of the speaker's side", (c, _) => c.Speaker.Side),
        new("reported_by", "an intermediate source", (c, _) => c.ReportedBy?.Name),
        new("cue_written", "the reporting words", (c, _) => Passage.Written(c, c.CueSpan)),
        new("cue", "the reporting word's dictionary form", (c, _) => c.CueLemma),
        new("act", "what the speaker does", (c, _) => AddressNames.Of(c.Act)),
        new("target", "who is accused, denied or addressed", (c, _) => c.Target?.Name),
        new("quotation", "whose words the content is", (c, _) => AddressNames.Of(c.Quotation)),
        new("content", "the words; parts that do not stand together are joined by “ … ”", (c, _) => c.Words),
        new("content_denied", "true where the content is what is denied", (c, _) => c.ContentDenied ? "true" : "false"),
        new("sentence", "the words in their sentence, as printed", (c, _) => c.Passage),
        new("about_from", "the first day of what it is about", (c, _) => Day(c.EventDate?.From)),
        new("about_to", "the last", (c, _) => Day(c.EventDate?.To)),
        new("figures_written", "figures as printed", (c, _) => Figures(c, f => f.Words)),
        new("figures_low", "their lower bounds", (c, _) => Figures(c, f => Number(f.Low))),
        new("figures_high", "their upper bounds", (c, _) => Figures(c, f => Number(f.High))),
        new("figures_qualifier", "how they are hedged", (c, _) => Figures(c, f => AddressNames.Of(f.Qualifier))),
        new("figures_unit", "their units", (c, _) => Figures(c, f => f.Unit)),
        new("figures_measure", "what is measured", (c, _) => Figures(c, f => f.Measure)),
        new("figures_counted", "who or what is counted", (c, _) => Figures(c, f => f.Counted)),
        new("topics", "ids", (c, _) => Joined(c.Topics)),
        new("places", "ids", (c, _) => Joined(c.Places)),
        new("disputes", "contested questions that it stands in", (c, _) => Joined(c.Disputes.Select(d => d.Slug))),
        new("confidence", "0 to 1", (c, _) => Formats.Machine(c.Confidence)),
    ];

    private static string? Figures(ClaimRow claim, Func<StatisticRow, string?> part) => Joined(claim.Statistics.Select(f => part(f) ?? ""));

    private static string? Joined(IEnumerable<string> parts) => string.Join(Separator, parts) is { Length: > 0 } text ? text : null;

    private static string? Number(double? value) => value is { } number ? Formats.Machine(number) : null;

    private static string? Day(DateOnly? day) => day is { } known ? Formats.Machine(known) : null;
}
