using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Holds what the engine read against a gold file: claims, statistics, and what is said of each.</summary>
/// <remarks>
/// A claim that was found is the gold's when their contents share at least half of the characters of both together. What falls on
/// headlines, on claims inside claims, on those without a cue and on places marked as open costs nothing and is counted apart.
/// </remarks>
internal sealed class ClaimScorer(Gold gold)
{
    private readonly Speakers _speakers = new(gold);
    private readonly Answers _answers = new();
    private readonly Dictionary<string, (int Found, int Of)> _apart = new() { ["nested"] = default, ["implicit"] = default, ["title"] = default };
    private Tally _detection;
    private Tally _claims;
    private Tally _topics;
    private Tally _statistics;

    public Calibration Calibration { get; } = new();

    /// <summary>Scores every article of the gold; one that was not read counts as empty.</summary>
    public IReadOnlyList<Figure> Score(IReadOnlyDictionary<string, ArticleAnalysis> read)
    {
        foreach (var article in gold.Articles)
        {
            var found = read.GetValueOrDefault(article.File);
            Claims(article, found);
            Statistics(article.Statistics, found?.Statistics ?? []);
            Mentions(article.Mentions, found?.Mentions ?? []);
            Published(article, found);
            foreach (var left in article.Boilerplate)
                _answers.Add("boilerplate left out", found is null || !found.Claims.Any(c => c.Content.Any(left.Overlaps)));
        }

        return
        [
            Figure.Found("detection", _detection), Figure.Found("claims", _claims), Figure.Found("topics", _topics), Figure.Found("statistics", _statistics),
            .. _apart.Select(a => Figure.Share(a.Key, "recall", a.Value.Found, a.Value.Of)),
            .. _answers.Figures(),
        ];
    }

    /// <summary>The name of a value as gold files and JSON have it: <c>at_least</c>.</summary>
    private static string Name(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private void Claims(GoldArticle article, ArticleAnalysis? read)
    {
        var (gold, found) = (article.Claims, read?.Claims ?? []);
        var goldPlaces = gold.Select(c => Characters.Of(c.Content, read?.Article.Text)).ToArray();
        var foundPlaces = found.Select(c => Characters.Of(c.Content, read?.Article.Text)).ToArray();
        var pairs = Matching.OneToOne(
            gold.Count, found.Count,
            (g, f) => Matching.Overlap(goldPlaces[g], foundPlaces[f]) + (_speakers.Same(gold[g], found[f].Speaker) ? 0.001 : 0), 0.5);
        var free = article.NotScored.Where(n => n.Span is not null).Select(n => Characters.Of([n.Span!.Value], read?.Article.Text)).ToList();
        var neutral = Neutral(gold, goldPlaces, foundPlaces, free, pairs);

        HashSet<int> right = [];
        var hits = 0;
        foreach (var (g, f) in pairs)
        {
            if (!gold[g].IsCore)
                continue;
            hits++;
            if (_speakers.Same(gold[g], found[f].Speaker))
                right.Add(f);
            Compare(gold[g], found[f], goldPlaces[g].SetEquals(foundPlaces[f]));
        }

        var (core, counted) = (gold.Count(c => c.IsCore), found.Count - neutral.Count);
        _detection += new Tally(hits, core, counted);
        _claims += new Tally(right.Count, core, counted);
        Apart("nested", gold, pairs, c => c.NestedIn is not null);
        Apart("implicit", gold, pairs, c => c.Implicit);
        Apart("title", gold, pairs, c => c.InTitle);
        for (var f = 0; f < found.Count; f++)
        {
            if (!neutral.Contains(f))
                Calibration.Add(found[f].Confidence, right.Contains(f));
        }
    }

    /// <summary>The claims found that count neither for nor against the engine.</summary>
    private static HashSet<int> Neutral(
        IReadOnlyList<GoldClaim> gold, HashSet<int>[] goldPlaces, HashSet<int>[] foundPlaces, List<HashSet<int>> free, List<(int Gold, int Found)> pairs)
    {
        HashSet<int> neutral = [.. pairs.Where(p => !gold[p.Gold].IsCore).Select(p => p.Found)];
        HashSet<int> matched = [.. pairs.Select(p => p.Found)];
        for (var f = 0; f < foundPlaces.Length; f++)
        {
            var places = foundPlaces[f];
            if (matched.Contains(f))
                continue;
            if (free.Exists(p => Matching.Overlap(places, p) > 0.3 || (p.Count > 0 && places.Count > 0 && places.IsSubsetOf(p)))
                || Enumerable.Range(0, gold.Count).Any(g => !gold[g].IsCore && Matching.Overlap(places, goldPlaces[g]) >= 0.5))
                neutral.Add(f);
        }

        return neutral;
    }

    private void Apart(string name, IReadOnlyList<GoldClaim> gold, List<(int Gold, int Found)> pairs, Func<GoldClaim, bool> isOne)
    {
        var (found, of) = _apart[name];
        _apart[name] = (found + pairs.Count(p => isOne(gold[p.Gold])), of + gold.Count(isOne));
    }

    /// <summary>What is said of a claim that was found.</summary>
    private void Compare(GoldClaim gold, Claim found, bool sameWords)
    {
        var same = _speakers.Same(gold, found.Speaker);
        _answers.Add("speaker", same);
        if (gold.Anaphoric)
            _answers.Add("speaker, anaphoric", same);
        _answers.Add("act", gold.Act == Name(found.Act));
        _answers.Add("quotation", gold.Quotation == Name(found.Quotation));
        _answers.Add("reportedBy", gold.ReportedBy == found.ReportedBy);
        _answers.Add("target", gold.Target == found.Target || gold.OtherTargets?.Contains(found.Target!) == true);
        _answers.Add("content exact", sameWords);
        _answers.Add("cue", found.Cue is { } cue && gold.CueSpan is { } marked && cue.Span.Overlaps(marked));
        HashSet<string> wanted = [.. gold.Topics ?? []], given = [.. found.Topics];
        _topics += new Tally(Matching.Shared(wanted, given), wanted.Count, given.Count);
        if (gold.EventDate is { } days)
            _answers.Add("eventDate", days.From == found.EventDate?.From);
    }

    private void Statistics(IReadOnlyList<GoldStatistic> gold, IReadOnlyList<Statistic> found)
    {
        var pairs = Matching.OneToOne(
            gold.Count, found.Count, (g, f) => Matching.Overlap(Characters.Of([gold[g].Span]), Characters.Of([found[f].Span])), 0.1);
        _statistics += new Tally(pairs.Count, gold.Count, found.Count);
        foreach (var (g, f) in pairs)
        {
            var (wanted, given) = (gold[g], found[f]);
            _answers.Add("statistic value", wanted.Low == given.Low && wanted.High == given.High);
            _answers.Add("statistic qualifier", wanted.Qualifier == Name(given.Qualifier));
            _answers.Add("statistic unit", wanted.Unit == given.Unit);
            _answers.Add("statistic measure", wanted.Measure == given.Measure);
            _answers.Add("statistic ofSide", wanted.OfSide == given.OfSide);
            _answers.Add("statistic claimedBy", wanted.ClaimedBy == given.ClaimedBy);
            if (wanted.Period?.From is { } from)
                _answers.Add("statistic period", from == given.Period?.From);
        }
    }

    private void Mentions(IReadOnlyList<Mention> gold, IReadOnlyList<Mention> found)
    {
        foreach (var mention in gold.Distinct())
            _answers.Add("mention found", found.Any(m => m.Actor == mention.Actor && m.Span.Overlaps(mention.Span)));
    }

    private void Published(GoldArticle article, ArticleAnalysis? found)
    {
        if (article.Published is not { Date: { } date } published)
            return;
        var (earliest, latest) = (published.Earliest ?? date, published.Latest ?? date);
        _answers.Add("published", found?.Article.Published.Date is { } day && earliest <= day && day <= latest);
    }
}
