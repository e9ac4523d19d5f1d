using System.Globalization;

namespace ClaimTracker.Domain.Yaml;

/// <summary>The keys of one entry. Each key that is asked for is known; <see cref="Finish"/> reports all others.</summary>
/// <remarks>A value that cannot be read is reported and comes back as null or empty; reading always goes on.</remarks>
internal sealed class Fields
{
    private static readonly YamlMap Nothing = new(0, []);

    private readonly Dictionary<string, YamlValue> _values = new(StringComparer.Ordinal);
    private readonly List<YamlScalar> _keys = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    /// <param name="value">What should be keys with values; anything else is reported and reads as empty.</param>
    /// <param name="what">What the entry is, for sentences: “an actor”.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public Fields(YamlValue value, string what, ProblemList problems)
    {
        (_problems, What, Line) = (problems, what, value.Line);
        if (value is not YamlMap)
            problems.Add(value.Line, $"expected {what} as keys with values, found {Describe(value)}");
        foreach (var (key, content) in (value as YamlMap ?? Nothing).Entries)
            if (_values.TryAdd(key.Text, content))
                _keys.Add(key);
            else
                problems.Add(key.Line, $"{what} has the key '{key.Text}' twice");
    }

    /// <summary>What the entry is, for sentences; readers put the id into it as soon as it is known.</summary>
    public string What { get; set; }

    /// <summary>The line on which the entry starts.</summary>
    public int Line { get; }

    /// <summary>The line of a key's value, or of the entry where the key is missing.</summary>
    public int LineOf(string key) => _values.TryGetValue(key, out var value) ? value.Line : Line;

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>A text that must be there; null, and reported, where it isn't.</summary>
    public YamlScalar? Required(string key)
    {
        if (!_values.ContainsKey(key))
            _problems.Add(Line, $"{What} lacks the key '{key}'");
        return Optional(key);
    }

    /// <summary>A text, or null where the key is missing.</summary>
    public YamlScalar? Optional(string key)
    {
        _known.Add(key);
        if (!_values.TryGetValue(key, out var value))
            return null;
        if (value is YamlScalar { Text.Length: > 0 } scalar)
            return scalar;
        _problems.Add(value.Line, $"{What}: expected a text under '{key}', found {Describe(value)}");
        return null;
    }

    /// <summary>A day written as <c>2025-10-12</c>, or null where the key is missing.</summary>
    public DateOnly? Day(string key)
    {
        if (Optional(key) is not { } scalar)
            return null;
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _problems.Add(scalar.Line, $"{What}: expected a day such as 2025-10-12 under '{key}', found '{scalar.Text}'");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; false where the key is missing.</summary>
    public bool Flag(string key)
    {
        if (Optional(key) is not { } scalar)
            return false;
        if (scalar.Text is not ("true" or "false"))
            _problems.Add(scalar.Line, $"{What}: expected true or false under '{key}', found '{scalar.Text}'");
        return scalar.Text is "true";
    }

    /// <summary>One of the named choices; null, and reported, where it is none of them.</summary>
    public T? Choice<T>(string key, IReadOnlyList<(string Word, T Value)> choices)
        where T : struct
    {
        if (Required(key) is not { } scalar)
            return null;
        foreach (var (word, value) in choices)
            if (word == scalar.Text)
                return value;
        _problems.Add(scalar.Line, $"{What}: expected {string.Join(", ", choices.Select(c => c.Word))} under '{key}', found '{scalar.Text}'");
        return null;
    }

    /// <summary>Entries under a key; empty where it is missing. An empty list is reported.</summary>
    public IReadOnlyList<YamlValue> Entries(string key, bool required = false)
    {
        _known.Add(key);
        if (!_values.TryGetValue(key, out var value))
        {
            if (required)
                _problems.Add(Line, $"{What} lacks the key '{key}'");
            return [];
        }

        if (value is YamlList { Items.Count: > 0 } list)
            return list.Items;
        _problems.Add(value.Line, value is YamlList
            ? $"{What}: the list under '{key}' is empty; leave the key out or fill it"
            : $"{What}: expected a list under '{key}', found {Describe(value)}");
        return [];
    }

    /// <summary>A list of texts; empty where the key is missing. A text that is there twice is reported.</summary>
    public IReadOnlyList<YamlScalar> Texts(string key, bool required = false)
    {
        var texts = new List<YamlScalar>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Entries(key, required))
            if (item is not YamlScalar { Text.Length: > 0 } scalar)
                _problems.Add(item.Line, $"{What}: expected texts in the list under '{key}', found {Describe(item)}");
            else if (!seen.Add(scalar.Text))
                _problems.Add(scalar.Line, $"{What} has '{scalar.Text}' twice under '{key}'");
            else
                texts.Add(scalar);
        return texts;
    }

    /// <summary>Keys with values below a key, or null where it is missing.</summary>
    public Fields? Nested(string key, string what)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var value) ? new(value, what, _problems) : null;
    }

    /// <summary>Keys of the file's own choice with a text each; empty where the key is missing.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string key)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Nested(key, $"'{key}' of {What}") is { } nested)
            foreach (var word in nested._keys)
                if (nested.Optional(word.Text) is { } text)
                    pairs[word.Text] = text.Text;
        return pairs;
    }

    /// <summary>Reports every key that nobody asked for. To be called last.</summary>
    public void Finish()
    {
        foreach (var key in _keys.Where(key => !_known.Contains(key.Text)))
            _problems.Add(key.Line, $"{What} has the unknown key '{key.Text}'; known are {string.Join(", ", _known)}");
    }

    private static string Describe(YamlValue value) => value switch
    {
        YamlScalar { Text.Length: 0 } => "nothing",
        YamlScalar scalar => $"'{scalar.Text}'",
        YamlList => "a list",
        _ => "keys with values",
    };
}
