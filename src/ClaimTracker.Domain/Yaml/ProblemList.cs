namespace ClaimTracker.Domain.Yaml;

/// <summary>Collects everything that is wrong with one file, so that an editor sees it all at once.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<DataProblem> _found = [];

    /// <summary>Whether anything was wrong so far.</summary>
    public bool Any => _found.Count > 0;

    /// <param name="line">One-based; 0 for the whole file.</param>
    /// <param name="sentence">What was expected and what was found.</param>
    public void Add(int line, string sentence) => _found.Add(new(file, line, sentence));

    /// <summary>In the file's order; problems of one line in the order in which they were found.</summary>
    public IReadOnlyList<DataProblem> InFileOrder() => [.. _found.OrderBy(problem => problem.Line)];
}
