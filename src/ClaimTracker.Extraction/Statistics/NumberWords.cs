using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Everything that one word can mean in a number.</summary>
internal sealed class NumberWord
{
    /// <summary>“three”: 3; NaN where it is none.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>“twenty”: 20; 0 where it is none.</summary>
    public double Tens { get; set; }

    /// <summary>“thousand”: 1,000; 0 where it is none.</summary>
    public double Times { get; set; }

    /// <summary>Counts only right after the digits: “5m”.</summary>
    public bool Attached { get; set; }
    public bool One { get; set; }
    public bool And { get; set; }
    public bool RangeOpen { get; set; }
    public bool RangeJoin { get; set; }
    public bool Name { get; set; }
    public bool NoCount { get; set; }
    public bool Pair { get; set; }

    /// <summary>The currency that this symbol or code names before an amount.</summary>
    public string? Money { get; set; }

    /// <summary>Whether a phrase such as “several dozen” can begin here.</summary>
    public bool OpensPlural { get; set; }

    public bool IsValue => !double.IsNaN(Value);

    /// <summary>Whether a number can begin with this word.</summary>
    public bool Opens => IsValue || Tens > 0 || OpensPlural || (Times > 0 && !Attached);
}

/// <summary>An open number: “dozens”, “tens of thousands”.</summary>
/// <param name="Qualifier">How it is called.</param>
/// <param name="Low">The least that it can mean.</param>
internal sealed record PluralNumber(Qualifier Qualifier, double Low);

/// <summary>A unit of measurement or money that stands after a number.</summary>
/// <param name="Unit">As in <see cref="Statistic.Unit"/>.</param>
/// <param name="Symbol">Whether it belongs to the number's span: “km”, “%”.</param>
/// <param name="Attached">Whether it counts only right after the digits.</param>
internal sealed record UnitEntry(string Unit, bool Symbol, bool Attached)
{
    /// <summary>Counts only after a hyphen: “5,000-strong”.</summary>
    public bool Compound { get; init; }
}

/// <summary>The words of numbers, read from <c>numbers.txt</c>.</summary>
internal sealed class NumberWords
{
    private static readonly HashSet<string> s_keys =
    [
        "value", "tens", "times", "attached", "plural", "low", "only", "before", "after", "range", "and", "one", "money",
        "unit", "symbol", "compound", "rate", "name", "nocount", "pair",
    ];

    private static readonly NumberWord s_none = new();
    private readonly Vocabulary _vocabulary;
    private readonly WordMap<NumberWord> _words = new();
    private readonly WordMap<bool> _opens = new();

    public NumberWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        var lines = LexiconFile.Shipped("numbers.txt", s_keys);
        foreach (var line in lines)
        {
            foreach (var form in line.Forms)
                Learn(form, line);
        }

        AddCompounds(lines);
        for (var id = 1; id < vocabulary.Count; id++)
        {
            if (_words[id] is { } word && (word.Opens || word.One))
                _opens.Set(id, true);
        }
    }

    /// <summary>“dozens”, “several hundred”.</summary>
    public PhraseTrie<PluralNumber> Plurals { get; } = new();

    /// <summary>Before a number: “at least”; null for words that only stand between: “another”.</summary>
    public PhraseTrie<Qualifier?> Before { get; } = new();

    /// <summary>After a number: “or more”.</summary>
    public PhraseTrie<Qualifier> After { get; } = new();

    /// <summary>After a number: “km”, “per cent”, “rupees”.</summary>
    public PhraseTrie<UnitEntry> Units { get; } = new();

    /// <summary>After a number: “per day”.</summary>
    public PhraseTrie<string> Rates { get; } = new();

    /// <summary>What a token means in a number; never null.</summary>
    public NumberWord this[in Token token] => token.Word == 0 ? s_none : _words[token.Word] ?? s_none;

    /// <summary>Whether a number can begin with a word: “three”, “several”, “a” of “a hundred”.</summary>
    public bool MayOpen(in Token token) => _opens[token.Word];

    /// <summary>The same for a mark, which has no word id of its own.</summary>
    public NumberWord OfMark(ArticleTokens article, int token) => _words[_vocabulary.Find(article.Letters(token))] ?? s_none;

    private void Learn(string form, LexiconLine line)
    {
        if (line.Value("plural") is { } plural)
        {
            Plurals.Add(_vocabulary, form, new(Enum.Parse<Qualifier>(plural, ignoreCase: true), Double(line.Value("low")!)));
            Word(form.Split(' ')[0]).OpensPlural = true;
        }

        if (line.Value("before") is { } before)
            Before.Add(_vocabulary, form, before == "skip" ? null : QualifierOf(before));
        if (line.Value("after") is { } after)
            After.Add(_vocabulary, form, QualifierOf(after));
        if (line.Value("unit") is { } unit)
            Units.Add(_vocabulary, form, new(unit, line.Has("symbol"), line.Has("attached")) { Compound = line.Has("compound") });
        if (line.Value("rate") is { } rate)
            Rates.Add(_vocabulary, form, rate);
        if (form.Contains(' ', StringComparison.Ordinal) || !line.Keys.Any(k => k.Key is "value" or "tens" or "times" or "range" or "and" or "one" or "money" or "name" or "nocount" or "pair"))
            return;

        var word = Word(form);
        foreach (var (key, value) in line.Keys)
        {
            switch (key)
            {
                case "value": word.Value = Double(value); break;
                case "tens": word.Tens = Double(value); break;
                case "times": (word.Times, word.Attached) = (Double(value), line.Has("attached")); break;
                case "range" when value == "open": word.RangeOpen = true; break;
                case "range": word.RangeJoin = true; break;
                case "and": word.And = true; break;
                case "one": word.One = true; break;
                case "money" when value.Length > 0: word.Money = value; break;
                case "name": word.Name = true; break;
                case "nocount": word.NoCount = true; break;
                case "pair": word.Pair = true; break;
                default: break;
            }
        }
    }

    /// <summary>“twenty-one” to “ninety-nine”, which are one token each.</summary>
    private void AddCompounds(IReadOnlyList<LexiconLine> lines)
    {
        foreach (var tens in lines.Where(l => l.Has("tens")))
        {
            foreach (var one in lines.Where(l => l.Value("value") is { } v && Double(v) is >= 1 and <= 9 && v.Length == 1))
            {
                foreach (var form in tens.Forms)
                    Word($"{form}-{one.Entry}").Value = Double(tens.Value("tens")!) + Double(one.Value("value")!);
            }
        }
    }

    private NumberWord Word(string form)
    {
        var id = _vocabulary.Add(form);
        if (_words[id] is not { } word)
            _words.Set(id, word = new NumberWord());
        return word;
    }

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Qualifier QualifierOf(string name) => Enum.Parse<Qualifier>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
