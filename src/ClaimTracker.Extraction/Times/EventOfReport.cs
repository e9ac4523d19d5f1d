using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>A short event of the dossier, by what an article's opening would know it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Sites">For each of the places where it was that is no country, capital or border, its names.</param>
/// <param name="Lines">Names of the borders along which it was.</param>
internal sealed record KnownEvent(ConflictEvent Event, IReadOnlyList<IReadOnlyList<string>> Sites, IReadOnlyList<string> Lines);

/// <summary>
/// The day of a report that prints none, as a reader finds it who knows the conflict: which known event it tells of, by place and name, and on
/// which day, by the weekdays that it names. “Guns fell silent in the border town on Wednesday” fits few events.
/// </summary>
/// <remarks>
/// Evidence adds up: the name of the event, its places in the lead and in the sentences behind, weekdays that fall on its days or right behind them.
/// A weekday or a printed day that doesn't fit counts against it. Only an event that fits clearly better than any other tells the day.
/// </remarks>
internal sealed class EventOfReport(IReadOnlyList<KnownEvent> events)
{
    /// <summary>Days after an event on which articles still have it as their news, before it on which its night began, and before it of which an article also tells.</summary>
    private const int NewsDays = 3, DaysBefore = 1, DaysOfPrelude = 4;

    /// <summary>Sentences, the title among them, that tell what the article is about: where it opens, and what it then says of it.</summary>
    private const int OpeningSentences = 9;

    /// <summary>The fewest tokens of a first sentence; a line with the outlet's name can stand before it.</summary>
    private const int ShortestLead = 8, LeadSentences = 2;

    private const double Enough = 6, Lead = 1.5;

    /// <summary>Places of which one is enough to know the event by.</summary>
    private const int FewSites = 4;

    private const double NameInLead = 3, NameBehind = 2, SiteInLead = 2, SiteBehind = 0.5, MostBehind = 1.5, LineInLead = 1, Coverage = 2;

    private const double DayOfEvent = 2, AllFit = 1, EachOther = 0.5, Misfit = -2, OtherDay = -3;

    private readonly List<TimeExpression> _weekdays = [];
    private ArticleTokens _article = null!;

    /// <summary>The day, or null where no event fits, or more than one.</summary>
    public DateOnly? DayOf(ArticleTokens article, IReadOnlyList<TimeExpression> expressions)
    {
        _article = article;
        var (lead, opening) = (Ends(LeadSentences), OpeningSentences);
        if (article.Sentences.Count == 0)
            return null;
        _weekdays.Clear();
        foreach (var expression in expressions)
            if (expression is { Kind: TimeKind.Weekday, EndDay: 0, Ahead: false, Which: TimeWhich.None } && article.SentenceOf(expression.Core.Start) < Math.Max(lead, opening))
                _weekdays.Add(expression);
        if (_weekdays.Count == 0)
            return null;

        var (leadText, behind) = (article.Text[..EndOf(lead)], article.Text[EndOf(lead)..EndOf(Math.Max(lead, opening))]);
        // Days are cheaper to look at than names. Events of one conflict come together: an article tells of the fighting and of the truce that ended it.
        var days = new Dictionary<DateOnly, (double Events, double Days)>();
        foreach (var known in events)
            if (Fit(known.Event, expressions, out var told) is var fit && told is { } day && Named(known, leadText, behind) is > 0 and var named)
                days[day] = days.TryGetValue(day, out var other) ? (other.Events + named, Math.Max(other.Days, fit)) : (named, fit);
        if (days.Count == 0)
            return null;
        var ordered = days.OrderByDescending(d => d.Value.Events + d.Value.Days).Take(2).ToList();
        var scores = ordered.ConvertAll(d => d.Value.Events + d.Value.Days);
        return scores[0] >= Enough && (scores.Count == 1 || scores[0] - scores[1] >= Lead) ? ordered[0].Key : null;
    }

    /// <summary>How clearly the opening names an event or where it was. Of many places one tells little, several of them much.</summary>
    private static double Named(KnownEvent known, string lead, string behind)
    {
        var (inLead, all) = (known.Sites.Count(s => HasAny(lead, s)), known.Sites.Count(s => HasAny(lead, s) || HasAny(behind, s)));
        var weight = Math.Min(1, (double)FewSites / Math.Max(1, known.Sites.Count));
        return (known.Event.Aliases.Any(a => Has(lead, a)) ? NameInLead : known.Event.Aliases.Any(a => Has(behind, a)) ? NameBehind : 0)
            + weight * ((inLead > 0 ? SiteInLead : 0) + Math.Min(MostBehind, SiteBehind * (all - Math.Min(1, inLead))))
            + (known.Sites.Count > FewSites ? Coverage * all / known.Sites.Count : 0)
            + (known.Lines.Any(l => Has(lead, l)) ? LineInLead : 0);

        static bool HasAny(string text, IReadOnlyList<string> names) => names.Any(n => Has(text, n));
    }

    /// <summary>How well the weekdays and printed days of the opening fit an event.</summary>
    /// <param name="one">The event.</param>
    /// <param name="expressions">The article's.</param>
    /// <param name="told">The last of the weekdays, which is that of the report or the day before; null where none fits.</param>
    private double Fit(ConflictEvent one, IReadOnlyList<TimeExpression> expressions, out DateOnly? told)
    {
        told = null;
        var misfits = 0;
        var fitting = new HashSet<DateOnly>();
        foreach (var weekday in _weekdays)
        {
            var day = one.From.AddDays(-DaysBefore);
            while (DateShapes.Iso(day) != weekday.Weekday)
                day = day.AddDays(1);
            if (day > one.To.AddDays(NewsDays))
            {
                misfits += day.AddDays(-7) < one.From.AddDays(-DaysOfPrelude) ? 1 : 0;
                continue;
            }

            fitting.Add(day);
            told = told is { } later && later > day ? later : day;
        }

        var fit = (fitting.Any(d => d >= one.From && d <= one.To) ? DayOfEvent : 0) + (misfits == 0 ? AllFit : misfits * Misfit) + EachOther * Math.Max(0, fitting.Count - 1);
        foreach (var expression in expressions)
            if (_article.SentenceOf(expression.Core.Start) < OpeningSentences && expression is { Kind: TimeKind.Date, Month: not 0, Day: not 0, Ahead: false } && !IsNear(one, expression))
                fit += OtherDay;
        return fit;
    }

    private static bool IsNear(ConflictEvent one, in TimeExpression printed)
    {
        var year = printed.Year != 0 ? printed.Year : one.From.Year;
        return printed.Day <= DateTime.DaysInMonth(year, printed.Month) && new DateOnly(year, printed.Month, printed.Day) is var day
            && day >= one.From.AddDays(-2 * NewsDays) && day <= one.To.AddDays(2 * NewsDays);
    }

    /// <summary>How many sentences the title and the first few of the text are.</summary>
    private int Ends(int sentences)
    {
        var count = 0;
        for (var i = 0; i < _article.Sentences.Count; i++)
            if (_article.Sentences[i].Start >= _article.TitleEnd && _article.Sentences[i].Count >= ShortestLead && ++count == sentences)
                return i + 1;
        return _article.Sentences.Count;
    }

    private int EndOf(int sentences) => _article.Tokens[_article.Sentences[Math.Min(sentences, _article.Sentences.Count) - 1].End - 1].End;

    /// <summary>Whether a text has a name as whole words.</summary>
    private static bool Has(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetter(text[at + name.Length])))
                return true;
        return false;
    }
}
