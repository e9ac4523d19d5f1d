using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Api;

/// <summary>A claim as the API gives it. Spans are half-open ranges of UTF-16 code units of the article's text.</summary>
/// <param name="Key">Stable: the same bytes give the same key.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="ReportedBy">An intermediate source, or null.</param>
/// <param name="Cue">The reporting word's dictionary form, or null.</param>
/// <param name="CueWords">The reporting words as written, or null.</param>
/// <param name="Act">What the speaker does.</param>
/// <param name="Quotation">Whose words the content is.</param>
/// <param name="Content">The words, parts joined by “ … ”.</param>
/// <param name="ContentSpans">Where the words stand.</param>
/// <param name="ContentDenied">True where the content is what is denied.</param>
/// <param name="Passage">The sentence around the words, as printed.</param>
/// <param name="PassageStart">Where the passage begins.</param>
/// <param name="Target">Who is accused, denied or addressed.</param>
/// <param name="SaidOn">When it was said.</param>
/// <param name="EventDate">When what it is about took place.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="Statistics">Numbers inside the words.</param>
/// <param name="Topics">Ids of topics.</param>
/// <param name="Places">Ids of places.</param>
/// <param name="Disputes">Contested questions that it stands in.</param>
/// <param name="NestedIn">The key of the claim inside which it stands.</param>
/// <param name="InTitle">Whether it stands in the headline.</param>
/// <param name="Implicit">Whether it goes on reporting without a cue.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rules">The rules that read it.</param>
/// <param name="Url">Its page.</param>
public sealed record ClaimJson(
    string Key, SpeakerJson Speaker, ActorRef? ReportedBy, string? Cue, string? CueWords, ClaimAct Act, QuotationKind Quotation, string Content,
    IReadOnlyList<int[]> ContentSpans, bool ContentDenied, string Passage, int PassageStart, ActorRef? Target, DateRange? SaidOn, DateRange? EventDate,
    ArticleRefJson Article, IReadOnlyList<StatisticJson> Statistics, IReadOnlyList<string> Topics, IReadOnlyList<string> Places,
    IReadOnlyList<DisputeRef> Disputes, string? NestedIn, bool InTitle, bool Implicit, double Confidence, IReadOnlyList<string> Rules, string Url)
{
    public static ClaimJson Of(ClaimRow row, Links links) => new(
        row.Key, SpeakerJson.Of(row), row.ReportedBy, row.CueLemma, Presentation.Passage.Written(row, row.CueSpan), row.Act, row.Quotation, row.Words,
        [.. row.Content.Select(s => new[] { s.Start, s.End })], row.ContentDenied, row.Passage, row.PassageStart, row.Target, row.SaidOn, row.EventDate,
        ArticleRefJson.Of(row.Article, links), [.. row.Statistics.Select(s => StatisticJson.Of(s, links))], row.Topics, row.Places,
        row.Disputes, row.NestedIn, row.InTitle, row.Implicit, row.Confidence, row.Rules, links.Claim(row.Key));
}

/// <summary>Who says it, by which words (as written), and how those were resolved.</summary>
public sealed record SpeakerJson(string Id, string Name, string? Side, string? Words, int[]? Span, bool Anaphoric, string? Resolution)
{
    public static SpeakerJson Of(ClaimRow row) => new(
        row.Speaker.Id, row.Speaker.Name, row.Speaker.Side, Presentation.Passage.Written(row, row.SpeakerSpan), row.SpeakerSpan is { } span ? [span.Start, span.End] : null, row.Anaphoric, row.SpeakerResolution);
}

/// <summary>An article as named on a claim.</summary>
public sealed record ArticleRefJson(string Key, string Title, bool Untitled, Source? Source, PublishedDate Published, string Url)
{
    public static ArticleRefJson Of(ArticleRef row, Links links) => new(row.Key, row.Title, row.Untitled, row.Source, row.Published, links.Article(row.Key));
}

/// <summary>A number claimed, with its bounds as printed; null where open.</summary>
public sealed record StatisticJson(
    string Id, string Words, double? Low, double? High, Qualifier Qualifier, string? Unit, string? Measure, string? Counted, string? OfSide, string? Place,
    DateRange? Period, ActorRef? ClaimedBy, string? Claim, string Article, int[] Span, string? Url)
{
    public static StatisticJson Of(StatisticRow row, Links links) => new(
        row.Id, row.Words, row.Low, row.High, row.Qualifier, row.Unit, row.Measure, row.Counted, row.OfSide, row.Place,
        row.Period, row.ClaimedBy, row.ClaimKey, row.ArticleKey, [row.Span.Start, row.Span.End], row.ClaimKey is { } key ? links.Claim(key) : null);
}
