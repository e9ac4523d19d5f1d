using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Reads a <see cref="CollectionSnapshot"/> out of the moment that a context reads: whole, or what has changed since an earlier one.</summary>
internal sealed class SnapshotLoader(ClaimDbContext db, StoreVersions state, CancellationToken stop)
{
    /// <summary>Where more articles have changed than this part of all, everything is read anew.</summary>
    private const int WorthReadingAnew = 8;

    private const int ChunksAtATime = 4;

    private sealed record SideRow(string Slug, string Name, SidePlace Place);

    /// <summary>So many are never too many.</summary>
    private const int FewArticles = 500;

    /// <summary>Everything.</summary>
    /// <param name="second">Another context of exactly the same moment, to read with on a second thread; null for none.</param>
    public async Task<CollectionSnapshot> LoadAsync(ClaimDbContext? second)
    {
        var sides = await SidesAsync().ConfigureAwait(false);
        var tables = await TablesAsync(sides).ConfigureAwait(false);
        var last = await LastIdAsync("claims").ConfigureAwait(false);
        var chunkCount = last < 0 ? 0 : (last >> ClaimChunk.Shift) + 1;
        var (chunks, sources) = (new ClaimChunk?[chunkCount], new Dictionary<int, int>());
        var disputed = await DisputedAsync().ConfigureAwait(false);

        // Codes of topics and places are made on the way, so a second reader makes its own and they are translated where the halves meet.
        var half = second is null ? chunkCount : chunkCount / 2;
        var (front, back) = (new ChunkFiller(chunks, disputed), new ChunkFiller(chunks, disputed));
        var (frontTables, backTables) = (tables, tables with { Topics = tables.Topics.Copy(), Places = tables.Places.Copy() });
        var reading = second is null ? Task.CompletedTask : Task.Run(() => FillAsync(second, backTables, half, chunkCount, back, sources), stop);
        await FillAsync(db, frontTables, 0, half, front, sources).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        if (second is not null) Join(chunks, half, tables, backTables);

        var articles = new List<ArticleCells?>();
        var reader = new SnapshotReader(db, tables);
        foreach (var (article, source) in sources) reader.SourceOfArticle[article] = source;
        await reader.ReadArticlesAsync("id >= 0", [], (id, cells) => Put(articles, id, cells), stop).ConfigureAwait(false);
        var columns = new ClaimColumns(chunks, tables, new(articles.ToArray()), await RepeatsAsync().ConfigureAwait(false));
        return await SnapshotAsync(state.CollectionVersion, columns, sides).ConfigureAwait(false);
    }

    /// <summary>With the columns that the program wrote when it closed the database: as of now or earlier; null where there are none.</summary>
    public async Task<CollectionSnapshot?> LoadKeptAsync(ColumnsFile file)
    {
        var sides = await SidesAsync().ConfigureAwait(false);
        var tables = await TablesAsync(sides).ConfigureAwait(false);
        return file.Read(await StampAsync(db, stop).ConfigureAwait(false), state, tables) is var (version, columns)
            ? await SnapshotAsync(version, columns, sides).ConfigureAwait(false)
            : null;
    }

    /// <summary>The stamp in the file that a context reads, which another copy of it doesn't have.</summary>
    public static async Task<long> StampAsync(ClaimDbContext db, CancellationToken stop)
    {
        var stamp = 0L;
        await PreparedSql.NumberRowsAsync(db, "PRAGMA user_version", [], 1, row => stamp = row[0], stop).ConfigureAwait(false);
        return stamp;
    }

    /// <summary>What has changed since an earlier snapshot; null where that can't be told or is too much.</summary>
    public async Task<CollectionSnapshot?> RefreshAsync(CollectionSnapshot before)
    {
        if (before.Version < state.RebuiltVersion) return null;
        var columns = before.Columns;
        var changed = new List<int>();
        await PreparedSql.NumbersAsync(db, "article_id", "FROM article_changes WHERE version > $1", [before.Version], id => changed.Add((int)id), stop).ConfigureAwait(false);
        var compared = before.Version < state.ComparisonsVersion;
        if (changed.Count > Math.Max(FewArticles, columns.Articles.Count / WorthReadingAnew) || (changed.Count == 0 && !compared)) return null;

        var tables = columns.Tables with
        {
            Topics = columns.Tables.Topics.Copy(),
            Places = columns.Tables.Places.Copy(),
            Sources = await SourcesAsync().ConfigureAwait(false),
        };
        var editor = new ChunkEditor(columns, changed);
        var articles = Enumerable.Range(0, columns.Articles.Length).Select(id => columns.Articles[id]).ToList();
        foreach (var id in changed.Where(id => id < articles.Count)) articles[id] = null;
        foreach (var some in changed.Chunk(PreparedSql.MostIds))
        {
            var ((list, values), reader) = (PreparedSql.List(some), new SnapshotReader(db, tables));
            await reader.ReadAsync($"article_id IN {list}", $"claim_id IN (SELECT id FROM claims WHERE article_id IN {list})", values, editor.Put, stop).ConfigureAwait(false);
            await reader.ReadArticlesAsync($"id IN {list}", values, (id, cells) => Put(articles, id, cells), stop).ConfigureAwait(false);
        }

        if (compared) editor.SetDisputed(await DisputedAsync().ConfigureAwait(false));
        var chunks = editor.Chunks();
        // A writer that did not say what it changed: nothing is guessed.
        if (await LastIdAsync("claims").ConfigureAwait(false) != LastId(chunks)) return null;
        var repeats = compared ? await RepeatsAsync().ConfigureAwait(false) : columns.Repeats.Of(id => id >> ClaimChunk.Shift < chunks.Length && chunks[id >> ClaimChunk.Shift]?.Has(id & (ClaimChunk.MostRows - 1)) == true);
        return before.Later(state.CollectionVersion, new(chunks, tables, new(articles.ToArray()), repeats, columns));
    }

    private static int LastId(ClaimChunk?[] chunks)
    {
        for (var c = chunks.Length - 1; c >= 0; c--)
            for (var row = (chunks[c]?.Rows ?? 0) - 1; row >= 0; row--)
                if (chunks[c]!.Has(row)) return (c << ClaimChunk.Shift) + row;
        return -1;
    }

    private static void Put(List<ArticleCells?> articles, int id, ArticleCells cells)
    {
        while (articles.Count <= id) articles.Add(null);
        articles[id] = cells;
    }

    private static void Join(ClaimChunk?[] chunks, int from, ClaimTables tables, ClaimTables others)
    {
        int[] topics = [.. Enumerable.Range(0, others.Topics.CodeCount).Select(code => tables.Topics.Code(others.Topics.Own(code)))];
        int[] places = [.. Enumerable.Range(0, others.Places.CodeCount).Select(code => tables.Places.Code(others.Places.Own(code)))];
        for (var c = from; c < chunks.Length; c++) chunks[c] = chunks[c]?.Recoded(topics, places);
    }

    private async Task FillAsync(ClaimDbContext context, ClaimTables tables, int from, int to, ChunkFiller filler, Dictionary<int, int> sources)
    {
        var reader = new SnapshotReader(context, tables);
        var (first, end) = (from << ClaimChunk.Shift, (long)to << ClaimChunk.Shift);
        // Some chunks at a time: what hangs on their claims is held in memory meanwhile.
        for (var start = (long)first; start < end; start += ChunksAtATime << ClaimChunk.Shift)
        {
            var last = Math.Min(end, start + (ChunksAtATime << ClaimChunk.Shift)) - 1;
            await reader.ReadAsync("id BETWEEN $1 AND $2", "claim_id BETWEEN $1 AND $2", [start, last], filler.Put, stop).ConfigureAwait(false);
        }

        filler.Close();
        lock (sources)
            foreach (var (article, source) in reader.SourceOfArticle) sources[article] = source;
    }

    private Task<List<SideRow>> SidesAsync() => PreparedSql.AllAsync(
        db, "SELECT slug, name, place FROM sides ORDER BY ordinal", r => new SideRow(r.GetString(0), r.GetString(1), Enum.Parse<SidePlace>(r.GetString(2))), stop);

    private async Task<CollectionSnapshot> SnapshotAsync(long version, ClaimColumns columns, List<SideRow> sides) => new(state.Instance, version, columns)
    {
        Sides = sides.ToDictionary(s => s.Slug, s => s.Place),
        Aliases = await AliasesAsync().ConfigureAwait(false),
    };

    private async Task<ClaimTables> TablesAsync(List<SideRow> sides)
    {
        var topics = await PreparedSql.AllAsync(db, "SELECT id, slug, name FROM topics ORDER BY ordinal", r => (Id: r.GetInt32(0), Slug: r.GetString(1), Name: r.GetString(2)), stop)
            .ConfigureAwait(false);
        var places = await PreparedSql.AllAsync(
            db, "SELECT id, slug, name, within FROM places ORDER BY ordinal",
            r => (Id: r.GetInt32(0), Slug: r.GetString(1), Name: r.GetString(2), Within: r.IsDBNull(3) ? null : r.GetString(3)), stop).ConfigureAwait(false);
        var index = places.Index().ToDictionary(p => p.Item.Slug, p => p.Index, StringComparer.Ordinal);
        int? Within(int i) => places[i].Within is { } slug && index.TryGetValue(slug, out var at) ? at : null;
        return new(
            FacetNames.Single(sides.Select(s => new DimensionValue(s.Slug, s.Name, s.Slug)).Append(new(ClaimFilter.NoSide, "no side"))),
            new([.. topics.Select(t => new DimensionValue(t.Slug, t.Name))]),
            new([.. places.Select(p => new DimensionValue(p.Slug, p.Name))], Within),
            topics.Index().ToDictionary(t => t.Item.Id, t => t.Index),
            places.Index().ToDictionary(p => p.Item.Id, p => p.Index),
            await SourcesAsync().ConfigureAwait(false));
    }

    private async Task<Dictionary<int, Source>> SourcesAsync() =>
        (await PreparedSql.AllAsync(
            db, "SELECT id, slug, name, described FROM sources", r => (r.GetInt32(0), new Source(r.GetString(1), r.GetString(2), r.GetBoolean(3))), stop)
        .ConfigureAwait(false)).ToDictionary();

    private async Task<AliasRegister> AliasesAsync()
    {
        var actors = await PreparedSql.AllAsync(
            db, "SELECT id, slug, name FROM actors WHERE known ORDER BY id", r => (Id: r.GetInt32(0), Slug: r.GetString(1), Name: r.GetString(2)), stop).ConfigureAwait(false);
        var aliases = await PreparedSql.AllAsync(
            db, "SELECT l.actor_id, l.alias FROM actor_aliases l JOIN actors a ON a.id = l.actor_id WHERE a.known ORDER BY l.actor_id, l.ordinal",
            r => (Actor: r.GetInt32(0), Alias: r.GetString(1)), stop).ConfigureAwait(false);
        var of = aliases.ToLookup(l => l.Actor, l => l.Alias);
        return new(actors.Select(a => (a.Slug, a.Name, (IReadOnlyList<string>)[.. of[a.Id]])));
    }

    private async Task<int> LastIdAsync(string table)
    {
        var last = -1;
        await PreparedSql.NumberRowsAsync(db, $"SELECT coalesce(max(id), -1) FROM {table}", [], 1, row => last = (int)row[0], stop).ConfigureAwait(false);
        return last;
    }

    private async Task<HashSet<int>> DisputedAsync()
    {
        var disputed = new HashSet<int>();
        await PreparedSql.NumbersAsync(db, "claim_id", "FROM dispute_claims", [], id => disputed.Add((int)id), stop).ConfigureAwait(false);
        return disputed;
    }

    private async Task<RepeatGroups> RepeatsAsync()
    {
        var (claims, groups, numbers) = (new List<int>(), new List<int>(), new Dictionary<int, int>());
        await PreparedSql.NumberRowsAsync(
            db, "SELECT claim_id, min(repeat_id) FROM repeat_claims GROUP BY claim_id ORDER BY claim_id", [], 2,
            row =>
            {
                claims.Add((int)row[0]);
                var repeat = (int)row[1];
                if (!numbers.TryGetValue(repeat, out var number)) numbers[repeat] = number = numbers.Count;
                groups.Add(number);
            },
            stop).ConfigureAwait(false);
        return new([.. claims], [.. groups]);
    }
}
