using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>An attribution as sets of words.</summary>
internal sealed partial class AttributionItem
{
    private static readonly HashSet<string> ExplicitCues = ReadExplicitCues();

    private readonly bool _direct;
    private readonly bool _explicit;

    public AttributionItem(Attribution attribution, string text, WordTokens tokens)
    {
        Attribution = attribution;
        (Source, Cue, Content) = (tokens.Touched(attribution.Source), tokens.Touched(attribution.Cue), tokens.Touched(attribution.Content));
        _direct = attribution.Content.Any(s => QuotationMarks().IsMatch(text[Math.Max(0, s.Start - 1)..Math.Min(text.Length, s.End + 1)]));
        _explicit = attribution.Cue.Any(s => HasExplicitCue(text.AsSpan(s.Start, s.Length)));
    }

    /// <summary>The spans themselves, for measures that look at bounds.</summary>
    public Attribution Attribution { get; }

    public HashSet<int> Source { get; }

    public HashSet<int> Cue { get; }

    public HashSet<int> Content { get; }

    public bool HasSource => Source.Count > 0;

    public bool IsIn(string subset) => subset switch { "direct" => _direct, "explicit" => _explicit, "other" => !_explicit, _ => true };

    private static bool HasExplicitCue(ReadOnlySpan<char> cue)
    {
        var word = new StringBuilder();
        foreach (var rune in cue.EnumerateRunes())
        {
            if (WordTokens.IsLetter(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            if (ExplicitCues.Contains(word.ToString()))
                return true;
            word.Clear();
        }

        return ExplicitCues.Contains(word.ToString());
    }

    private static HashSet<string> ReadExplicitCues()
    {
        using var stream = typeof(AttributionItem).Assembly.GetManifestResourceStream("evaluation/explicit-cues.txt")
            ?? throw new InvalidDataException("the program was built without its list of explicit cues");
        using var reader = new StreamReader(stream);
        HashSet<string> cues = [];
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                cues.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return cues;
    }

    [GeneratedRegex("""["“”„«»]|``|''|(?<!\w)['‘][^'‘’\n]{3,}['’](?!\w)""")]
    private static partial Regex QuotationMarks();
}
