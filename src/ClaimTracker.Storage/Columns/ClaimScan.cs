using System.Collections;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>A filter laid over columns.</summary>
internal sealed class ClaimScan
{
    private readonly ClaimColumns _columns;
    private readonly bool[]?[] _admitted;
    private readonly int[] _asked;
    private readonly int _from;
    private readonly int _to;
    private readonly bool _undated;
    private readonly BitArray? _found;

    /// <param name="columns">What is looked through.</param>
    /// <param name="filter">What is asked for; its text is not looked at.</param>
    /// <param name="found">Ids of the claims that its text was found in; null where it has none.</param>
    public ClaimScan(ClaimColumns columns, ClaimFilter filter, IEnumerable<int>? found)
    {
        _columns = columns;
        _admitted = [.. columns.Tables.Select((table, d) => table.Admitting(Asked(filter, (Dimension)d)))];
        _asked = [.. _admitted.Index().Where(a => a.Item is not null).Select(a => a.Index)];
        (_from, _to, _undated) = Days(filter);
        _found = found is null ? null : Bits(found, columns.Ids);
    }

    /// <summary>The values that a filter asks of a dimension, as its addresses name them.</summary>
    public static IReadOnlyList<string> Asked(ClaimFilter filter, Dimension dimension) => dimension switch
    {
        Dimension.Side => filter.Sides,
        Dimension.Actor => filter.Actors,
        Dimension.Source => filter.Sources,
        Dimension.Topic => filter.Topics,
        Dimension.Place => filter.Places,
        Dimension.Act => [.. filter.Acts.Select(a => FacetNames.Of(a))],
        Dimension.Quotation => [.. filter.Quotations.Select(q => FacetNames.Of(q))],
        Dimension.Article => filter.Articles,
        Dimension.Statistics => FacetNames.Of(filter.WithStatistics),
        Dimension.Disputed => FacetNames.Of(filter.Disputed),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    public bool Matches(int row)
    {
        if (!InDaysAndText(row)) return false;
        foreach (var d in _asked)
            if (!_admitted[d]![_columns.Codes[d][row]]) return false;
        return true;
    }

    /// <summary>Rows that match, in an order by date.</summary>
    public IEnumerable<int> Rows(ClaimSort sort)
    {
        foreach (var (start, end) in _columns.Runs(sort))
            for (var row = start; row < end; row++)
                if (Matches(row)) yield return row;
    }

    /// <summary>How many claims each value of each dimension would leave, the dimension's own selection set aside.</summary>
    /// <returns>By <see cref="Dimension"/>, then by value.</returns>
    /// <remarks>One pass: a claim that fails nothing counts everywhere, one that fails in one dimension alone counts in that one.</remarks>
    public int[][] Counts()
    {
        int[][] counts = [.. _columns.Tables.Select(t => new int[t.CodeCount])];
        for (var row = 0; row < _columns.Count; row++)
        {
            if (!InDaysAndText(row)) continue;
            var (failed, failures) = (-1, 0);
            foreach (var d in _asked)
            {
                if (_admitted[d]![_columns.Codes[d][row]]) continue;
                failed = d;
                if (++failures > 1) break;
            }

            if (failures == 1) counts[failed][_columns.Codes[failed][row]]++;
            else if (failures == 0)
                for (var d = 0; d < counts.Length; d++) counts[d][_columns.Codes[d][row]]++;
        }

        return [.. counts.Select((byCode, d) => ByValue(_columns.Tables[d], byCode))];
    }

    private static int[] ByValue(ValueTable table, int[] byCode)
    {
        var byValue = new int[table.Values.Count];
        for (var code = 0; code < byCode.Length; code++)
            if (byCode[code] > 0)
                foreach (var value in table.Counted(code)) byValue[value] += byCode[code];
        return byValue;
    }

    /// <summary>The days asked for, and whether the undated are.</summary>
    private static (int From, int To, bool Undated) Days(ClaimFilter filter) => filter switch
    {
        { From: null, To: null, Undated: false } => (0, int.MaxValue, true),
        { From: null, To: null, Undated: true } => (1, 0, true),
        _ => (filter.From?.DayNumber ?? 0, filter.To?.DayNumber ?? int.MaxValue, filter.Undated),
    };

    private static BitArray Bits(IEnumerable<int> found, int[] ids)
    {
        var bits = new BitArray(ids.Length == 0 ? 0 : ids.Max() + 1);
        foreach (var id in found)
            if (id < bits.Length) bits[id] = true;
        return bits;
    }

    private bool InDaysAndText(int row)
    {
        var day = _columns.Days[row];
        return (day == ClaimColumns.Undated ? _undated : day >= _from && day <= _to) && (_found is null || _found[_columns.Ids[row]]);
    }
}
