using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Counts as lists of values with their labels.</summary>
internal sealed class FacetLists(ClaimDbContext db, CollectionSnapshot snapshot, ClaimFilter filter, Selection selection, CancellationToken stop)
{
    /// <summary>Those whose values have an order of their own; the others go by count.</summary>
    private static readonly Dimension[] InTheirOwnOrder = [Dimension.Side, Dimension.Act, Dimension.Quotation, Dimension.Statistics, Dimension.Disputed];

    /// <summary>Of equal counts, those without an order in the dossier go by their labels.</summary>
    private static readonly Dimension[] InNoOrder = [Dimension.Actor, Dimension.Source, Dimension.Article];

    private readonly ClaimColumns _columns = snapshot.Columns;

    /// <summary>A value with its count in the selection and in the whole collection.</summary>
    private readonly record struct Counted(int Index, int Count, bool Selected);

    /// <summary>All facets, each with the values that most claims have.</summary>
    public async Task<IReadOnlyList<Facet>> AllAsync(int most)
    {
        var facets = new List<Facet>();
        foreach (var dimension in Enum.GetValues<Dimension>()) facets.Add(await OneAsync(dimension, "", most).ConfigureAwait(false));
        return facets;
    }

    /// <summary>One facet, of the values that have the typed words in one of their names.</summary>
    public async Task<Facet> OneAsync(Dimension dimension, string typed, int most)
    {
        var (counts, totals) = (Counts(dimension), Totals(dimension));
        var selected = await SelectedAsync(dimension).ConfigureAwait(false);
        var beginnings = SearchText.Words(SearchText.Fold(typed));
        var (values, present) = Most(counts, totals, selected, beginnings.Count == 0 ? most : int.MaxValue);
        var listed = (await NamedAsync(dimension, values).ConfigureAwait(false)).Where(v => IsMeant(v, beginnings)).ToList();
        if (InNoOrder.Contains(dimension)) listed = [.. listed.OrderBy(v => v.Label, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal)];
        if (!InTheirOwnOrder.Contains(dimension)) listed = [.. listed.OrderByDescending(v => v.Count)];
        if (beginnings.Count > 0) (present, listed) = (listed.Count, [.. listed.Where((v, i) => i < most || v.Selected)]);
        return new(FacetNames.Of(dimension), listed) { More = present - listed.Count };
    }

    /// <summary>The values that claims of the collection have, most claims first, and those that are selected.</summary>
    private static (List<Counted> Values, int Present) Most(int[] counts, int[] totals, HashSet<int> selected, int most)
    {
        var (first, present, least) = (new PriorityQueue<int, (int Count, int Total, int Place)>(), 0, -1);
        for (var index = 0; index < totals.Length; index++)
        {
            if (totals[index] == 0) continue;
            present++;
            var count = index < counts.Length ? counts[index] : 0;
            // Of a hundred thousand articles nearly all end here.
            if (count < least) continue;
            if (first.Count < most) first.Enqueue(index, (count, totals[index], -index));
            else first.EnqueueDequeue(index, (count, totals[index], -index));
            if (first.Count == most && first.TryPeek(out _, out var worst)) least = worst.Count;
        }

        HashSet<int> listed = [.. first.UnorderedItems.Select(i => i.Element), .. selected];
        return (
            [.. listed.Order().Select(index => new Counted(index, index < counts.Length ? counts[index] : 0, selected.Contains(index)))],
            present + selected.Count(s => s >= totals.Length || totals[s] == 0));
    }

    private static bool IsMeant(FacetValue value, IReadOnlyList<string> beginnings) => IsMeant(value.Label, value.Aliases, beginnings);

    /// <summary>Whether each of some beginnings begins a word of a name or of another name.</summary>
    public static bool IsMeant(string name, IReadOnlyList<string> aliases, IReadOnlyList<string> beginnings)
    {
        if (beginnings.Count == 0) return true;
        var words = aliases.Append(name).SelectMany(SearchText.Words).Select(SearchText.Fold).ToList();
        return beginnings.All(b => words.Exists(w => w.StartsWith(b, StringComparison.Ordinal)));
    }

    /// <summary>By the value's index: an id for actors, sources and articles, a place in a table for others.</summary>
    private int[] Counts(Dimension dimension) =>
        (IsAsked(dimension) ? ClaimCounts.Of(_columns, selection.Without(dimension), What(dimension)) : selection.Counts).ByValue(_columns, dimension);

    private int[] Totals(Dimension dimension) => _columns.TotalsOf(dimension);

    private bool IsAsked(Dimension dimension) => FacetNames.Asked(filter, dimension).Count > 0;

    private static Columns.Counted What(Dimension dimension) => dimension switch
    {
        Dimension.Side => Columns.Counted.Side,
        Dimension.Actor => Columns.Counted.Actor,
        Dimension.Topic => Columns.Counted.Topics,
        Dimension.Place => Columns.Counted.Places,
        Dimension.Source or Dimension.Article => Columns.Counted.Articles,
        _ => Columns.Counted.Form,
    };

    private async Task<HashSet<int>> SelectedAsync(Dimension dimension)
    {
        var asked = FacetNames.Asked(filter, dimension);
        if (asked.Count == 0) return [];
        return dimension switch
        {
            Dimension.Actor => [.. (await ActorNames.IdsAsync(db, snapshot.Actors, asked, stop).ConfigureAwait(false)).Values],
            Dimension.Article => [.. asked.Select(_columns.Articles.IdOf).OfType<int>()],
            Dimension.Source => [.. snapshot.Sources.Where(s => asked.Contains(s.Value.Id)).Select(s => s.Key), .. asked.Contains(ClaimFilter.NoSource) ? [0] : (int[])[]],
            Dimension.Side => [.. asked.Select(_columns.Tables.Sides.IndexOf).OfType<int>()],
            Dimension.Topic => [.. asked.Select(_columns.Tables.Topics.IndexOf).OfType<int>()],
            Dimension.Place => [.. asked.Select(_columns.Tables.Places.IndexOf).OfType<int>()],
            _ => [.. FacetNames.Values(dimension).Index().Where(v => asked.Contains(v.Item.Value)).Select(v => v.Index)],
        };
    }

    private async Task<IEnumerable<FacetValue>> NamedAsync(Dimension dimension, List<Counted> values)
    {
        switch (dimension)
        {
            case Dimension.Actor:
                var actors = await ActorNames.OfAsync(db, snapshot.Actors, values.Select(v => v.Index), stop).ConfigureAwait(false);
                return values.Select(v => actors[v.Index] is var a
                    ? new FacetValue(a.Id, a.Name, v.Count, v.Selected, a.Side) { Aliases = snapshot.Aliases.Of(a.Id) } : throw new InvalidOperationException());
            case Dimension.Article:
                var titles = (await PreparedSql.RowsAsync(
                    db, "SELECT id, display_title FROM articles WHERE id IN {0}", [.. values.Select(v => v.Index)], row => (row.GetInt32(0), row.GetString(1)), stop)
                    .ConfigureAwait(false)).ToDictionary();
                return values.Select(v => new FacetValue(_columns.Articles.Key(v.Index), titles[v.Index], v.Count, v.Selected));
            case Dimension.Source:
                return values.Select(v => v.Index == 0 ? new FacetValue(ClaimFilter.NoSource, "source unknown", v.Count, v.Selected)
                    : new(snapshot.Sources[v.Index].Id, snapshot.Sources[v.Index].Name, v.Count, v.Selected));
            default:
                var table = dimension switch
                {
                    Dimension.Side => _columns.Tables.Sides.Values,
                    Dimension.Topic => _columns.Tables.Topics.Values,
                    Dimension.Place => _columns.Tables.Places.Values,
                    _ => FacetNames.Values(dimension),
                };
                return values.Select(v => new FacetValue(table[v.Index].Value, table[v.Index].Label, v.Count, v.Selected, table[v.Index].Side));
        }
    }
}
