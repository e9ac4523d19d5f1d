namespace ClaimTracker.Storage.Columns;

/// <summary>A value of a dimension: its name in addresses, its label, and the side that colours it.</summary>
internal sealed record DimensionValue(string Value, string Label, string? Side = null);

/// <summary>The values of one dimension and the codes that claims carry for them.</summary>
/// <remarks>
/// Topics and places come in lists. Few different lists occur, so a list is a code like any other, and a claim with three topics costs
/// no more to filter and count than one with one.
/// </remarks>
internal sealed class ValueTable
{
    private readonly Dictionary<string, int> _indexes;
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<(int[] Own, int[] Counted)> _codes = [];
    private readonly Func<int, int?>? _within;

    /// <param name="values">In the order in which a facet shows equal counts.</param>
    /// <param name="within">The value that contains a value, where values lie within each other.</param>
    public ValueTable(IReadOnlyList<DimensionValue> values, Func<int, int?>? within = null)
    {
        (Values, _within) = (values, within);
        _indexes = values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal);
    }

    public IReadOnlyList<DimensionValue> Values { get; }

    public int CodeCount => _codes.Count;

    /// <summary>The values that a claim with this code has, in the order in which it has them.</summary>
    public ReadOnlySpan<int> Own(int code) => _codes[code].Own;

    /// <summary>Those and the values that contain them, each once: what a claim with this code counts for.</summary>
    public ReadOnlySpan<int> Counted(int code) => _codes[code].Counted;

    public int? IndexOf(string value) => _indexes.TryGetValue(value, out var index) ? index : null;

    /// <summary>The code for a list of values, made when it is new.</summary>
    public int Code(params ReadOnlySpan<int> values)
    {
        var own = values.ToArray();
        var name = string.Join(',', own);
        if (_codeOf.TryGetValue(name, out var code)) return code;
        _codes.Add((own, [.. own.SelectMany(WithContaining).Distinct()]));
        return _codeOf[name] = _codes.Count - 1;
    }

    /// <summary>For each code whether it has one of the values; null, which admits all, where none are asked for.</summary>
    public bool[]? Admitting(IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 0) return null;
        var indexes = wanted.Select(IndexOf).OfType<int>().ToHashSet();
        return [.. _codes.Select(code => code.Counted.Any(indexes.Contains))];
    }

    private IEnumerable<int> WithContaining(int value)
    {
        // A circle is the dossier's mistake and refused there; here it must not hang a reader.
        var seen = new HashSet<int>();
        for (int? at = value; at is { } index && seen.Add(index); at = _within?.Invoke(index)) yield return index;
    }
}
