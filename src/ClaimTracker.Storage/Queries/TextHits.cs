using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Claims that a search finds: by their words, or because whom it names says them.</summary>
internal sealed class TextHits
{
    /// <summary>For each of these, hits are looked for once with and once without it; further names are looked for in the words alone.</summary>
    private const int MostSpeakerTerms = 3;

    private readonly Dictionary<int, double?> _ranks = [];

    private TextHits(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    public IReadOnlyList<SearchTerm> Terms { get; }

    public IReadOnlyCollection<int> Ids => _ranks.Keys;

    /// <summary>How well a hit's words match, the lower the better; null for one whose speaker alone is what was searched for.</summary>
    public double? Rank(int id) => _ranks[id];

    public static async Task<TextHits> FindAsync(ClaimDbContext db, CollectionSnapshot snapshot, string text, bool ranked, CancellationToken stop)
    {
        var hits = new TextHits(snapshot.Aliases.Terms(text));
        foreach (var (id, rank) in await PassageSearch.ClaimsAsync(db, hits.Terms, ranked, stop).ConfigureAwait(false)) hits._ranks[id] = rank;
        int[] naming = [.. hits.Terms.Index().Where(t => t.Item.Speakers.Count > 0).Select(t => t.Index).Take(MostSpeakerTerms)];
        for (var spoken = 1; spoken < 1 << naming.Length; spoken++)
        {
            int[] bySpeaker = [.. naming.Where((_, bit) => (spoken & (1 << bit)) != 0)];
            IReadOnlyList<SearchTerm> inWords = [.. hits.Terms.Where((_, i) => !bySpeaker.Contains(i))];
            var speakers = bySpeaker.Select(i => hits.Terms[i].Speakers).Aggregate((a, b) => [.. a.Intersect(b)]);
            if (speakers.Count == 0) continue;
            var said = new ClaimScan(snapshot.Columns, new() { Actors = speakers }, found: null);
            if (inWords.Count == 0)
                foreach (var row in said.Rows(ClaimSort.Newest)) hits._ranks.TryAdd(snapshot.Columns.Ids[row], null);
            else
                foreach (var (id, rank) in await PassageSearch.ClaimsAsync(db, inWords, ranked, stop).ConfigureAwait(false))
                    if (snapshot.Columns.TryRow(id, out var row) && said.Matches(row)) hits._ranks.TryAdd(id, rank);
        }

        return hits;
    }
}
