namespace ClaimTracker.Comparison.Wording;

/// <summary>Gives each word form a small number, so that claims are compared as numbers. Not safe for several threads.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _forms = [];
    private readonly List<int> _stems = [];

    public Vocabulary() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _forms.Count;

    public string this[int id] => _forms[id];

    /// <summary>The number of a lower-case form.</summary>
    public int Intern(ReadOnlySpan<char> form)
    {
        if (_lookup.TryGetValue(form, out var id))
            return id;
        id = _forms.Count;
        var text = form.ToString();
        _ids.Add(text, id);
        _forms.Add(text);
        _stems.Add(-1);
        return id;
    }

    /// <summary>The number of the form's stem: “strikes”, “striking” and “strike” share one.</summary>
    public int Stem(int id)
    {
        if (_stems[id] < 0)
            _stems[id] = Intern(Stemming.Stem(_forms[id]));
        return _stems[id];
    }
}

/// <summary>Cuts English endings. Coarse on purpose: it only has to bring the forms of one word together.</summary>
internal static class Stemming
{
    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "edly", "ers", "ies", "ed", "es", "er", "ly", "s", "e", "y"];

    public static string Stem(string form)
    {
        if (form.Length < 5 || !char.IsLetter(form[0]))
            return form.Length == 4 && form[^1] == 's' && form[^2] != 's' ? form[..^1] : form;
        foreach (var ending in Endings)
        {
            if (form.Length - ending.Length < 4 || !form.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = form[..^ending.Length];
            return stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
        }

        return form;
    }
}
