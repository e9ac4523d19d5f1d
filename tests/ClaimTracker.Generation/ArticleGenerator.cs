using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>Writes one article: what it is about, when, where, and whether its words are its own.</summary>
internal sealed class ArticleGenerator(GeneratedConflict conflict)
{
    private const double AboutEvent = 0.6, Copied = 0.25, Undated = 0.08, Unnamed = 0.03;

    /// <summary>So many stories of one event are told; a copy is another telling of one of them.</summary>
    private const int StoriesEach = 4;

    private readonly Skew _sources = new(conflict.Sources.Count, 0.9);
    private readonly Skew _events = new(conflict.Events.Count, 0.7);
    private readonly SentenceGenerator _sentences = new(conflict);

    /// <param name="number">In the article's name.</param>
    /// <param name="draw">Where everything about it comes from.</param>
    /// <param name="claims">How many claims it has; null for as many as come.</param>
    /// <param name="busiest">Whether it is about the event that is reported most.</param>
    public GeneratedArticle Make(int number, Draw draw, int? claims = null, bool busiest = false)
    {
        var source = conflict.Sources[_sources.Pick(ref draw)];
        var about = busiest ? conflict.Events[0] : draw.Chance(AboutEvent) ? conflict.Events[_events.Pick(ref draw)] : null;
        // News of an event is news for a week, mostly on the next day.
        var day = about is null
            ? GeneratedConflict.FirstDay.AddDays(draw.Below(GeneratedConflict.DayCount))
            : about.Day.AddDays(Math.Min(1 + (int)(-Math.Log(1 - draw.Share()) * 1.2), 8));
        var isCopy = about is not null && draw.Chance(Copied);
        var dated = !draw.Chance(Undated);
        var words = isCopy ? Draw.Of(about!.Seed, (ulong)draw.Below(StoriesEach)) : draw;

        var text = new GeneratedText(2_400);
        var name = number.ToString("D7", CultureInfo.InvariantCulture);
        var title = text.Add($"{Title(about, ref words)} ({source.Name}, {name})");
        text.Add("\n\n");
        var bodyStart = text.Length;
        var unnamed = words.Chance(Unnamed) ? new Actor($"official-{name}", "“an official”", ActorKind.Anonymous, null) : null;
        var count = claims ?? 4 + words.Below(13);
        List<SentenceParts> parts = [];
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Add(i % 3 == 0 ? "\n\n" : " ");
            parts.Add(_sentences.Write(text, about, day, unnamed, ref words));
        }

        return Finish(text.ToString(), $"{name}.txt", title, bodyStart, dated ? day : null, source, parts, unnamed);
    }

    private static string Title(GeneratedEvent? about, ref Draw draw) => about is null
        ? $"Report of the day, part {draw.Below(100_000)}"
        : $"What is known of {about.Place.Name}, {about.Deed.Told}";

    private static GeneratedArticle Finish(
        string text, string fileName, TextSpan title, int bodyStart, DateOnly? day, Source source, List<SentenceParts> parts, Actor? unnamed)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var article = new Article
        {
            FileName = fileName,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Text = text,
            Title = title.In(text).ToString(),
            TitleSpan = title,
            Body = new(bodyStart, text.Length),
            Published = day is { } printed ? new(printed, DateBasis.Metadata, "The page says so.", printed, printed) : PublishedDate.Unknown,
            Source = source,
        };
        var statistics = parts.SelectMany(p => p.Figures.Select(f => f with { Id = $"{article.Key}-s{f.Span.Start}" })).ToList();
        var claims = parts.Select(p => p.Claim with
        {
            Key = ClaimKey.Of(article.Key, p.Claim.Cue!.Span, p.Claim.Content),
            Statistics = [.. p.Figures.Select(f => $"{article.Key}-s{f.Span.Start}")],
        }).ToList();
        var mentions = claims.Select(c => new Mention(c.Speaker.ActorId, c.Speaker.Span!.Value)).ToList();
        return new(new(article, claims, statistics, mentions, unnamed is null ? [] : [unnamed]), [.. parts.Select(p => p.Sentence)], bytes);
    }
}
