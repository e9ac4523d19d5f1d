namespace ClaimTracker.Storage.Columns;

/// <summary>A value of a dimension: its name in addresses, its label, and the side that colours it.</summary>
internal sealed record DimensionValue(string Value, string Label, string? Side = null);

/// <summary>The values of one dimension and the codes that claims carry for them.</summary>
/// <remarks>
/// Topics and places come in sets. Few different sets occur, so a set is a code like any other, and a claim with three topics costs
/// no more to filter and count than one with one.
/// </remarks>
internal sealed class ValueTable
{
    private readonly Dictionary<string, int> _indexes;
    private readonly Dictionary<string, int> _codeOf;
    private readonly List<(int[] Own, int[] Counted)> _codes;
    private readonly Func<int, int?>? _within;

    /// <param name="values">In the order in which a facet shows equal counts.</param>
    /// <param name="within">The value that contains a value, where values lie within each other.</param>
    public ValueTable(IReadOnlyList<DimensionValue> values, Func<int, int?>? within = null)
    {
        (Values, _within, _codes, _codeOf) = (values, within, [], new(StringComparer.Ordinal));
        _indexes = values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal);
    }

    private ValueTable(ValueTable other) => (Values, _indexes, _within, _codes, _codeOf) =
        (other.Values, other._indexes, other._within, [.. other._codes], new(other._codeOf, StringComparer.Ordinal));

    public IReadOnlyList<DimensionValue> Values { get; }

    public int CodeCount => _codes.Count;

    /// <summary>The same values and codes, to make more of without those who read this one noticing.</summary>
    public ValueTable Copy() => new(this);

    /// <summary>The values that a claim with this code has, ascending.</summary>
    public ReadOnlySpan<int> Own(int code) => _codes[code].Own;

    /// <summary>Those and the values that contain them, each once: what it counts for.</summary>
    public ReadOnlySpan<int> Counted(int code) => _codes[code].Counted;

    public int? IndexOf(string value) => _indexes.TryGetValue(value, out var index) ? index : null;

    /// <summary>The code for a set of values, made when it is new.</summary>
    /// <param name="values">Ascending.</param>
    public int Code(ReadOnlySpan<int> values)
    {
        Span<char> name = stackalloc char[values.Length];
        for (var i = 0; i < values.Length; i++) name[i] = (char)values[i];
        var codes = _codeOf.GetAlternateLookup<ReadOnlySpan<char>>();
        if (codes.TryGetValue(name, out var code)) return code;
        var own = values.ToArray();
        _codes.Add((own, [.. own.SelectMany(WithContaining).Distinct()]));
        codes[name] = _codes.Count - 1;
        return _codes.Count - 1;
    }

    /// <summary>Makes the codes that <see cref="WriteCodes"/> has written.</summary>
    public void ReadCodes(KeptNumbers from)
    {
        if (from.Number() is var values && values != Values.Count) throw new InvalidDataException($"Expected {Values.Count} values, found {values}.");
        for (int code = 0, count = from.Number(); code < count; code++) Code(from.All<int>());
    }

    public void WriteCodes(KeptNumbers to)
    {
        to.Add(Values.Count);
        to.Add(CodeCount);
        foreach (var (own, _) in _codes) to.AddAll<int>(own);
    }

    /// <summary>For each code 1 where it has one of the values, else 0.</summary>
    public byte[] Admitting(IReadOnlyList<string> wanted)
    {
        var indexes = wanted.Select(IndexOf).OfType<int>().ToHashSet();
        return [.. _codes.Select(code => (byte)(code.Counted.Any(indexes.Contains) ? 1 : 0))];
    }

    /// <summary>Counts by code as counts by value.</summary>
    public int[] ByValue(ReadOnlySpan<int> byCode)
    {
        var byValue = new int[Values.Count];
        for (var code = 0; code < byCode.Length; code++)
            if (byCode[code] > 0)
                foreach (var value in _codes[code].Counted) byValue[value] += byCode[code];
        return byValue;
    }

    private IEnumerable<int> WithContaining(int value)
    {
        // A circle is the dossier's mistake and refused there; here it must not hang a reader.
        var seen = new HashSet<int>();
        for (int? at = value; at is { } index && seen.Add(index); at = _within?.Invoke(index)) yield return index;
    }
}
