using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>A stretch of the calendar or the clock.</summary>
internal enum TimeUnit : byte
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,

    /// <summary>Longer than a calendar tells: seasons, generations.</summary>
    Long,
}

/// <summary>“last”, “this”, “next” and the like.</summary>
internal enum TimeWhich : byte
{
    None,
    Last,
    Past,
    Previous,
    This,
    Next,
    Same,
    That,
    Recent,
    First,
}

/// <summary>What follows a count of units: “three days ago”, “a day earlier”, “two weeks after”.</summary>
internal enum TimeShift : byte
{
    None,
    Ago,
    Before,
    After,
}

/// <summary>How an expression bounds what it is said of.</summary>
internal enum TimeRelation : byte
{
    /// <summary>No preposition: “said Wednesday”.</summary>
    None,
    On,
    In,
    Over,
    Within,
    Since,
    Until,
    By,
    Before,
    After,
    For,
    Of,
}

/// <summary>The part of a month, week or year.</summary>
internal enum TimePart : byte
{
    Whole,
    Early,
    Mid,
    Late,
    Earlier,
    Later,
}

/// <summary>Everything that one word can mean for time.</summary>
internal sealed class TimeWord
{
    public byte Month { get; set; }
    public byte Weekday { get; set; }
    public sbyte? Day { get; set; }
    public bool Night { get; set; }
    public TimeUnit Unit { get; set; }
    public TimeWhich Which { get; set; }
    public TimeShift Shift { get; set; }
    public TimePart Part { get; set; }

    /// <summary>Morning, evening, night: names a part of the day.</summary>
    public bool DayPart { get; set; }

    /// <summary>Counts only with a capital letter and something of time beside it: “May”, “Sun”.</summary>
    public bool Shy { get; set; }
    public bool Skip { get; set; }
    public bool Article { get; set; }
    public bool One { get; set; }
    public bool Vague { get; set; }
    public bool Of { get; set; }
    public bool Join { get; set; }
    public bool Ordinal { get; set; }
    public bool Clock { get; set; }
    public bool Ahead { get; set; }
    public bool BeforeYear { get; set; }

    /// <summary>A past form that no ending tells: “said”.</summary>
    public bool Past { get; set; }

    /// <summary>Whether an expression can be recognised from this word on.</summary>
    public bool Opens => Month != 0 || Weekday != 0 || Day is not null || Night || Unit != TimeUnit.None || DayPart;
}

/// <summary>The words of time, read from <c>times.txt</c>.</summary>
internal sealed class TimeWords
{
    private static readonly HashSet<string> s_keys =
    [
        "month", "weekday", "day", "night", "unit", "which", "shift", "part", "daypart", "shy", "relation", "skip",
        "article", "one", "vague", "of", "join", "ordinal", "clock", "ahead", "beforeyear", "past",
    ];

    private static readonly TimeWord s_none = new();
    private readonly WordMap<TimeWord> _words = new();
    private readonly WordMap<bool> _opens = new();
    private readonly PhraseTrie<TimeRelation> _relations = new();
    private readonly PhraseTrie<bool> _skips = new();
    private readonly PhraseTrie<bool> _vague = new();

    public TimeWords(Vocabulary vocabulary)
    {
        foreach (var line in LexiconFile.Shipped("times.txt", s_keys))
        {
            foreach (var form in line.Forms)
            {
                if (line.Value("relation") is { } relation)
                    _relations.Add(vocabulary, form, Enum.Parse<TimeRelation>(relation, ignoreCase: true));
                if (line.Has("skip"))
                    _skips.Add(vocabulary, form, true);
                if (line.Has("vague"))
                    _vague.Add(vocabulary, form, true);
                if (!form.Contains(' ', StringComparison.Ordinal))
                    Learn(vocabulary.Add(form), line);
            }
        }
    }

    /// <summary>What a token means for time; never null.</summary>
    public TimeWord this[in Token token] => token.Word == 0 ? s_none : _words[token.Word] ?? s_none;

    /// <summary>Whether an expression can be recognised from a word on.</summary>
    public bool Opens(in Token token) => _opens[token.Word];

    /// <summary>The preposition that ends right before a token.</summary>
    /// <returns>Its length in tokens, or 0 where there is none.</returns>
    public int RelationBefore(ArticleTokens article, int at, int from, out TimeRelation relation) => Before(_relations, article, at, from, 5, out relation);

    /// <summary>The length of words such as “the night of” that end right before a token, else 0.</summary>
    public int SkipBefore(ArticleTokens article, int at, int from) => Before(_skips, article, at, from, 2, out _);

    /// <summary>The length of words such as “a couple of” that end right before a token, else 0.</summary>
    public int VagueBefore(ArticleTokens article, int at, int from) => Before(_vague, article, at, from, 2, out _);

    private static int Before<T>(PhraseTrie<T> phrases, ArticleTokens article, int at, int from, int longest, out T? value)
    {
        for (var length = Math.Min(longest, at - from); length > 0; length--)
        {
            if (phrases.Match(article.Tokens, article.Text, at - length, out value) == length)
                return length;
        }

        value = default;
        return 0;
    }

    private void Learn(int id, LexiconLine line)
    {
        var word = _words[id] ?? new TimeWord();
        _words.Set(id, word);
        foreach (var (key, value) in line.Keys)
        {
            switch (key)
            {
                case "month": word.Month = byte.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "weekday": word.Weekday = byte.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "day": word.Day = sbyte.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "night": word.Night = true; break;
                case "unit": word.Unit = Enum.Parse<TimeUnit>(value, ignoreCase: true); break;
                case "which": word.Which = Enum.Parse<TimeWhich>(value, ignoreCase: true); break;
                case "shift": word.Shift = Enum.Parse<TimeShift>(value, ignoreCase: true); break;
                case "part": word.Part = Enum.Parse<TimePart>(value, ignoreCase: true); break;
                case "daypart": word.DayPart = true; break;
                case "shy": word.Shy = true; break;
                case "skip": word.Skip = true; break;
                case "article": word.Article = true; break;
                case "one": word.One = true; break;
                case "vague": word.Vague = true; break;
                case "of": word.Of = true; break;
                case "join": word.Join = true; break;
                case "ordinal": word.Ordinal = true; break;
                case "clock": word.Clock = true; break;
                case "ahead": word.Ahead = true; break;
                case "beforeyear": word.BeforeYear = true; break;
                case "past": word.Past = true; break;
                default: break;
            }
        }

        _opens.Set(id, word.Opens);
    }
}
