using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>What every claim is filtered, counted and ordered by, as arrays: newest day first, the undated last, by id within a day.</summary>
/// <remarks>Never changed once made. A claim is a row number, valid in these columns alone.</remarks>
internal sealed class ClaimColumns
{
    /// <summary>The day of a claim without one: before all others, so that newest first puts it last.</summary>
    public const int Undated = -1;

    private readonly List<(int Start, int End)> _days = [];
    private readonly Lazy<Dictionary<int, int>> _rowOfId;

    public ClaimColumns(int[] ids, int[] days, int[][] codes, IReadOnlyList<ValueTable> tables)
    {
        (Ids, Days, Codes, Tables) = (ids, days, codes, tables);
        for (int start = 0, end; start < days.Length; start = end)
        {
            end = start + 1;
            while (end < days.Length && days[end] == days[start]) end++;
            _days.Add((start, end));
        }

        _rowOfId = new(() => ids.Index().ToDictionary(i => i.Item, i => i.Index));
    }

    public int Count => Ids.Length;

    public int[] Ids { get; }

    /// <summary><see cref="DateOnly.DayNumber"/>, or <see cref="Undated"/>.</summary>
    public int[] Days { get; }

    public required int[] EventDays { get; init; }

    public required int[] PublishedDays { get; init; }

    /// <summary>The repeat that a claim stands in; 0 for none.</summary>
    public required int[] Groups { get; init; }

    /// <summary>By <see cref="Dimension"/>, then by row.</summary>
    public int[][] Codes { get; }

    /// <summary>By <see cref="Dimension"/>.</summary>
    public IReadOnlyList<ValueTable> Tables { get; }

    public ValueTable Table(Dimension dimension) => Tables[(int)dimension];

    public int Code(Dimension dimension, int row) => Codes[(int)dimension][row];

    /// <summary>The one value of a claim in a dimension that has one for each.</summary>
    public DimensionValue Value(Dimension dimension, int row) => Table(dimension).Values[Code(dimension, row)];

    /// <summary>The names of all values that a claim has itself, in its own order.</summary>
    public IReadOnlyList<string> OwnValues(Dimension dimension, int row)
    {
        var table = Table(dimension);
        var own = table.Own(Code(dimension, row));
        var names = new string[own.Length];
        for (var i = 0; i < own.Length; i++) names[i] = table.Values[own[i]].Value;
        return names;
    }

    public bool TryRow(int id, out int row) => _rowOfId.Value.TryGetValue(id, out row);

    /// <summary>Runs of rows in an order by date; rows within a run are in order of id.</summary>
    public IEnumerable<(int Start, int End)> Runs(ClaimSort sort)
    {
        if (sort != ClaimSort.Oldest) return _days;
        var undated = _days.Where(d => Days[d.Start] == Undated);
        return _days.Where(d => Days[d.Start] != Undated).Reverse().Concat(undated);
    }
}
