using System.Runtime.InteropServices;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>The expressions of time of one article, and the days they stand for.</summary>
/// <remarks>Reused from article to article by one thread.</remarks>
/// <param name="finder">Finds the expressions.</param>
/// <param name="first">The first year of which articles can tell.</param>
/// <param name="last">The last one.</param>
/// <param name="events">With the names of their places: what happened and has a name: the year of a day that an article prints without one, where the conflict has one such day alone.</param>
/// <param name="report">Tells the day of an article that prints none.</param>
internal sealed class ArticleTimes(
    TimeFinder finder, int first, int last, IReadOnlyList<(ConflictEvent Event, string[] Places)> events, EventOfReport report)
{
    /// <summary>Days after an event on which articles still have it as their news.</summary>
    private const int NewsDays = 3;

    /// <summary>Sentences, the title among them, in which an article tells its own day.</summary>
    private const int LeadSentences = 5;

    /// <summary>The most tokens of a heading, such as “LIVE – Wednesday, October 15”.</summary>
    private const int LongestHeading = 9;

    /// <summary>Days before that of the report of which its lead tells by their weekdays.</summary>
    private const int LeadDays = 4;

    /// <summary>Sentences after which “a day earlier” no longer counts from a day told before.</summary>
    private const int NarrationReach = 6;

    private readonly List<TimeExpression> _expressions = [];

    /// <summary>For each expression the one that it counts from, or −1.</summary>
    private readonly List<int> _narrated = [];
    private ArticleTokens _article = null!;
    private DateOnly? _datelined;

    /// <summary>In reading order, apart from one another.</summary>
    public List<TimeExpression> Expressions => _expressions;

    /// <summary>The day of the report; where nobody knows it, the dateline's, if the dossier's events tell its year. It serves to count from and is shown nowhere.</summary>
    public DateOnly? Published => _article.Article.Published.Date ?? _datelined;

    /// <summary>Finds the expressions of another article.</summary>
    public void Read(ArticleTokens article)
    {
        _article = article;
        _expressions.Clear();
        _narrated.Clear();
        finder.Find(article, _expressions);
        _datelined = null;
        _datelined = Published is null ? Datelined() : null;

        var (day, daySentence) = (-1, 0);
        for (var i = 0; i < _expressions.Count; i++)
        {
            if (Published is null && YearOf(_expressions[i]) is { } year)
                CollectionsMarshal.AsSpan(_expressions)[i].Year = (short)year;
            var expression = _expressions[i];
            for (var token = expression.Core.Start; token < expression.Core.End; token++)
                article.Tokens[token].Flags |= TokenFlags.Time;
            var sentence = article.SentenceOf(expression.Core.Start);
            _narrated.Add(day >= 0 && sentence - daySentence <= NarrationReach ? day : -1);
            if (!expression.IsDay || expression.Ahead)
                continue;
            // “the same day” stands for the day it counts from; “overnight” belongs to a day named beside it.
            if (expression.Kind == TimeKind.Same)
                daySentence = sentence;
            else if (expression.Kind != TimeKind.Overnight || day < 0 || sentence != daySentence)
                (day, daySentence) = (i, sentence);
        }
    }

    /// <summary>“Sunday (12 October)” in an article of unknown age: the only year of the conflict in which that day is a Sunday.</summary>
    private int? YearOf(in TimeExpression expression) => YearByWeekday(expression) ?? YearByEvent(expression, before: 1, after: 1);

    /// <summary>The day of “LIMA, Oct 12 (Agency) –”, where one year alone has an event of the dossier at that time of the year.</summary>
    private DateOnly? Datelined()
    {
        if (_article.Article.DatelineSpan is not { } dateline)
            return OfLead();
        foreach (var expression in _expressions)
        {
            if (_article.Tokens[expression.Core.Start].Start < dateline.Start)
                continue;
            if (!dateline.Contains(_article.Tokens[expression.Core.Start].Start))
                break;
            if ((YearByEvent(expression, before: 0, after: NewsDays) ?? YearByLead(expression)) is { } year)
                return new(year, expression.Month, expression.Day);
            return null;
        }

        return OfLead();
    }

    /// <summary>“LIMA, Dec 13 (Agency) – Two were hurt on Friday night, officials said on Saturday”: the only year in which that day is the last of those weekdays.</summary>
    private int? YearByLead(in TimeExpression dateline)
    {
        if (dateline is not { Kind: TimeKind.Date, Year: 0, Month: not 0, Day: not 0, EndDay: 0 })
            return null;
        int? only = null;
        for (var year = first; year <= last; year++)
        {
            if (dateline.Day > DateTime.DaysInMonth(year, dateline.Month) || !LeadTellsOf(DateShapes.Iso(new(year, dateline.Month, dateline.Day))))
                continue;
            if (only is not null)
                return null;
            only = year;
        }

        return only;
    }

    /// <summary>Whether the lead names a weekday and no other but those of the days right before.</summary>
    private bool LeadTellsOf(int weekday)
    {
        var named = false;
        foreach (var expression in _expressions)
        {
            if (_article.SentenceOf(expression.Core.Start) >= LeadSentences)
                break;
            if (expression is not { Kind: TimeKind.Weekday, EndDay: 0, Ahead: false, Which: TimeWhich.None })
                continue;
            named |= expression.Weekday == weekday;
            if ((weekday - expression.Weekday + 7) % 7 > LeadDays)
                return false;
        }

        return named;
    }

    /// <summary>Whether an expression stands in a heading: a short line with nothing but a word or two beside it.</summary>
    private bool IsInHeading(in TimeExpression expression)
    {
        var sentence = _article.Sentences[_article.SentenceOf(expression.Core.Start)];
        return sentence.Count <= LongestHeading && sentence.Count - expression.Core.Count <= 4 && _article.Tokens[sentence.Start].Has(TokenFlags.ParagraphStart)
            && (sentence.End >= _article.Tokens.Count || _article.Tokens[sentence.End].Has(TokenFlags.ParagraphStart));
    }

    /// <summary>“Tuesday's briefing” in the title and “on March 3” in the lead: the day that both name, where an event of the dossier tells its year.</summary>
    private DateOnly? OfLead()
    {
        var weekday = 0;
        foreach (var expression in _expressions)
        {
            if (_article.SentenceOf(expression.Core.Start) >= LeadSentences)
                break;
            if (YearByWeekday(expression) is { } told && IsInHeading(expression))
                return new(told, expression.Month, expression.Day);
            if (expression is { Kind: TimeKind.Weekday, EndDay: 0, Ahead: false } && weekday == 0)
                weekday = expression.Weekday;
            if (weekday == 0 || (expression.Year != 0 ? expression.Year : YearByEvent(expression, before: 0, after: NewsDays)) is not { } year
                || expression is not { Kind: TimeKind.Date, Day: not 0, Month: not 0, EndDay: 0 } || expression.Day > DateTime.DaysInMonth(year, expression.Month))
                continue;
            var day = new DateOnly(year, expression.Month, expression.Day);
            return DateShapes.Iso(day) == weekday ? day : null;
        }

        return report.DayOf(_article, _expressions);
    }

    /// <summary>The only year in which an event of the dossier falls on that day or so near before that it is news.</summary>
    private int? YearByEvent(in TimeExpression expression, int before, int after)
    {
        if (expression is not { Kind: TimeKind.Date, Year: 0, Month: not 0, Day: not 0, Ahead: false })
            return null;
        int? only = null;
        foreach (var (one, places) in events)
        {
            if (places.Length > 0 && !Array.Exists(places, p => _article.Text.Contains(p, StringComparison.Ordinal)))
                continue;
            for (var year = one.From.Year; year <= one.To.Year; year++)
            {
                if (expression.Day > DateTime.DaysInMonth(year, expression.Month) || new DateOnly(year, expression.Month, expression.Day) is var day
                    && (day < one.From.AddDays(-before) || day > one.To.AddDays(after)))
                    continue;
                if (only is not null && only != year)
                    return null;
                only = year;
            }
        }

        return only;
    }

    /// <summary>As the weekday beside it tells.</summary>
    private int? YearByWeekday(in TimeExpression expression)
    {
        if (expression is not { Kind: TimeKind.Date, Year: 0, Weekday: not 0, Month: not 0, Day: not 0, EndDay: 0, Ahead: false })
            return null;
        int? only = null;
        for (var year = first; year <= last; year++)
        {
            if (expression.Day > DateTime.DaysInMonth(year, expression.Month) || DateShapes.Iso(new(year, expression.Month, expression.Day)) != expression.Weekday)
                continue;
            if (only is not null)
                return null;
            only = year;
        }

        return only;
    }


    /// <summary>The index of the first expression that ends after a token.</summary>
    public int FirstEndingAfter(int token)
    {
        var expressions = CollectionsMarshal.AsSpan(_expressions);
        var (low, high) = (0, expressions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (expressions[middle].Range.End > token)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Whether a token belongs to an expression, its preposition left out.</summary>
    public bool Covers(int token) => _article.Tokens[token].Has(TokenFlags.Time);

    /// <summary>The days of an expression.</summary>
    /// <param name="index">Its index in <see cref="Expressions"/>.</param>
    /// <param name="spoken">When the words around it were said; null for the day of the report.</param>
    public DateRange? Resolve(int index, DateOnly? spoken = null)
    {
        var expression = _expressions[index];
        var narrated = Narrated(index, spoken);
        if (expression.Kind == TimeKind.Overnight && narrated is { To: { } day } && SameSentence(index, _narrated[index]))
            spoken = day;
        var words = _article.SpanOf(expression.Range).In(_article.Text).ToString();
        return TimeResolver.Resolve(expression, new(Published, spoken, narrated), words);
    }

    /// <summary>The days of an expression as a time of speech: “a day after the group said …” puts the saying a day before.</summary>
    public DateRange? ResolveSpeech(int index)
    {
        var expression = _expressions[index];
        if (!expression.FromClause)
            return Resolve(index);
        expression.FromClause = false;
        expression.Shift = expression.Shift == TimeShift.After ? TimeShift.Before : TimeShift.After;
        return TimeResolver.Resolve(expression, new(Published, null, Narrated(index, null)), _article.SpanOf(expression.Range).In(_article.Text).ToString());
    }

    /// <summary>Closes a stretch that is open towards the present: what was said cannot tell of later days.</summary>
    public DateRange Close(DateRange days, DateOnly? spoken) =>
        days is { To: null, From: { } from } && (spoken ?? Published) is { } now && now >= from ? days with { To = now, Basis = DateBasis.Inferred } : days;

    private DateRange? Narrated(int index, DateOnly? spoken)
    {
        var at = _narrated[index];
        if (at < 0 || _expressions[index].Kind is not (TimeKind.Shift or TimeKind.Same or TimeKind.Overnight))
            return null;

        // One step back: a day that itself counts from another is taken from the day of the report.
        var before = _expressions[at];
        var older = _narrated[at] is >= 0 and var root && before.Kind is TimeKind.Shift or TimeKind.Overnight
            ? TimeResolver.Resolve(_expressions[root], new(Published, spoken))
            : null;
        if (before.Kind == TimeKind.Overnight && older is { To: { } day } && SameSentence(at, _narrated[at]))
            spoken = day;
        return TimeResolver.Resolve(before, new(Published, spoken, older));
    }

    /// <summary>Whether a word puts what stands before it after what follows: “after”, “following”.</summary>
    public bool IsAfter(int token) => finder.IsAfter(_article, token);

    private bool SameSentence(int a, int b) =>
        _article.SentenceOf(_expressions[a].Core.Start) == _article.SentenceOf(_expressions[b].Core.Start);
}
