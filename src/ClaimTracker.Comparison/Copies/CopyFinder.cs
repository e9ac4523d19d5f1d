using System.Globalization;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Copies;

/// <summary>Finds articles that are copies of one text, wholly or for the most part.</summary>
/// <remarks>
/// Articles meet by the runs of words that they keep (<see cref="Fingerprints"/>). A run that very many articles have is a set phrase and
/// brings nobody together. What is found depends on the articles inside alone: whoever meets through a run is looked at again when the run
/// becomes, or ceases to be, a set phrase.
/// </remarks>
internal sealed class CopyFinder(DisputeWriter writer)
{
    /// <summary>The share of the shorter article's kept runs that its copy has.</summary>
    private const double CopiedShare = 0.5;

    /// <summary>Fewer kept runs are a quotation that both print.</summary>
    private const int LeastShared = 4;

    /// <summary>A run in more articles than this is a set phrase.</summary>
    private const int MostOfRun = 64;

    private readonly Buckets<ArticleFacts> _byRun = new();
    private readonly List<ArticleFacts> _there = [];
    private readonly Dictionary<ArticleFacts, Dictionary<ArticleFacts, double>> _copies = [];
    private readonly Dictionary<ArticleFacts, Group> _groups = [];
    private readonly HashSet<ArticleFacts> _dirty = [];
    private readonly HashSet<Group> _broken = [];

    private sealed record Group(List<ArticleFacts> Articles, Origin Origin);

    public void Add(ArticleFacts article)
    {
        _copies[article] = [];
        _dirty.Add(article);
        foreach (var run in article.Fingerprints)
        {
            _byRun.Add(run, article);
            if (_byRun.Count(run) == MostOfRun + 1)
                _dirty.UnionWith(There(run));
        }
    }

    public void Remove(ArticleFacts article)
    {
        foreach (var run in article.Fingerprints)
        {
            _byRun.Remove(run, article);
            if (_byRun.Count(run) == MostOfRun)
                _dirty.UnionWith(There(run));
        }

        Break(article);
        foreach (var copy in _copies[article].Keys)
            _copies[copy].Remove(article);
        _copies.Remove(article);
        _dirty.Remove(article);
    }

    /// <summary>Brings groups up to date and tells what changed.</summary>
    public void Refresh(ChangeRecord changes)
    {
        foreach (var article in _dirty)
            Compare(article);
        var loose = _dirty.Concat(_broken.SelectMany(g => g.Articles)).Where(_copies.ContainsKey).ToHashSet();
        foreach (var group in _broken)
            changes.Gone(group.Origin);
        _dirty.Clear();
        _broken.Clear();
        foreach (var article in loose)
            if (!_groups.ContainsKey(article) && _copies[article].Count > 0)
                changes.Came(Gather(article).Origin);
    }

    public IEnumerable<Origin> Result() => _groups.Values.Distinct().Select(g => g.Origin);

    private void Compare(ArticleFacts article)
    {
        var own = _copies[article];
        Break(article);
        foreach (var copy in own.Keys)
        {
            Break(copy);
            _copies[copy].Remove(article);
        }

        own.Clear();
        var shared = new Dictionary<ArticleFacts, int>();
        foreach (var run in article.Fingerprints)
            if (_byRun.Count(run) is > 1 and <= MostOfRun)
                foreach (var other in There(run))
                    if (other != article)
                        shared[other] = shared.GetValueOrDefault(other) + 1;
        foreach (var (other, runs) in shared)
        {
            var share = (double)runs / Math.Min(article.Fingerprints.Length, other.Fingerprints.Length);
            if (runs < LeastShared || share < CopiedShare)
                continue;
            Break(other);
            own[other] = _copies[other][article] = share;
        }
    }

    private List<ArticleFacts> There(int run)
    {
        _there.Clear();
        _byRun.Find(run, _there);
        return _there;
    }

    private void Break(ArticleFacts article)
    {
        if (!_groups.TryGetValue(article, out var group))
            return;
        _broken.Add(group);
        foreach (var member in group.Articles)
            _groups.Remove(member);
    }

    /// <summary>All that hang together with an article, as one group.</summary>
    private Group Gather(ArticleFacts first)
    {
        var seen = new HashSet<ArticleFacts> { first };
        var open = new Stack<ArticleFacts>(seen);
        while (open.TryPop(out var article))
            foreach (var copy in _copies[article].Keys)
                if (seen.Add(copy))
                    open.Push(copy);

        var articles = seen.OrderBy(a => a.Published ?? int.MaxValue).ThenBy(a => a.Key, StringComparer.Ordinal).ToList();
        var group = new Group(articles, Write(articles));
        foreach (var article in articles)
            _groups[article] = group;
        return group;
    }

    private Origin Write(List<ArticleFacts> articles)
    {
        var agency = articles.Where(a => a.Agency is not null).CountBy(a => a.Agency!).OrderByDescending(a => a.Value)
            .ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key).FirstOrDefault();
        var least = Math.Round(articles.Min(a => _copies[a].Values.Max()), 3);
        var share = least.ToString("0 %", CultureInfo.InvariantCulture);
        var outlets = articles.Select(a => a.Source).OfType<string>().Distinct().Count();
        List<string> features = [$"shared wording: {share}", $"articles: {articles.Count}"];
        if (agency is not null)
            features.Add($"agency: {agency}");
        if (outlets > 0)
            features.Add($"outlets: {outlets}");
        return new([.. articles.Select(a => a.Key)], agency, writer.Text(TextName.Origin,
            ("articles", articles.Count.ToString(CultureInfo.InvariantCulture)), ("share", share), ("agency", agency)))
        {
            Features = features,
            Score = least,
        };
    }
}
