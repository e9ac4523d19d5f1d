using System.Collections.Frozen;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Lexicon;

/// <summary>A sort of people or things that figures count. Those with the same <paramref name="Whole"/> are one to compare.</summary>
internal sealed record WordCategory(string Id, string Whole, IReadOnlyList<string> Words);

/// <summary>A news agency and how articles name it as where they come from.</summary>
internal sealed record NewsAgency(string Name, IReadOnlyList<string> Words);

/// <summary>The general English that claims are compared by: words, acts that any conflict has, sentences for readers. Immutable.</summary>
internal sealed class ComparisonLexicon
{
    public const string FileName = "comparison.txt";

    /// <summary>The groups of words that the code asks for; the file has exactly these.</summary>
    private static readonly FrozenSet<string> WordGroups = new[]
    {
        "negation", "negation within", "modal", "timeless", "own", "own first", "cleft", "toward", "place before", "object before", "doer before", "clause", "function", "charge", "account", "tally",
        "rejecting", "rejects", "complement", "agency role", "earlier", "outsider", "own dead", "stands for", "cause before", "duty", "suffered", "not so", "so after all",
    }.ToFrozenSet();

    private static readonly Lazy<ComparisonLexicon> ShippedOnce = new(ReadShipped);

    /// <summary>The lexicon that ships with the library.</summary>
    /// <exception cref="InvalidDataException">It has problems, all of them named: it is ours.</exception>
    public static ComparisonLexicon Shipped => ShippedOnce.Value;

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; }

    /// <summary>Words that stand for one another where a phrase has <c>&lt;name&gt;</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; init; }

    public required IReadOnlyList<WordCategory> Categories { get; init; }

    /// <summary>By measure the phrases that say that there were none: “no soldier was killed”.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> None { get; init; }

    /// <summary>News agencies, by the name that is shown.</summary>
    public required IReadOnlyList<NewsAgency> Agencies { get; init; }

    public required IReadOnlyList<ConflictAct> Acts { get; init; }

    public required IReadOnlyDictionary<string, Template> Texts { get; init; }

    /// <summary>Reads a lexicon text.</summary>
    /// <returns>The lexicon, or null with every problem found, each with file, line and a sentence.</returns>
    public static (ComparisonLexicon? Lexicon, IReadOnlyList<DataProblem> Problems) Read(string file, string text)
    {
        var (sections, problems) = SectionFile.Read(file, text);
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var texts = new Dictionary<string, Template>(StringComparer.Ordinal);
        var none = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var classes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        List<WordCategory> categories = [];
        List<NewsAgency> agencies = [];
        List<ConflictAct> acts = [];
        foreach (var section in sections)
        {
            switch (section.Kind)
            {
                case "words":
                    foreach (var entry in section.Entries)
                        words[entry.Key] = entry.Values;
                    break;
                case "text":
                    foreach (var entry in section.Entries)
                        if (Template.TryParse(entry.Whole, out var template))
                            texts[entry.Key] = template;
                        else
                            problems.Add(new(file, entry.Line, $"expected braces and brackets that close, found '{entry.Whole}'"));
                    break;
                case "class":
                    classes[section.Name] = section.List("words");
                    break;
                case "category":
                    categories.Add(new(section.Name, section.Text("within") ?? section.Name, section.List("words")));
                    break;
                case "none":
                    none[section.Name] = section.List("words");
                    break;
                case "agencies":
                    agencies.AddRange(section.Entries.Select(e => new NewsAgency(e.Key, e.Values)));
                    break;
                case "act":
                    acts.Add(ActSection.Read(file, section, problems));
                    break;
                default:
                    problems.Add(new(file, section.Line, $"expected [words], [text], [class …], [category …], [none …], [agencies] or [act …], found '[{section.Kind}]'"));
                    break;
            }
        }

        problems.AddRange(WordGroups.Except(words.Keys).Order(StringComparer.Ordinal).Select(w => new DataProblem(file, 0, $"[words] lacks '{w}'")));
        problems.AddRange(words.Keys.Except(WordGroups).Order(StringComparer.Ordinal)
            .Select(w => new DataProblem(file, 0, $"'{w}' under [words] is asked for by nothing")));
        problems.AddRange(TextName.All.Except(texts.Keys).Order(StringComparer.Ordinal).Select(t => new DataProblem(file, 0, $"[text] lacks '{t}'")));
        var known = acts.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(acts.SelectMany(a => a.Opposes.Where(o => !known.Contains(o))
            .Select(o => new DataProblem(file, 0, $"the act '{a.Id}' opposes '{o}', which is no act here"))));
        var lexicon = new ComparisonLexicon { Words = words, Classes = classes, Categories = categories, None = none, Agencies = agencies, Acts = acts, Texts = texts };
        return problems.Count == 0 ? (lexicon, problems) : (null, problems);
    }

    private static ComparisonLexicon ReadShipped()
    {
        using var stream = typeof(ComparisonLexicon).Assembly.GetManifestResourceStream("lexicon/" + FileName)
            ?? throw new InvalidDataException($"the library was built without its lexicon file {FileName}");
        using var reader = new StreamReader(stream);
        var (lexicon, problems) = Read(FileName, reader.ReadToEnd());
        return lexicon ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
