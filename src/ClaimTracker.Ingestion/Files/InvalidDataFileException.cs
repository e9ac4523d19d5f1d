using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Files;

/// <summary>A dossier or catalogue that can't be used. The message has every problem, one to a line.</summary>
public sealed class InvalidDataFileException : Exception
{
    /// <summary>With the problems found; not empty.</summary>
    public InvalidDataFileException(IReadOnlyList<DataProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }
}
