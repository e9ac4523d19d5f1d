using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClaimTracker.Domain.Yaml;

/// <summary>A value of a YAML file with the one-based line on which it starts.</summary>
internal abstract record YamlValue(int Line);

/// <summary>A text. Numbers, dates and words such as “no” stay the text that the file has.</summary>
internal sealed record YamlScalar(int Line, string Text) : YamlValue(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

/// <summary>Keys in the file's order; one that is there twice is there twice.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlValue(Line);

internal sealed record YamlEntry(YamlScalar Key, YamlValue Value);

/// <summary>YAML as a tree that keeps lines and repeated keys; a deserializer would lose the first and stop at the second.</summary>
internal sealed class YamlTree
{
    /// <summary>Far deeper than any file of ours; recursion beyond it could exhaust the stack.</summary>
    private const int DeepestNesting = 32;

    private readonly Parser _parser;

    private YamlTree(string yaml) => _parser = new Parser(new StringReader(yaml));

    /// <summary>The file's only document as a tree, or null with the problem that kept it from being read.</summary>
    public static YamlValue? Parse(string yaml, ProblemList problems)
    {
        var tree = new YamlTree(yaml);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException problem)
        {
            problems.Add((int)problem.End.Line, $"this is not YAML that can be read: {Sentence(problem.Message)}");
        }
        catch (InvalidOperationException)
        {
            // The parser's own stack underflows on some broken text, such as a bracket that nothing closes before the next key.
            problems.Add((int)(tree._parser.Current?.End.Line ?? 1), "this is not YAML that can be read: brackets or indents do not fit after this line");
        }

        return null;
    }

    private YamlValue ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out var end))
            throw new YamlException(end.Start, end.End, "the file is empty");
        _parser.Consume<DocumentStart>();
        var root = ReadValue(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw new YamlException(second.Start, second.End, "expected one document, found a second");
        return root;
    }

    private YamlValue ReadValue(int depth)
    {
        if (_parser.Accept<ParsingEvent>(out var next) && depth > DeepestNesting)
            throw new YamlException(next.Start, next.End, $"values are nested more than {DeepestNesting} deep");
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar((int)scalar.Start.Line, scalar.Value);
        if (_parser.TryConsume<SequenceStart>(out var list))
            return ReadList((int)list.Start.Line, depth);
        if (_parser.TryConsume<MappingStart>(out var map))
            return ReadMap((int)map.Start.Line, depth);
        throw new YamlException(next!.Start, next.End, "expected a text, a list or keys with values; references with '*' are not supported");
    }

    private YamlList ReadList(int line, int depth)
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadValue(depth + 1));
        return new(line, items);
    }

    private YamlMap ReadMap(int line, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            entries.Add(new(new((int)key.Start.Line, key.Value), ReadValue(depth + 1)));
        }

        return new(line, entries);
    }

    private static string Sentence(string message) => message.Trim().TrimEnd('.').ReplaceLineEndings(" ");
}
