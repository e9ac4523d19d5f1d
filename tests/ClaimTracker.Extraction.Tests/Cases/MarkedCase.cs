using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Tests.Cases;

/// <summary>
/// A case of a readable file: a heading, a text in which attributions are marked, and what is expected of each in reading order.
/// <c>[source] {cue} &lt;content&gt;</c>; a second cue in a sentence begins another attribution and keeps the source where it has none of its own.
/// </summary>
internal sealed record MarkedCase(string Heading, string Text, IReadOnlyList<MarkedAttribution> Attributions, IReadOnlyList<string> Expected)
{
    /// <summary>All cases of a file.</summary>
    public static IReadOnlyList<MarkedCase> Read(string file)
    {
        List<MarkedCase> cases = [];
        foreach (var block in File.ReadAllText(Repository.PathOf("tests", "ClaimTracker.Extraction.Tests", "Cases", file)).Split("\n## ").Skip(1))
        {
            var lines = block.Split('\n');
            var text = string.Join('\n', lines.Skip(1).Where(l => !l.StartsWith("=>", StringComparison.Ordinal))).Trim();
            var (plain, marked) = Unmark(text);
            cases.Add(new(lines[0].Trim(), plain, marked, [.. lines.Where(l => l.StartsWith("=>", StringComparison.Ordinal)).Select(l => l[2..].Trim())]));
        }

        return cases;
    }

    private static (string Text, IReadOnlyList<MarkedAttribution> Found) Unmark(string marked)
    {
        var plain = new System.Text.StringBuilder();
        List<MarkedAttribution> found = [];
        var open = new Stack<(char Mark, int Start)>();
        MarkedAttribution? current = null;
        foreach (var c in marked)
        {
            if (c is '[' or '{' or '<')
            {
                open.Push((c, plain.Length));
                continue;
            }

            if (c is not (']' or '}' or '>'))
            {
                plain.Append(c);
                // A sentence that ends outside all marks ends the attribution.
                if (c is '\n' || (c is '.' or '?' or '!' && open.Count == 0))
                    current = current is { Cue: null, Source: null } or { Content.Count: 0 } ? current : null;
                continue;
            }

            var (mark, start) = open.Pop();
            if (current is null || (mark == '{' && current.Cue is not null) || (mark == '[' && current.Source is not null && current.Cue is not null))
                found.Add(current = new() { Source = mark == '{' ? current?.Source : null });
            current.Mark(mark, new(start, plain.Length));
        }

        return (plain.ToString(), found);
    }
}

/// <summary>An attribution as a case marks it.</summary>
internal sealed record MarkedAttribution
{
    public TextSpan? Source { get; set; }

    public TextSpan? Cue { get; private set; }

    public List<TextSpan> Content { get; } = [];

    public void Mark(char mark, TextSpan span)
    {
        if (mark == '[')
            Source = span;
        else if (mark == '{')
            Cue = span;
        else
            Content.Add(span);
    }

    /// <summary>As the finder would give it.</summary>
    public FoundAttribution In(ArticleTokens tokens, Engine engine, IReadOnlyList<MarkedAttribution> all) => new()
    {
        Source = Source is { } source ? tokens.Tokens.Within(source) : null,
        Cue = Cue is { } cue ? tokens.Tokens.Within(cue) : null,
        Entry = Cue is { } words ? Entry(tokens.Tokens.Within(words), tokens, engine) : null,
        Content = [.. Content.Select(tokens.Tokens.Within)],
        NestedIn = all.Select((a, i) => (a, i)).Where(o => !ReferenceEquals(o.a, this) && Cue is { } inner && o.a.Content.Exists(c => c.Contains(inner)))
            .OrderBy(o => o.a.Content.Sum(c => c.Length)).Select(o => o.i).DefaultIfEmpty(-1).First(),
        Implicit = Cue is null && Source is null,
        Rules = ["marked"],
    };

    private static CueEntry Entry(TokenRange cue, ArticleTokens tokens, Engine engine)
    {
        if (engine.Cues.Phrase(tokens.Tokens, tokens.Text, cue.Start, out var phrase) > 0)
            return phrase!;
        for (var i = cue.Start; i < cue.End; i++)
        {
            if ((engine.Cues.Verb(tokens.Tokens[i].Word) ?? engine.Cues.Noun(tokens.Tokens[i].Word) ?? engine.Cues.Adverb(tokens.Tokens[i].Word)) is { } known)
                return known;
        }

        return new(tokens.Letters(cue.Start).ToString(), CueKind.Verb, null, false);
    }
}
