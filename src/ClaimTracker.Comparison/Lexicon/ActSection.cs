using System.Collections.Frozen;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Lexicon;

/// <summary>Reads an <c>[act …]</c> section.</summary>
internal static class ActSection
{
    private static readonly FrozenSet<string> Keys =
        new[] { "name", "past", "words", "answers", "contrary", "charged", "opposes", "standing", "lasting", "binding", "anywhere", "ground", "own", "named" }.ToFrozenSet();

    public static ConflictAct Read(string file, Section section, List<DataProblem> problems)
    {
        var what = $"the act '{section.Name}'";
        foreach (var entry in section.Entries.Where(e => !Keys.Contains(e.Key)))
            problems.Add(new(file, entry.Line, $"{what} has '{entry.Key}', which is not a key here; expected one of {string.Join(", ", Keys.Order(StringComparer.Ordinal))}"));
        if (section.Name.Length == 0)
            problems.Add(new(file, section.Line, "expected '[act id]', found an act without an id"));
        if (section.Text("name") is null)
            problems.Add(new(file, section.Line, $"{what} lacks its name"));
        if (section.List("words").Count == 0)
            problems.Add(new(file, section.Line, $"{what} lacks its words"));
        return new(section.Name, section.Text("name") ?? "", section.List("words"))
        {
            Past = section.Text("past"),
            ChargedWords = section.List("charged"),
            AnswerWords = section.List("answers"),
            ContraryWords = section.List("contrary"),
            Opposes = section.List("opposes"),
            Standing = section.Text("standing") is "yes",
            Lasting = section.Text("lasting") is "yes",
            Binding = section.Text("binding") is "yes",
            Anywhere = section.Text("anywhere") is "yes",
            Named = section.Text("named") is "yes",
            OwnDeed = section.Text("own") is "yes",
            Ground = section.Text("ground") switch { "own" => ActGround.Own, "other" => ActGround.Other, _ => ActGround.Any },
        };
    }
}
