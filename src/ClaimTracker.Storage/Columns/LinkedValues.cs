using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Topics, places or figures of claims: pairs of a claim and a value, walked through in the order of claims.</summary>
internal sealed class LinkedValues
{
    /// <summary>A pair is one number: the claim's id shifted by so many bits, and the value. Ids of topics and places are small.</summary>
    private const int ValueBits = 20;

    private readonly long[] _pairs;
    private readonly List<int> _values = [];
    private int _at;

    private LinkedValues(long[] pairs) => _pairs = pairs;

    /// <param name="db">Where.</param>
    /// <param name="value">The column of the value's id.</param>
    /// <param name="from">The rest of the query.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="indexes">A value's index by its id; null where the value is the index.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<LinkedValues> ReadAsync(ClaimDbContext db, string value, string from, IReadOnlyList<object> values, IReadOnlyDictionary<int, int>? indexes, CancellationToken stop)
    {
        var (pairs, ascending) = (new List<long>(), true);
        await PreparedSql.NumbersAsync(db, $"CAST(claim_id AS BIGINT) * {1 << ValueBits} + {value}", from, values, Add, stop).ConfigureAwait(false);
        if (!ascending) pairs.Sort();
        return new([.. pairs]);

        void Add(long pair)
        {
            if (indexes is not null) pair = (pair >> ValueBits << ValueBits) + indexes[(int)(pair & ((1 << ValueBits) - 1))];
            ascending &= pairs.Count == 0 || pairs[^1] <= pair;
            pairs.Add(pair);
        }
    }

    /// <summary>Ascending. Claims are asked for in their order.</summary>
    public ReadOnlySpan<int> Of(int claim)
    {
        _values.Clear();
        for (; _at < _pairs.Length && _pairs[_at] >> ValueBits <= claim; _at++)
            if (_pairs[_at] >> ValueBits == claim) _values.Add((int)(_pairs[_at] & ((1 << ValueBits) - 1)));
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
    }
}
