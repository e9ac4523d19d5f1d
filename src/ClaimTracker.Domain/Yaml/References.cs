namespace ClaimTracker.Domain.Yaml;

/// <summary>Ids of a file and what refers to them: checks form, uniqueness, targets and cycles.</summary>
internal sealed class References(ProblemList problems)
{
    private readonly Dictionary<(string Kind, string Id), int> _defined = [];
    private readonly List<(string Kind, YamlScalar Id, string From)> _referred = [];
    private readonly Dictionary<(string Kind, string Id), YamlScalar> _containers = [];

    /// <summary>Takes the id of an entry; reports one that is malformed or taken.</summary>
    /// <param name="kind">What it names, for sentences and as its own space of ids: “actor”.</param>
    /// <param name="id">The id with its line.</param>
    /// <param name="underscores">Sides and groups may also join words by underscores, as their addresses always did.</param>
    public void Define(string kind, YamlScalar id, bool underscores = false)
    {
        if (!IsWellFormed(id.Text, underscores))
            problems.Add(id.Line, $"the id '{id.Text}' is not lower-case words joined by hyphens");
        if (!_defined.TryAdd((kind, id.Text), id.Line))
            problems.Add(id.Line, $"the {kind} '{id.Text}' is already defined in line {_defined[(kind, id.Text)]}");
    }

    /// <summary>Notes that <paramref name="from"/> refers to an entry, which may follow later in the file.</summary>
    public string? Refer(string kind, YamlScalar? id, string from)
    {
        if (id is not null)
            _referred.Add((kind, id, from));
        return id?.Text;
    }

    /// <summary>Notes that an entry lies in, or belongs to, another of its kind.</summary>
    public string? Contain(string kind, string id, YamlScalar? container, string from)
    {
        if (container is not null)
            _containers.TryAdd((kind, id), container);
        return Refer(kind, container, from);
    }

    /// <summary>Reports what refers to nothing and what contains itself. To be called last.</summary>
    public void Check()
    {
        foreach (var (kind, id, from) in _referred)
            if (!_defined.ContainsKey((kind, id.Text)))
                problems.Add(id.Line, $"{from} refers to the {kind} '{id.Text}', which is not in this file");
        foreach (var start in _containers.Keys)
            if (IsInCycle(start))
                problems.Add(_containers[start].Line, $"the {start.Kind} '{start.Id}' contains itself: {Round(start)}");
    }

    private bool IsInCycle((string Kind, string Id) start)
    {
        var current = start;
        for (var steps = 0; steps <= _containers.Count && _containers.TryGetValue(current, out var container); steps++)
        {
            current = (start.Kind, container.Text);
            if (current == start)
                return true;
        }

        return false;
    }

    private string Round((string Kind, string Id) start)
    {
        var ids = new List<string> { start.Id };
        do
            ids.Add(_containers[(start.Kind, ids[^1])].Text);
        while (ids[^1] != start.Id);
        return string.Join(" in ", ids);
    }

    private static bool IsWellFormed(string id, bool underscores)
    {
        var words = underscores ? id.Split('-', '_') : id.Split('-');
        return words.All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
    }
}
