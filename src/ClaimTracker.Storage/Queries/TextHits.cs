using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Claims that a search finds: by their words, or because whom it names says them.</summary>
internal sealed class TextHits
{
    /// <summary>
    /// Of more hits only those stored last are ranked: what a rank takes, each of them takes. The others follow by day. Somebody who reads on
    /// through ten thousand of them is better off with a narrower question.
    /// </summary>
    public const int MostRanked = 10_000;

    /// <summary>For each of these, hits are looked for once with and once without it; further names are looked for in the words alone.</summary>
    private const int MostSpeakerTerms = 3;

    private readonly List<IReadOnlyList<SearchTerm>> _inWords;

    private TextHits(IReadOnlyList<SearchTerm> terms, List<IReadOnlyList<SearchTerm>> inWords, RowSet rows) => (Terms, _inWords, Rows) = (terms, inWords, rows);

    public IReadOnlyList<SearchTerm> Terms { get; }

    public RowSet Rows { get; }

    /// <summary>What a text finds in the moment that a context reads.</summary>
    public static async Task<TextHits> FindAsync(ClaimDbContext db, CollectionSnapshot snapshot, string text, CancellationToken stop)
    {
        var terms = snapshot.Aliases.Terms(text);
        var hits = new RowSetBuilder(snapshot.Columns);
        var inWords = new List<IReadOnlyList<SearchTerm>> { terms };
        await PassageSearch.ClaimsAsync(db, terms, hits.Add, stop).ConfigureAwait(false);
        int[] naming = [.. terms.Index().Where(t => t.Item.Speakers.Count > 0).Select(t => t.Index).Take(MostSpeakerTerms)];
        for (var spoken = 1; spoken < 1 << naming.Length; spoken++)
        {
            int[] bySpeaker = [.. naming.Where((_, bit) => (spoken & (1 << bit)) != 0)];
            var speakers = bySpeaker.Select(i => terms[i].Speakers).Aggregate((a, b) => [.. a.Intersect(b)]);
            if (speakers.Count == 0) continue;
            var actors = (await ActorNames.IdsAsync(db, snapshot.Actors, speakers, stop).ConfigureAwait(false)).Values.ToList();
            var said = new Selection(snapshot.Columns, new() { Actors = speakers }, actors, found: null).All;
            IReadOnlyList<SearchTerm> others = [.. terms.Where((_, i) => !bySpeaker.Contains(i))];
            if (others.Count == 0)
            {
                hits.Add(said);
                continue;
            }

            inWords.Add(others);
            await PassageSearch.ClaimsAsync(db, others, id => { if (said.Contains(id)) hits.Add(id); }, stop).ConfigureAwait(false);
        }

        return new(terms, inWords, hits.ToSet());
    }

    /// <summary>How well the words of hits match, the lower the better. Hits that only their speaker makes one have no rank, nor have those beyond <see cref="MostRanked"/>.</summary>
    public async Task<IReadOnlyDictionary<int, double>> RanksAsync(ClaimDbContext db, CancellationToken stop)
    {
        var ranks = new Dictionary<int, double>();
        var from = Rows.IdFromEnd(MostRanked);
        foreach (var terms in _inWords)
            await PassageSearch.RanksAsync(db, terms, from, (id, rank) => { if (Rows.Contains(id)) ranks.TryAdd(id, rank); }, stop).ConfigureAwait(false);
        return ranks;
    }
}
