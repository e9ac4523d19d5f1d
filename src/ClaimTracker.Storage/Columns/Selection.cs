using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>The claims that a filter finds, and those that it would find without one of its parts. Worked out when first asked for, then kept.</summary>
/// <remarks>A page asks for its rows, its facets and its weeks, and the next page for more rows: the same selection serves them all.</remarks>
internal sealed class Selection
{
    private readonly ClaimColumns _columns;
    private readonly List<Part> _parts = [];
    private readonly Lazy<RowSet> _all;
    private readonly Lazy<ClaimCounts> _counts;

    /// <summary>Takes what a part of the filter does not admit out of the rows of a chunk.</summary>
    /// <param name="Of">What it asks about; null for days and words.</param>
    /// <param name="Cost">Those that cost little for each row come first, so that the others have few rows left to look at.</param>
    /// <param name="Keep">Gets the chunk's number, the chunk, and the rows, some of which are left.</param>
    private sealed record Part(Dimension? Of, Cost Cost, Action<int, ClaimChunk, ulong[]> Keep);

    private enum Cost
    {
        Words,
        Compared,
        Runs,
        LookedUp,
    }

    /// <param name="columns">What is looked through.</param>
    /// <param name="filter">What is asked for; its text is not looked at.</param>
    /// <param name="actors">Ids of the actors that it asks for.</param>
    /// <param name="found">The claims that its text was found in; null where it has none.</param>
    public Selection(ClaimColumns columns, ClaimFilter filter, IReadOnlyCollection<int> actors, RowSet? found)
    {
        _columns = columns;
        var tables = columns.Tables;
        Coded(Dimension.Side, filter.Sides, c => c.Side, () => tables.Sides.Admitting(filter.Sides));
        Coded(Dimension.Actor, filter.Actors, c => c.Actor, () => Bytes(columns.MostActor + 1, actors.Contains));
        Coded(Dimension.Topic, filter.Topics, c => c.Topics, () => tables.Topics.Admitting(filter.Topics));
        Coded(Dimension.Place, filter.Places, c => c.Places, () => tables.Places.Admitting(filter.Places));
        foreach (var form in (Dimension[])[Dimension.Act, Dimension.Quotation, Dimension.Statistics, Dimension.Disputed])
            Coded(form, FacetNames.Asked(filter, form), c => c.Form, () => FormsOf(filter, form));
        Articles(Dimension.Source, filter.Sources, () => OfSources(filter.Sources));
        Articles(Dimension.Article, filter.Articles, () => Named(filter.Articles));
        var (from, to, undated) = Days(filter);
        Func<ClaimChunk, DayColumn> days = filter.Days == ClaimDays.Event ? chunk => chunk.Event : chunk => chunk.Said;
        if (from > 0 || to < int.MaxValue || !undated) _parts.Add(new(null, Cost.Compared, (_, chunk, rows) => days(chunk).Keep(rows, from, to, undated)));
        if (found is not null) _parts.Add(new(null, Cost.Words, (c, _, rows) => And(rows, found[c])));
        _parts.Sort((one, other) => one.Cost.CompareTo(other.Cost));
        _all = new(() => With(_ => true));
        _counts = new(() => ClaimCounts.Of(columns, All, Counted.All));
    }

    public RowSet All => _all.Value;

    /// <summary>How many of <see cref="All"/> have each value.</summary>
    public ClaimCounts Counts => _counts.Value;

    /// <summary>What the filter would find with nothing asked of a dimension.</summary>
    public RowSet Without(Dimension dimension) => _parts.Exists(p => p.Of == dimension) ? With(of => of != dimension) : All;

    private RowSet With(Func<Dimension?, bool> wanted)
    {
        Part[] parts = [.. _parts.Where(p => wanted(p.Of))];
        var rows = new ulong[]?[_columns.Chunks.Length];
        for (var c = 0; c < rows.Length; c++) rows[c] = Rows(parts, c);
        return new(rows);
    }

    private ulong[]? Rows(Part[] parts, int c)
    {
        if (_columns.Chunks[c] is not { } chunk || parts.Length == 0) return _columns.Chunks[c]?.Present;
        var rows = (ulong[])chunk.Present.Clone();
        foreach (var part in parts)
        {
            part.Keep(c, chunk, rows);
            if (!rows.AsSpan().ContainsAnyExcept(0UL)) return null;
        }

        return rows;
    }

    private static void And(ulong[] rows, ulong[]? others)
    {
        if (others is null) Array.Clear(rows);
        else
            for (var w = 0; w < rows.Length; w++) rows[w] &= others[w];
    }

    private void Coded(Dimension of, IReadOnlyCollection<string> asked, Func<ClaimChunk, PackedColumn> column, Func<byte[]> admitting)
    {
        if (asked.Count == 0) return;
        var admitted = new AdmittedCodes(admitting());
        var cost = admitted.Few.Length <= AdmittedCodes.MostFew || admitted.ByCode.Length <= byte.MaxValue + 1 ? Cost.Compared : Cost.LookedUp;
        _parts.Add(new(of, cost, (_, chunk, rows) => column(chunk).Keep(rows, admitted)));
    }

    /// <param name="of">Which dimension.</param>
    /// <param name="asked">What of it.</param>
    /// <param name="admitted">By id, as the bits of words.</param>
    private void Articles(Dimension of, IReadOnlyCollection<string> asked, Func<ulong[]> admitted)
    {
        if (asked.Count == 0) return;
        var articles = admitted();
        _parts.Add(new(of, Cost.Runs, (_, chunk, rows) => chunk.KeepArticles(rows, articles)));
    }

    private ulong[] OfSources(IReadOnlyCollection<string> asked)
    {
        var ids = _columns.Tables.Sources.Where(s => asked.Contains(s.Value.Id)).Select(s => s.Key).ToHashSet();
        if (asked.Contains(ClaimFilter.NoSource)) ids.Add(0);
        return _columns.Articles.OfSources(new(Bytes(_columns.Tables.Sources.Keys.DefaultIfEmpty().Max() + 1, ids.Contains)));
    }

    private ulong[] Named(IReadOnlyCollection<string> asked)
    {
        var articles = new ulong[_columns.Articles.Words];
        foreach (var id in asked.Select(_columns.Articles.IdOf).OfType<int>()) articles[id / PackedColumn.Word] |= 1UL << id;
        return articles;
    }

    private static byte[] FormsOf(ClaimFilter filter, Dimension dimension)
    {
        var asked = FacetNames.Asked(filter, dimension);
        var values = FacetNames.Values(dimension);
        return Bytes(ClaimForm.Count, form => ClaimForm.Value(form, dimension) is var value && value < values.Count && asked.Contains(values[value].Value));
    }

    private static byte[] Bytes(int count, Func<int, bool> admits)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte)(admits(i) ? 1 : 0);
        return bytes;
    }

    /// <summary>The days asked for, and whether the undated are.</summary>
    private static (int From, int To, bool Undated) Days(ClaimFilter filter) => filter switch
    {
        { From: null, To: null, Undated: false } => (0, int.MaxValue, true),
        { From: null, To: null, Undated: true } => (int.MaxValue, 0, true),
        _ => (filter.From?.DayNumber ?? 0, filter.To?.DayNumber ?? int.MaxValue, filter.Undated),
    };
}
