using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>The claims that a filter finds, and those that it would find without one of its parts. Worked out when first asked for, then kept.</summary>
/// <remarks>A page asks for its rows, its facets and its weeks, and the next page for more rows: the same selection serves them all.</remarks>
internal sealed class Selection
{
    private static readonly ParallelOptions TwoThreads = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>So many values are compared one after the other, several rows at a time; more are looked up row by row.</summary>
    private const int MostCompared = 4;

    /// <summary>Below so many chunks a second thread costs more than it saves.</summary>
    private const int WorthTwoThreads = 8;

    private readonly ClaimColumns _columns;
    private readonly List<(Dimension? Of, Lazy<ulong[]?[]> Rows)> _parts = [];
    private readonly Lazy<RowSet> _all;
    private readonly Lazy<ClaimCounts> _counts;

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
        Articles(Dimension.Source, filter.Sources, SourceAdmits(filter.Sources));
        Articles(Dimension.Article, filter.Articles, ArticleAdmits(filter.Articles));
        var (from, to, undated) = Days(filter);
        Func<ClaimChunk, DayColumn> days = filter.Days == ClaimDays.Event ? chunk => chunk.Event : chunk => chunk.Said;
        if (from > 0 || to < int.MaxValue || !undated) Add(null, chunk => ByWord(chunk, w => days(chunk).Within(w, from, to, undated)));
        if (found is not null) _parts.Add((null, new(() => [.. columns.Chunks.Select((_, c) => found[c])])));
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
        var parts = _parts.Where(p => wanted(p.Of)).Select(p => p.Rows.Value).ToList();
        var rows = new ulong[]?[_columns.Chunks.Length];
        for (var c = 0; c < rows.Length; c++) rows[c] = And(_columns.Chunks[c]?.Present, parts, c);
        return new(rows);
    }

    private static ulong[]? And(ulong[]? present, List<ulong[]?[]> parts, int c)
    {
        if (present is null || parts.Count == 0) return present;
        var rows = (ulong[])present.Clone();
        foreach (var part in parts)
        {
            if (part[c] is not { } some) return null;
            for (var w = 0; w < rows.Length; w++) rows[w] &= some[w];
        }

        return rows;
    }

    private void Add(Dimension? of, Func<ClaimChunk, ulong[]?> rows) => _parts.Add((of, new(() =>
    {
        var chunks = _columns.Chunks;
        var found = new ulong[]?[chunks.Length];
        if (chunks.Length < WorthTwoThreads)
            for (var c = 0; c < found.Length; c++) found[c] = chunks[c] is { } chunk ? rows(chunk) : null;
        else Parallel.For(0, found.Length, TwoThreads, c => found[c] = chunks[c] is { } chunk ? rows(chunk) : null);
        return found;
    })));

    private void Coded(Dimension of, IReadOnlyCollection<string> asked, Func<ClaimChunk, PackedColumn> column, Func<byte[]> admitting)
    {
        if (asked.Count == 0) return;
        var admitted = admitting();
        int[] codes = [.. admitted.Index().Where(a => a.Item == 1).Select(a => a.Index).Take(MostCompared + 1)];
        Add(of, codes.Length > MostCompared
            ? chunk => ByWord(chunk, w => column(chunk).Admitted(w, admitted))
            : chunk => ByWord(chunk, w => Compared(column(chunk), w, codes)));
    }

    private static ulong Compared(PackedColumn column, int word, int[] codes)
    {
        var rows = 0UL;
        foreach (var code in codes) rows |= column.Between(word, code, code);
        return rows;
    }

    private static ulong[]? ByWord(ClaimChunk chunk, Func<int, ulong> rows)
    {
        var (found, any) = (new ulong[chunk.Words], 0UL);
        for (var w = 0; w < found.Length; w++) any |= found[w] = rows(w);
        return any == 0 ? null : found;
    }

    private void Articles(Dimension of, IReadOnlyCollection<string> asked, Func<int, bool> admits)
    {
        if (asked.Count == 0) return;
        Add(of, chunk =>
        {
            ulong[]? found = null;
            for (var run = 0; run < chunk.RunStarts.Length; run++)
            {
                if (!admits(chunk.RunArticles[run])) continue;
                found ??= new ulong[chunk.Words];
                for (int row = chunk.RunStarts[run], end = chunk.RunEnd(run); row < end; row++) found[row / PackedColumn.Word] |= 1UL << row;
            }

            return found;
        });
    }

    private Func<int, bool> SourceAdmits(IReadOnlyCollection<string> asked)
    {
        var ids = _columns.Tables.Sources.Where(s => asked.Contains(s.Value.Id)).Select(s => s.Key).ToHashSet();
        if (asked.Contains(ClaimFilter.NoSource)) ids.Add(0);
        return article => ids.Contains(_columns.Articles.Source(article));
    }

    private Func<int, bool> ArticleAdmits(IReadOnlyCollection<string> asked) => asked.Select(_columns.Articles.IdOf).OfType<int>().ToHashSet().Contains;

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
