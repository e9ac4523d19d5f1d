using System.Globalization;
using System.Text.Json;
using ClaimTracker.Domain;
using Xunit.Abstractions;

namespace ClaimTracker.Extraction.Tests.Gold;

/// <summary>Speakers, acts, targets and topics of the seeds' claims, given the attributions that the annotation has.</summary>
public sealed class ClaimLayerTests(ITestOutputHelper output)
{
    private readonly Dictionary<string, (int Right, int Of)> _rates = [];
    private readonly List<string> _misses = [];

    [Fact]
    public void ClaimsOfTheSeedsAreReadAsTheirAnnotatorsReadThem()
    {
        var engine = new Engine(GoldFile.Dossier);
        var reading = new ArticleReading(engine);

        foreach (var gold in GoldFile.Articles)
        {
            var article = GoldFile.Read(gold);
            var claims = GoldAttributions.InOrder(gold);
            reading.Tokens.Read(article);
            var analysis = reading.Build(GoldAttributions.Read(claims, reading.Tokens, engine));
            foreach (var claim in claims)
                Score(article, claim, analysis);
            ScoreMentions(gold, analysis);
        }

        foreach (var (figure, (right, of)) in _rates.OrderBy(r => r.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-20} {(double)right / of:0.000} ({right} of {of})"));
        output.WriteLine(string.Join(Environment.NewLine, _misses));
        Assert.Empty(Least.Where(l => Rate(l.Figure) < l.Rate).Select(l => $"{l.Figure}: {Rate(l.Figure):0.000}, expected at least {l.Rate}"));
    }

    /// <summary>What must not fall.</summary>
    private static readonly (string Figure, double Rate)[] Least =
    [
        ("speaker", 0.97), ("speaker, anaphoric", 0.95), ("act", 0.95), ("quotation", 0.99), ("target", 0.92), ("reportedBy", 0.97), ("mentions", 0.97),
        ("topics, F1", 0.85),
    ];

    private double Rate(string figure) => figure == "topics, F1"
        ? 2.0 * _rates["topics, precision"].Right / (_rates["topics, precision"].Of + _rates["topics, recall"].Of)
        : (double)_rates[figure].Right / _rates[figure].Of;

    private void Count(string figure, bool right, string? miss = null)
    {
        var (hits, of) = _rates.GetValueOrDefault(figure);
        _rates[figure] = (hits + (right ? 1 : 0), of + 1);
        if (!right && miss is not null)
            _misses.Add($"{figure}: {miss}");
    }

    private void Score(Article article, JsonElement gold, ArticleAnalysis analysis)
    {
        var id = GoldFile.Text(gold, "id")!;
        var found = analysis.Claims.Where(c => c.Content.SequenceEqual(Kept(article, analysis, gold)) && c.Cue?.Span.Start == GoldFile.Span(gold, "cueSpan")?.Start).ToList();
        var claim = found.Find(c => SameSpeaker(gold, c.Speaker)) ?? (found.Count > 0 ? found[0] : null);
        if (claim is null)
        {
            Count("speaker", false, $"{id} was left out");
            return;
        }

        var right = SameSpeaker(gold, claim.Speaker);
        Count("speaker", right, $"{id} {claim.Speaker.ActorId}, not {GoldFile.Text(gold, "speaker")} ({string.Join(' ', claim.Rules)})");
        if (GoldFile.Flag(gold, "anaphoric"))
            Count("speaker, anaphoric", right);
        var core = GoldFile.Text(gold, "nestedIn") is null && !GoldFile.Flag(gold, "inTitle") && !GoldFile.Flag(gold, "implicit") ? "" : "other ";
        var words = string.Join(" … ", claim.Content.Select(s => s.In(article.Text).ToString()));
        Count(core + "act", Named(claim.Act) == GoldFile.Text(gold, "act"), $"{id} {Named(claim.Act)}, not {GoldFile.Text(gold, "act")}: {words}");
        Count(core + "quotation", string.Equals(claim.Quotation.ToString(), GoldFile.Text(gold, "quotation"), StringComparison.OrdinalIgnoreCase), $"{id} {claim.Quotation}: {words}");
        Count(core + "reportedBy", claim.ReportedBy == GoldFile.Text(gold, "reportedBy"), $"{id} {claim.ReportedBy}, not {GoldFile.Text(gold, "reportedBy")}");
        Count(core + "target", claim.Target == GoldFile.Text(gold, "target") || GoldFile.Texts(gold, "otherTargets").Contains(claim.Target ?? "-"),
            $"{id} {claim.Target}, not {GoldFile.Text(gold, "target")}: {claim.Act} {words}");
        Count("denied", claim.ContentDenied == GoldFile.Flag(gold, "contentDenied"), id);
        Count("anaphoric", claim.Speaker.Anaphoric == GoldFile.Flag(gold, "anaphoric"), $"{id} {claim.Speaker.Anaphoric}");
        ScoreTopics(id, GoldFile.Texts(gold, "topics"), claim, words);
        if (core.Length == 0)
            Count("topics, exact", GoldFile.Texts(gold, "topics").Order().SequenceEqual(claim.Topics.Order()));
    }

    private void ScoreTopics(string id, IReadOnlyList<string> gold, Claim claim, string words)
    {
        foreach (var topic in gold)
            Count("topics, recall", claim.Topics.Contains(topic), $"{id} lacks {topic}: {words}");
        foreach (var topic in claim.Topics)
            Count("topics, precision", gold.Contains(topic), $"{id} has {topic}: {words}");
    }

    private void ScoreMentions(JsonElement gold, ArticleAnalysis analysis)
    {
        foreach (var mention in gold.GetProperty("mentions").EnumerateArray())
        {
            var (actor, span) = (GoldFile.Text(mention, "actor")!, GoldFile.Span(mention.GetProperty("span")));
            var near = analysis.Mentions.Where(m => m.Span.Overlaps(span)).ToList();
            var found = near.Exists(m => m.Actor == actor || (GoldFile.ActorKinds[actor] == "anonymous" && m.Actor.StartsWith("un", StringComparison.Ordinal)));
            Count("mentions", found, $"{GoldFile.Text(gold, "file")![..3]} {span} {span.In(analysis.Article.Text)}: {string.Join(", ", near.Select(m => m.Actor))}, not {actor}");
        }
    }

    /// <summary>The content as tokens bound it: an annotator's span can end inside a token.</summary>
    private static IEnumerable<TextSpan> Kept(Article article, ArticleAnalysis analysis, JsonElement gold)
    {
        var content = GoldFile.Spans(gold, "content");
        return analysis.Claims.Select(c => c.Content).FirstOrDefault(c => c.Count == content.Count && c.Zip(content).All(p => p.First.Overlaps(p.Second)
            && Math.Abs(p.First.Start - p.Second.Start) < 3 && Math.Abs(p.First.End - p.Second.End) < 3)) ?? content;
    }

    private static bool SameSpeaker(JsonElement gold, Speaker speaker)
    {
        var wanted = GoldFile.Text(gold, "speaker")!;
        if (speaker.ActorId == wanted || GoldFile.Texts(gold, "coSpeakers").Contains(speaker.ActorId))
            return true;
        if (GoldFile.ActorKinds[wanted] != "anonymous")
            return false;
        return (speaker.Span is { } span && GoldFile.Span(gold, "speakerSpan") is { } words && span.Overlaps(words))
            || speaker.ActorId.StartsWith("unnamed", StringComparison.Ordinal) || speaker.ActorId.StartsWith("unspecified", StringComparison.Ordinal);
    }

    private static string Named(ClaimAct act) => act == ClaimAct.CallsFor ? "calls_for" : act.ToString().ToLowerInvariant();
}
