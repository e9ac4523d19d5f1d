using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>What a case expects of two claims: to stand against each other in a dispute of a kind, or not at all; or how a question begins.</summary>
internal sealed record Expectation(string Kind, string First, string Second);

/// <summary>Articles' claims in short, with what comparing them must give. See Cases/README.md for the form.</summary>
internal sealed class ComparisonCase
{
    private readonly List<ArticleAnalysis> _articles = [];
    private readonly List<Expectation> _expected = [];
    private readonly Dossier _dossier;
    private readonly Dictionary<string, Claim> _claims = [];
    private readonly StringBuilder _text = new();
    private readonly List<Claim> _open = [];
    private readonly List<Statistic> _figures = [];
    private DateOnly? _published;

    private ComparisonCase(string name, Dossier dossier) => (Name, _dossier) = (name, dossier);

    public string Name { get; }

    public IReadOnlyList<ArticleAnalysis> Articles => _articles;

    public IReadOnlyList<Expectation> Expected => _expected;

    public static IReadOnlyList<ComparisonCase> ReadAll(string file, Dossier dossier)
    {
        List<ComparisonCase> cases = [];
        foreach (var line in File.ReadAllLines(Repository.PathOf("tests", "ClaimTracker.Comparison.Tests", "Cases", file)).Select(l => l.Trim()))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                cases.Add(new(line[3..], dossier));
            else if (line.Length > 0 && line[0] != '#' && cases.Count > 0)
                cases[^1].ReadLine(line);
        }

        cases.ForEach(c => c.CloseArticle());
        return cases;
    }

    private void ReadLine(string line)
    {
        if (line.StartsWith("=> ", StringComparison.Ordinal))
        {
            CloseArticle();
            var parts = line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is ["asks", .. var words])
                _expected.Add(new("asks", string.Join(' ', words), ""));
            else if (parts is not ["none"])
                _expected.Add(new(parts[0], _claims[parts[1]].Key, _claims[parts[2]].Key));
            else
                _expected.Add(new("none", "", ""));
        }
        else if (line[0] == '@')
        {
            CloseArticle();
            _published = line[1..].Trim() is "?" ? null : Day(line[1..]);
        }
        else
        {
            AddClaim(line);
        }
    }

    private void AddClaim(string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        Assert.True(colon > 0, $"{Name}: expected 'id speaker act [target]; key value : content', found '{line}'");
        var head = line[..colon].Split(';', StringSplitOptions.TrimEntries);
        var words = head[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keys = head.Skip(1).Select(k => k.Split(' ', 2)).ToDictionary(k => k[0], k => k.Length > 1 ? k[1] : "");
        if (_text.Length > 0)
            _text.Append(keys.ContainsKey("same") ? " " : "\n");
        var content = line[(colon + 3)..];
        var (span, figures) = content[0] == '=' ? (_claims[content[1..]].Content[0], []) : AddContent(content, words[1]);
        var actor = _dossier.Actors.FirstOrDefault(a => a.Id == words[1]);
        Assert.True(actor is not null, $"{Name}: no actor {words[1]}");
        var (act, denied) = Act(words[2]);
        var claim = new Claim
        {
            Key = $"{Hash(Name)[..12]}-{_articles.Count}-{words[0]}",
            Speaker = new(actor.Id, actor.Name, actor.Side, null),
            Act = act,
            Quotation = QuotationKind.Indirect,
            Content = Parts(span),
            ContentDenied = denied,
            Target = words.Length > 3 ? words[3] : null,
            EventDate = keys.TryGetValue("on", out var on) ? Range(on) : null,
            SaidOn = keys.TryGetValue("said", out var said) ? Range(said) : null,
            Places = keys.TryGetValue("in", out var places) ? places.Split(' ') : [],
            Topics = keys.TryGetValue("about", out var topics) ? topics.Split(' ') : [],
            NestedIn = keys.TryGetValue("inside", out var outer) ? _claims[outer].Key : null,
            InTitle = keys.ContainsKey("title"),
            Statistics = figures,
            Confidence = 0.9,
        };
        _claims[words[0]] = claim;
        _open.Add(claim);
    }

    /// <summary>“They are all civilians … We received no armed man”: the parts of a content that a cue splits.</summary>
    private TextSpan[] Parts(TextSpan span)
    {
        const string Between = " … ";
        List<TextSpan> parts = [];
        var (start, text) = (span.Start, _text.ToString());
        for (int at; (at = text.IndexOf(Between, start, span.End - start, StringComparison.Ordinal)) >= 0; start = at + Between.Length)
            parts.Add(new(start, at));
        return [.. parts, new(start, span.End)];
    }

    /// <summary>Content with figures as <c>[more than 200|killed|group|counted|from..to]</c>; what stands before the first bar stays in the text.</summary>
    private (TextSpan Span, IReadOnlyList<string> Figures) AddContent(string content, string speaker)
    {
        var start = _text.Length;
        List<string> ids = [];
        while (content.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = content.IndexOf(']', open);
            var parts = content[(open + 1)..close].Split('|');
            _text.Append(content, 0, open);
            var at = _text.Length;
            _text.Append(parts[0]);
            var (low, high, qualifier) = Bounds(parts[0]);
            var id = $"{_articles.Count}-s{at}";
            _figures.Add(new()
            {
                Id = id,
                Span = new(at, _text.Length),
                Low = low,
                High = high,
                Qualifier = qualifier,
                Unit = "people",
                Measure = parts[1],
                OfSide = parts[2].Length > 0 ? parts[2] : null,
                Counted = parts.Length > 3 ? parts[3] : null,
                Period = parts.Length > 4 ? Range(parts[4]) : null,
                ClaimedBy = speaker,
            });
            ids.Add(id);
            content = content[(close + 1)..];
        }

        _text.Append(content);
        return (new(start, _text.Length), ids);
    }

    private void CloseArticle()
    {
        if (_open.Count == 0)
            return;
        var text = _text.ToString();
        var article = new Article
        {
            FileName = $"{_articles.Count}.txt",
            ContentHash = Hash(Name + text + _articles.Count),
            Text = text,
            Body = new(0, text.Length),
            Published = new(_published, _published is null ? DateBasis.Unknown : DateBasis.Stated),
        };
        _articles.Add(new(article, [.. _open], [.. _figures], [], []));
        _open.Clear();
        _figures.Clear();
        _text.Clear();
        _published = null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static (double? Low, double? High, Qualifier Qualifier) Bounds(string words)
    {
        var digits = string.Concat(words.Where(c => char.IsAsciiDigit(c)));
        double? number = digits.Length > 0 ? double.Parse(digits, CultureInfo.InvariantCulture) : null;
        if (words.Split(" to ") is [var from, var to])
            return (double.Parse(from, CultureInfo.InvariantCulture), double.Parse(to, CultureInfo.InvariantCulture), Qualifier.Range);
        return words switch
        {
            _ when words.StartsWith("more than ", StringComparison.Ordinal) || words.StartsWith("over ", StringComparison.Ordinal) => (number, null, Qualifier.MoreThan),
            _ when words.StartsWith("at least ", StringComparison.Ordinal) => (number, null, Qualifier.AtLeast),
            _ when words.StartsWith("about ", StringComparison.Ordinal) => (number, number, Qualifier.About),
            _ when words.StartsWith("nearly ", StringComparison.Ordinal) => (null, number, Qualifier.Nearly),
            _ when words.StartsWith("dozens", StringComparison.Ordinal) => (24, null, Qualifier.Dozens),
            _ => (number, number, Qualifier.Exactly),
        };
    }

    private static (ClaimAct Act, bool Denied) Act(string word) => word switch
    {
        "says" => (ClaimAct.Asserts, false),
        "accuses" => (ClaimAct.Accuses, false),
        "denies" => (ClaimAct.Denies, false),
        "rejects" => (ClaimAct.Denies, true),
        "confirms" => (ClaimAct.Confirms, false),
        "demands" => (ClaimAct.Demands, false),
        "warns" => (ClaimAct.Warns, false),
        "promises" => (ClaimAct.Promises, false),
        "announces" => (ClaimAct.Announces, false),
        "condemns" => (ClaimAct.Condemns, false),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no act of the case files"),
    };

    private static DateRange Range(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 1 ? DateRange.Day(Day(ends[0])) : new(ends[0].Length > 0 ? Day(ends[0]) : null, ends[1].Length > 0 ? Day(ends[1]) : null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
