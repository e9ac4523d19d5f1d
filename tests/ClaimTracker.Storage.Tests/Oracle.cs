using System.Globalization;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>Filters and counts as their words say, one claim after the other; slow and plain.</summary>
internal sealed class Oracle(IReadOnlyList<ArticleAnalysis> articles, Comparisons found)
{
    private readonly HashSet<string> _disputed = [.. found.Disputes.SelectMany(d => d.Positions).SelectMany(p => p.Claims.Concat(p.Supporting))];

    /// <summary>In the order of their ids: articles as they were stored, claims as they stand in them.</summary>
    public IEnumerable<(Article Article, Claim Claim)> Claims => articles.SelectMany(a => a.Claims.Select(c => (a.Article, c)));

    public List<string> Keys(ClaimFilter filter) => [.. Claims.Where(c => Matches(c, filter)).Select(c => c.Claim.Key)];

    public static DateOnly? Date((Article Article, Claim Claim) c) => c.Claim.SaidOn?.From ?? c.Article.Published.Date;

    /// <summary>The order of a sort by a date, or by when claims were stored.</summary>
    public List<string> Ordered(ClaimFilter filter) => filter.Sort == ClaimSort.Added
        ? [.. Keys(filter).AsEnumerable().Reverse()]
        : [.. Claims.Where(c => Matches(c, filter))
        .OrderBy(c => SortDate(c, filter.Sort) is null)
        .ThenBy(c => filter.Sort == ClaimSort.Oldest ? SortDate(c, filter.Sort)?.DayNumber : -SortDate(c, filter.Sort)?.DayNumber)
        .Select(c => c.Claim.Key)];

    /// <summary>How many claims speak of a day, whatever period is asked for.</summary>
    public List<DayCount> EventDays(ClaimFilter filter) => [.. Claims.Where(c => Matches(c, filter with { Days = default, From = null, To = null, Undated = false }))
        .Select(c => SortDate(c, ClaimSort.EventDate)).OfType<DateOnly>().CountBy(d => d).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Value))];

    /// <summary>The entries of a list and how many more stand behind each.</summary>
    public List<(string Key, int Folded)> Entries(ClaimFilter filter) => [.. Ordered(filter)
        .GroupBy(key => filter.Group == ClaimGrouping.Repeats ? Statement(key) : key)
        .Select(g => (g.First(), g.Count() - 1))];

    /// <summary>What stands for a claim's statement: the first repeat it is in, or itself.</summary>
    public string Statement(string key) => found.Repeats.Index().Where(r => r.Item.Claims.Contains(key)).Select(r => $"repeat {r.Index}").FirstOrDefault() ?? key;

    private static DateOnly? SortDate((Article Article, Claim Claim) c, ClaimSort sort) => sort switch
    {
        ClaimSort.EventDate => c.Claim.EventDate?.From ?? c.Claim.EventDate?.To,
        ClaimSort.Published => c.Article.Published.Date,
        _ => Date(c),
    };

    public Dictionary<string, int> Counts(string facet, ClaimFilter filter)
    {
        var without = Without(facet, filter);
        return Claims.Where(c => Matches(c, without)).SelectMany(c => Values(facet, c)).CountBy(v => v).ToDictionary();
    }

    public List<string> Values(string facet) => [.. Claims.SelectMany(c => Values(facet, c)).Distinct()];

    private static ClaimFilter Without(string facet, ClaimFilter f) => facet switch
    {
        "side" => f with { Sides = [] },
        "actor" => f with { Actors = [] },
        "source" => f with { Sources = [] },
        "topic" => f with { Topics = [] },
        "place" => f with { Places = [] },
        "act" => f with { Acts = [] },
        "quotation" => f with { Quotations = [] },
        "article" => f with { Articles = [] },
        "statistics" => f with { WithStatistics = null },
        "disputed" => f with { Disputed = null },
        _ => throw new ArgumentException(facet),
    };

    private IEnumerable<string> Values(string facet, (Article Article, Claim Claim) c) => facet switch
    {
        "side" => [c.Claim.Speaker.Side ?? "none"],
        "actor" => [c.Claim.Speaker.ActorId],
        "source" => [c.Article.Source?.Id ?? "none"],
        "topic" => c.Claim.Topics.Distinct(),
        "place" => c.Claim.Places.SelectMany(WithContaining).Distinct(),
        "act" => [c.Claim.Act == ClaimAct.CallsFor ? "calls_for" : c.Claim.Act.ToString().ToLowerInvariant()],
        "quotation" => [c.Claim.Quotation.ToString().ToLowerInvariant()],
        "article" => [c.Article.Key],
        "statistics" => [c.Claim.Statistics.Count > 0 ? "true" : "false"],
        "disputed" => [_disputed.Contains(c.Claim.Key) ? "true" : "false"],
        _ => throw new ArgumentException(facet),
    };

    private static IEnumerable<string> WithContaining(string place) =>
        Sample.Dossier.Places.Single(p => p.Id == place).Within is { } within ? WithContaining(within).Prepend(place) : [place];

    private bool Matches((Article Article, Claim Claim) c, ClaimFilter f) =>
        Any(f.Sides, Values("side", c)) && Any(f.Actors, Values("actor", c)) && Any(f.Sources, Values("source", c))
        && Any(f.Topics, Values("topic", c)) && Any(f.Places, Values("place", c)) && Any(f.Acts, [c.Claim.Act])
        && Any(f.Quotations, [c.Claim.Quotation]) && Any(f.Articles, Values("article", c))
        && (f.WithStatistics is null || f.WithStatistics == c.Claim.Statistics.Count > 0)
        && (f.Disputed is null || f.Disputed == _disputed.Contains(c.Claim.Key))
        && InDays(f, f.Days == ClaimDays.Event ? SortDate(c, ClaimSort.EventDate) : Date(c)) && HasWords(f, c);

    private static bool Any<T>(IReadOnlyList<T> asked, IEnumerable<T> has) => asked.Count == 0 || has.Intersect(asked).Any();

    private static bool InDays(ClaimFilter f, DateOnly? date)
    {
        var period = f.From is not null || f.To is not null;
        if (date is null) return f.Undated || !period;
        if (!period) return !f.Undated;
        return (f.From is null || date >= f.From) && (f.To is null || date <= f.To);
    }

    private static bool HasWords(ClaimFilter f, (Article Article, Claim Claim) c)
    {
        if (f.Text is null) return true;
        var passage = Plain(c.Article.Text[Sample.ToPassage(c.Article.Text, c.Claim).Start..Sample.ToPassage(c.Article.Text, c.Claim).End]);
        return f.Text switch
        {
            "bridge water" => passage.Contains(" bridge ") && passage.Contains(" water "),
            "\"sheep bridge\"" => passage.Contains(" sheep bridge "),
            "wat*" => passage.Contains(" wat"),
            "cross-border" => passage.Contains(" cross border "),
            "the council" => passage.Contains(" the ") && passage.Contains(" council ") || c.Claim.Speaker.ActorId == "council",
            "\"the council\"" => passage.Contains(" the council "),
            "minister ruiz sheep" => (IsRuiz(passage, c.Claim) || passage.Contains(" minister ") && passage.Contains(" ruiz ")) && passage.Contains(" sheep "),
            "ana ruiz the council" => (IsRuiz(passage, c.Claim)) && (passage.Contains(" the ") && passage.Contains(" council ") || c.Claim.Speaker.ActorId == "council"),
            var word => passage.Contains($" {word} "),
        };
    }

    private static bool IsRuiz(string passage, Claim claim) =>
        passage.Contains(" ana ruiz ") || passage.Contains(" ana ") && passage.Contains(" ruiz ") || passage.Contains(" minister ruiz ") || claim.Speaker.ActorId == "ana-ruiz";

    /// <summary>Lower case without accents, each mark a space, a space at both ends.</summary>
    private static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(l => CharUnicodeInfo.GetUnicodeCategory(l) != UnicodeCategory.NonSpacingMark)
            .Select(l => char.IsLetterOrDigit(l) ? char.ToLowerInvariant(l) : ' ');
        return $" {string.Concat(letters)} ";
    }
}
