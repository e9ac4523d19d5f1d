using System.Globalization;

namespace ClaimTracker.Storage.Columns;

/// <summary>What lists need of each article, by its id. Never changed once made.</summary>
internal sealed class ArticleTable
{
    private readonly ulong[] _keys;
    private readonly PackedColumn _sources;

    /// <param name="rows">By id; null where there is no article with that id.</param>
    public ArticleTable(ReadOnlySpan<ArticleCells?> rows)
    {
        _keys = new ulong[rows.Length];
        var (sources, published) = (new int[rows.Length], new int[rows.Length]);
        for (var id = 0; id < rows.Length; id++)
        {
            (_keys[id], sources[id], published[id]) = rows[id] is { } cells ? (cells.Key, cells.Source, cells.Published) : (0, 0, DayColumn.Undated);
            if (rows[id] is not null) Count++;
        }

        _sources = PackedColumn.Of(sources);
        Published = new(published);
        Length = rows.Length;
    }

    private ArticleTable(KeptNumbers from)
    {
        (_keys, Count, _sources, Published) = (from.All<ulong>(), from.Number(), PackedColumn.Read(from), DayColumn.Read(from));
        Length = _keys.Length;
    }

    public int Count { get; }

    /// <summary>One more than the largest id.</summary>
    public int Length { get; }

    public DayColumn Published { get; }

    public int Bytes => _keys.Length * sizeof(ulong) + _sources.Bytes + Published.Bytes;

    public ArticleCells? this[int id] => id >= Length || (_keys[id] == 0 && _sources[id] == 0 && Published[id] == DayColumn.Undated) ? null : new(_keys[id], _sources[id], Published[id]);

    public static ArticleTable Read(KeptNumbers from) => new(from);

    public void Write(KeptNumbers to)
    {
        to.AddAll<ulong>(_keys);
        to.Add(Count);
        _sources.Write(to);
        Published.Write(to);
    }

    /// <summary>An article key's 16 hexadecimal digits as a number; null for a text that is none.</summary>
    public static ulong? Number(string key) =>
        key.Length == 16 && ulong.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Key(int id) => _keys[id].ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The source's id; 0 where it is not known.</summary>
    public int Source(int id) => _sources[id];

    /// <summary>Words that hold a bit for each id.</summary>
    public int Words => (Length + PackedColumn.Word - 1) / PackedColumn.Word;

    /// <summary>Those of some sources, as bits by id.</summary>
    public ulong[] OfSources(AdmittedCodes sources)
    {
        var articles = new ulong[Words];
        Array.Fill(articles, ulong.MaxValue);
        _sources.Keep(articles, sources);
        return articles;
    }

    /// <summary>Ids in the order of lists: last published first, those without a day last, by id within a day.</summary>
    public int[] InOrder(Predicate<int> wanted) =>
        [.. Enumerable.Range(0, Length).Where(id => this[id] is not null && wanted(id)).OrderBy(Place)];

    /// <summary>The articles before and after one in the order of lists: last published first, those without a day last, by id within a day; 0 where there is none.</summary>
    public (int Previous, int Next) Neighbours(int id)
    {
        var (previous, next, own) = (0, 0, Place(id));
        for (var other = 1; other < Length; other++)
        {
            if (other == id || this[other] is null) continue;
            var place = Place(other);
            if (place.CompareTo(own) < 0 && (previous == 0 || place.CompareTo(Place(previous)) > 0)) previous = other;
            if (place.CompareTo(own) > 0 && (next == 0 || place.CompareTo(Place(next)) < 0)) next = other;
        }

        return (previous, next);
    }

    /// <summary>Null where there is no such article.</summary>
    public int? IdOf(string key) => Number(key) is { } number && Array.IndexOf(_keys, number) is >= 0 and var id ? id : null;

    private (int Published, int Id) Place(int id) => (-Published[id], id);
}

/// <param name="Key">See <see cref="ArticleTable.Number"/>.</param>
/// <param name="Source">The source's id; 0 where it is not known.</param>
/// <param name="Published"><see cref="DateOnly.DayNumber"/>, or <see cref="DayColumn.Undated"/>.</param>
internal readonly record struct ArticleCells(ulong Key, int Source, int Published);
