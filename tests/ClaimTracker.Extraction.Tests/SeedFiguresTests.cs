using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Tests;

/// <summary>Statistics and event dates of the five seeds against their reference annotation, with its claims taken as given.</summary>
public sealed class SeedFiguresTests(FiguresFixture fixture) : IClassFixture<FiguresFixture>
{
    private readonly Figures _figures = fixture.Figures;

    [Fact]
    public void StatisticsOfTheSeedsAreThoseOfTheReference()
    {
        var (found, wanted, given) = (0, 0, 0);
        Dictionary<string, (int Right, int Of)> rates = [];
        foreach (var gold in SeedGold.Articles)
        {
            var claims = Read(gold);
            var read = _figures.Find(token => SpokenAt(claims, token));
            given += read.Count;
            foreach (var wantedOne in gold.GetProperty("statistics").EnumerateArray())
            {
                wanted++;
                if (read.FirstOrDefault(f => f.Statistic.Span.Overlaps(SeedGold.Span(wantedOne.GetProperty("span")))) is not { Statistic: { } one } match)
                    continue;
                found++;
                var side = one.OfSide ?? (match.Owner == Owner.Speaker ? SideOf(wantedOne.Text("claimedBy")) : null);
                Count(rates, "value", (wantedOne.Number("low"), wantedOne.Number("high")) == (one.Low, one.High));
                Count(rates, "qualifier", wantedOne.Text("qualifier") == Figures.NameOf(one.Qualifier));
                Count(rates, "unit", wantedOne.Text("unit") == one.Unit);
                Count(rates, "measure", wantedOne.Text("measure") == one.Measure);
                Count(rates, "ofSide", wantedOne.Text("ofSide") == side);
                if (wantedOne.GetProperty("period") is { ValueKind: JsonValueKind.Object } period)
                    Count(rates, "period", period.Day("from") == one.Period?.From);
            }
        }

        Assert.Equal(29, wanted);
        AssertAtLeast(0.97, 2.0 * found / (wanted + given), "statistics F1");
        foreach (var (name, least) in new[] { ("value", 0.97), ("qualifier", 0.95), ("unit", 0.95), ("measure", 0.95), ("ofSide", 0.95), ("period", 0.90) })
            AssertAtLeast(least, (double)rates[name].Right / rates[name].Of, name);
    }

    [Fact]
    public void EventDatesOfTheSeedsAreThoseOfTheReference()
    {
        var (right, of) = (0, 0);
        foreach (var gold in SeedGold.Articles)
        {
            var claims = Read(gold);
            foreach (var claim in claims.Where(c => c.Gold.GetProperty("eventDate").ValueKind == JsonValueKind.Object && !IsApart(c.Gold)))
            {
                of++;
                var topics = claim.Gold.GetProperty("topics").EnumerateArray().Select(t => t.GetString()!).ToList();
                var days = _figures.Events.Of(claim.Attribution.Content, claim.SaidOn, topics, claim.Said);
                right += days?.From == claim.Gold.GetProperty("eventDate").Day("from") && days is not null ? 1 : 0;
            }
        }

        Assert.True(of > 30);
        AssertAtLeast(0.92, (double)right / of, "event dates");
    }

    private sealed record GoldClaim(JsonElement Gold, FoundAttribution Attribution, DateRange? SaidOn, int Said);

    /// <summary>Reads an article with the reference's claims as its attributions.</summary>
    private List<GoldClaim> Read(JsonElement gold)
    {
        var claims = gold.GetProperty("claims").EnumerateArray().ToList();
        List<FoundAttribution> attributions = [];
        _figures.Read(SeedGold.Article(gold), tokens => attributions = claims.ConvertAll(c => ToAttribution(tokens, c, claims)));
        return claims.Select((c, i) =>
        {
            var speaker = c.Text("speaker")!;
            return new GoldClaim(c, attributions[i], _figures.Speech.SaidOn(i, speaker, Family(speaker)), _figures.Speech.Expression(i));
        }).ToList();
    }

    private static FoundAttribution ToAttribution(ArticleTokens tokens, JsonElement claim, List<JsonElement> claims) => new()
    {
        NestedIn = claims.FindIndex(c => c.Text("id") == claim.Text("nestedIn")),
        Source = Range(tokens, claim, "speakerSpan"),
        Cue = Range(tokens, claim, "cueSpan"),
        Content = [.. claim.GetProperty("content").EnumerateArray().Select(s => tokens.Tokens.Within(SeedGold.Span(s)))],
        Rules = [],
    };

    private static TokenRange? Range(ArticleTokens tokens, JsonElement claim, string name) =>
        claim.TryGetProperty(name, out var span) && span.ValueKind == JsonValueKind.Array ? tokens.Tokens.Within(SeedGold.Span(span)) : null;

    private static DateOnly? SpokenAt(List<GoldClaim> claims, int token) =>
        claims.LastOrDefault(c => c.SaidOn is not null && c.Attribution.Content.Any(part => part.Contains(token)))?.SaidOn?.To;

    private static bool IsApart(JsonElement claim) => claim.Text("nestedIn") is not null || IsTrue(claim, "implicit") || IsTrue(claim, "inTitle");

    private static bool IsTrue(JsonElement claim, string name) => claim.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static string? SideOf(string? actor) => SeedGold.Dossier.Actors.FirstOrDefault(a => a.Id == actor)?.Side ?? SideByName(actor);

    /// <summary>Unnamed sources of the reference are in no dossier; the pronoun “own” never stands for them.</summary>
    private static string? SideByName(string? actor) => actor is null ? null : "unnamed";

    private static string Family(string actor)
    {
        while (SeedGold.Dossier.Actors.FirstOrDefault(a => a.Id == actor)?.Parent is { } parent)
            actor = parent;
        return actor;
    }

    private static void Count(Dictionary<string, (int Right, int Of)> rates, string name, bool right)
    {
        rates.TryGetValue(name, out var rate);
        rates[name] = (rate.Right + (right ? 1 : 0), rate.Of + 1);
    }

    private static void AssertAtLeast(double least, double rate, string what) =>
        Assert.True(rate >= least, FormattableString.Invariant($"{what}: expected at least {least}, found {rate:0.000}"));
}
