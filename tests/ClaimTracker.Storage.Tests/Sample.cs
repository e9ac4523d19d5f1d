using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>An invented conflict and articles about it, built as the engine builds them.</summary>
internal static class Sample
{
    public static readonly Dossier Dossier = new()
    {
        Title = "The quarrel of the two valleys",
        Version = new('a', 64),
        Sides = [new("upper", "Upper Valley", SidePlace.Left), new("lower", "Lower Valley", SidePlace.Right), new("others", "Others", SidePlace.Third)],
        Actors =
        [
            new("ministry", "Ministry of the Upper Valley", ActorKind.Government, "upper") { Aliases = ["the ministry", "Upper ministry"], Note = "The one with the bell." },
            new("ana-ruiz", "Ana Ruiz", ActorKind.Person, "upper") { Roles = ["Minister"], Aliases = ["Minister Ruiz"], Parent = "ministry" },
            new("council", "Council of the Lower Valley", ActorKind.Government, "lower") { Aliases = ["the council"] },
            new("bo-lind", "Bo Lind", ActorKind.Person, "lower") { Roles = ["Speaker of the council"], Parent = "council" },
            new("observers", "River Observers", ActorKind.InternationalBody, "others"),
            new("gazette", "The Gazette", ActorKind.Media, null),
        ],
        Places =
        [
            new("valley", "The Valley", ["the valley"], null), new("north", "North", ["the north"], "valley"),
            new("mill", "The Mill", ["the mill"], "north"), new("south", "South", ["the south"], "valley"),
        ],
        Topics =
        [
            new("water", "Water", "Who turned it off.", ["water*"]), new("bridge", "The bridge", "Who broke it.", ["bridge*"]), new("sheep", "Sheep", "Whose they are.", ["sheep"]),
        ],
    };

    /// <summary>An article whose sentences are given; each claim is one of them, its content the words between the marks <c>[</c> and <c>]</c>.</summary>
    public static ArticleAnalysis Article(string name, DateOnly? published, params SampleClaim[] claims) => Article(name, published, null, claims);

    public static ArticleAnalysis Article(string name, DateOnly? published, Source? source, params SampleClaim[] claims)
    {
        var text = new StringBuilder($"{name}: ");
        var spans = new List<(TextSpan Sentence, TextSpan Content)>();
        foreach (var claim in claims)
        {
            var (start, sentence) = (text.Length, claim.Sentence.Replace("[", "").Replace("]", ""));
            var content = new TextSpan(start + claim.Sentence.IndexOf('['), start + claim.Sentence.IndexOf(']') - 1);
            text.Append(sentence);
            spans.Add((new(start, text.Length), content));
            text.Append(' ');
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        var article = new Article
        {
            FileName = name + ".txt",
            ContentHash = hash,
            Text = text.ToString(),
            Title = name,
            TitleSpan = new(0, name.Length),
            Body = new(name.Length + 2, text.Length),
            Published = published is { } day ? new(day, DateBasis.Catalogue, "someone remembers", day, day.AddDays(1)) : PublishedDate.Unknown,
            Source = source,
        };
        var statistics = claims.Index().Where(c => c.Item.Figure is not null).Select(c => Figure(article, c.Item, spans[c.Index].Content)).ToList();
        var built = claims.Index().Select(c => Claim(article, c.Item, spans[c.Index].Content, statistics)).ToList();
        return new(article, built, statistics, [.. built.Select(c => new Mention(c.Speaker.ActorId, c.Speaker.Span!.Value))], Brought(claims));
    }

    public static ArticleToStore ToStore(ArticleAnalysis analysis, string readWith = "1") => new(
        analysis, [.. analysis.Claims.Select(c => ToPassage(analysis.Article.Text, c))], Encoding.UTF8.GetBytes(analysis.Article.Text),
        "/articles/" + analysis.Article.FileName, readWith);

    public static Source Wire { get; } = new("wire", "The Wire");

    public static Source Herald { get; } = new("herald", "Newspaper report, Lower Valley", Described: true);

    private static IReadOnlyList<Actor> Brought(SampleClaim[] claims) =>
        [.. claims.Where(c => Dossier.Actors.All(a => a.Id != c.Speaker)).Select(c => c.Speaker).Distinct()
            .Select(id => new Actor(id, "“" + id + "”", ActorKind.Anonymous, null) { Roles = ["unnamed"], Aliases = [id] })];

    public static TextSpan ToPassage(string text, Claim claim)
    {
        var start = claim.Speaker.Span!.Value.Start;
        return new(start, text.IndexOf('.', claim.Content[^1].End) + 1);
    }

    private static Claim Claim(Article article, SampleClaim c, TextSpan content, List<Statistic> statistics)
    {
        var sentence = article.Text.LastIndexOf(c.Sentence[..c.Sentence.IndexOf('[')], content.Start, StringComparison.Ordinal);
        var cue = new TextSpan(content.Start - 5, content.Start - 1);
        var actor = Dossier.Actors.SingleOrDefault(a => a.Id == c.Speaker);
        return new()
        {
            Key = ClaimKey.Of(article.Key, cue, [content]),
            Speaker = new(c.Speaker, actor?.Name ?? "“" + c.Speaker + "”", actor?.Side, new(sentence, sentence + 3), c.Anaphoric, c.Anaphoric ? "by its place" : null),
            ReportedBy = c.ReportedBy,
            Cue = new("say", cue),
            Act = c.Act,
            Quotation = c.Quotation,
            Content = [content],
            ContentDenied = c.Act == ClaimAct.Denies,
            Target = c.Target,
            SaidOn = c.SaidOn is { } day ? new(day, day, DateBasis.Stated, "that day") : null,
            EventDate = c.EventDate ?? (c.SaidOn is { } before ? new(before.AddDays(-1), null) : null),
            Topics = c.Topics,
            Places = c.Places,
            Statistics = [.. statistics.Where(s => content.Contains(s.Span)).Select(s => s.Id)],
            Confidence = 0.75,
            Rules = ["source-cue-content", "sample"],
        };
    }

    private static Statistic Figure(Article article, SampleClaim claim, TextSpan content)
    {
        var start = article.Text.IndexOf(claim.Figure!, content.Start, StringComparison.Ordinal);
        var number = int.Parse(claim.Figure!, System.Globalization.CultureInfo.InvariantCulture);
        return new()
        {
            Id = $"{article.Key}-s{start}",
            Span = new(start, start + claim.Figure!.Length),
            Low = number,
            High = number,
            Qualifier = Qualifier.Exactly,
            Unit = "animals",
            Measure = "lost",
            Counted = "sheep",
            OfSide = "upper",
            Place = "north",
            Period = new(null, new DateOnly(2026, 1, 31), DateBasis.Inferred, "by January"),
            ClaimedBy = claim.Speaker,
            Rules = ["digits"],
        };
    }
}

/// <summary>A claim to build: <c>She said [words] at noon.</c></summary>
internal sealed record SampleClaim(string Speaker, string Sentence)
{
    public ClaimAct Act { get; init; }
    public QuotationKind Quotation { get; init; } = QuotationKind.Indirect;
    public string? Target { get; init; }
    public string? ReportedBy { get; init; }
    public bool Anaphoric { get; init; }
    public DateOnly? SaidOn { get; init; }

    /// <summary>Null for the day before <see cref="SaidOn"/>.</summary>
    public DateRange? EventDate { get; init; }
    public string[] Topics { get; init; } = [];
    public string[] Places { get; init; } = [];
    public string? Figure { get; init; }
}
