using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>When the words of each attribution were said: by an expression in the cue's clause, else by what the same speaker said before.</summary>
/// <remarks>Reused from article to article by one thread. Ask in reading order.</remarks>
internal sealed class SpeechTimes(TimeWords words, WordClasses classes)
{
    /// <summary>Tokens around a cue in which its own expression of time is sought.</summary>
    private const int Reach = 30;

    /// <summary>Sentences over which a kindred speaker (a ministry, its spokesman) goes on speaking on the same day.</summary>
    private const int FamilyReach = 8;

    private readonly Dictionary<string, (DateRange Days, int Sentence)> _bySpeaker = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateRange Days, int Sentence)> _byFamily = new(StringComparer.Ordinal);
    private readonly List<int> _own = [];
    private readonly List<DateRange?> _days = [];
    private readonly HashSet<int> _used = [];
    private ArticleTokens _article = null!;
    private ArticleTimes _times = null!;
    private IReadOnlyList<FoundAttribution> _attributions = [];

    /// <summary>Finds the expressions that belong to the cues of an article.</summary>
    public void Read(ArticleTokens article, ArticleTimes times, IReadOnlyList<FoundAttribution> attributions)
    {
        (_article, _times, _attributions) = (article, times, attributions);
        _bySpeaker.Clear();
        _byFamily.Clear();
        _own.Clear();
        _days.Clear();
        _used.Clear();
        foreach (var attribution in attributions)
        {
            var own = times.Expressions.Count == 0 ? -1 : OwnOf(attribution);
            _own.Add(own);
            _days.Add(null);
            if (own >= 0)
                _used.Add(own);
        }
    }

    /// <summary>Whether an expression tells when something was said rather than when it was so.</summary>
    public bool TellsSpeech(int expression) => _used.Contains(expression);

    /// <summary>The expression in an attribution's own clause: its index in the article's times, or −1.</summary>
    public int Expression(int attribution) => _own[attribution];

    /// <summary>When the words of an attribution were said.</summary>
    /// <param name="attribution">Its index; ask in reading order.</param>
    /// <param name="speaker">The actor who says it.</param>
    /// <param name="family">What kindred speakers have in common, such as the outermost actor to whom the speaker belongs; null for none.</param>
    public DateRange? SaidOn(int attribution, string speaker, string? family)
    {
        var found = _attributions[attribution];
        var at = (found.Cue ?? found.Content[0]).Start;
        var sentence = _article.SentenceOf(at);
        if (_own[attribution] is >= 0 and var own && _times.ResolveSpeech(own) is { } days)
        {
            _bySpeaker[speaker] = (days, sentence);
            if (family is not null)
                _byFamily[family] = (days, sentence);
            return _days[attribution] = days;
        }

        return _days[attribution] = Carried(found, sentence, speaker, family);
    }

    private DateRange? Carried(FoundAttribution found, int sentence, string speaker, string? family)
    {
        // “refuted allegations that …”: what is refuted was alleged by then.
        if (found.NestedIn >= 0 && _days[found.NestedIn] is { } outer && _article.SentenceOf(_attributions[found.NestedIn].Content[0].Start) == sentence)
            return outer;
        if (found.Cue is { } cue && !IsPast(cue))
            return null;
        if (_bySpeaker.TryGetValue(speaker, out var before))
            return before.Days;
        return family is not null && _byFamily.TryGetValue(family, out before) && sentence - before.Sentence <= FamilyReach && !HasDay(sentence)
            ? before.Days
            : null;
    }

    /// <summary>“says”, “have rejected” tell of no day; “said”, “adding” go on with the day told before.</summary>
    private bool IsPast(TokenRange cue)
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            var word = classes[_article.Tokens[i], _article.Text];
            if ((word & (WordClass.CueVerb | WordClass.Ed | WordClass.Ing | WordClass.Verb)) == 0)
                continue;
            if ((word & (WordClass.Ing | WordClass.Ed)) == 0 && !words[_article.Tokens[i]].Past)
                return false;
            for (var back = i - 1; back >= Math.Max(0, i - 3); back--)
            {
                var before = classes[_article.Tokens[back], _article.Text];
                if ((before & WordClass.Modal) != 0 || ((before & WordClass.Have) != 0 && !IsHad(back)))
                    return false;
                if ((before & (WordClass.Adv | WordClass.Ly | WordClass.Neg)) == 0)
                    break;
            }

            return true;
        }

        return true;
    }

    private bool IsHad(int token) => _article.Tokens[token] is { } t && t.End - t.Start == 3 && (_article.Text[t.End - 1] | 0x20) == 'd';

    /// <summary>Whether a sentence has a day or month of its own: what a kindred speaker said elsewhere is then no guide.</summary>
    private bool HasDay(int sentence)
    {
        var range = _article.Sentences[sentence];
        var first = _times.FirstEndingAfter(range.Start);
        return first < _times.Expressions.Count && _times.Expressions[first].Range.Start < range.End && _times.Expressions[first].TellsWhen;
    }

    private int OwnOf(FoundAttribution found)
    {
        if (found.Cue is not { } cue)
            return -1;
        var sentence = _article.Sentences[_article.SentenceOf(cue.Start)];
        var content = found.Content;
        var source = found.Source is { } s && sentence.Contains(s) ? s : cue;
        var first = Math.Min(source.Start, cue.Start);
        var (best, cost) = (-1, int.MaxValue);
        for (var i = _times.FirstEndingAfter(Math.Max(sentence.Start, first - Reach)); i < _times.Expressions.Count; i++)
        {
            var expression = _times.Expressions[i];
            if (expression.Range.Start >= Math.Min(sentence.End, cue.End + Reach))
                break;
            if (!CanTellSpeech(expression) || Inside(content, expression.Core))
                continue;
            var price = Cost(sentence, source, cue, content, expression);
            if (price < cost)
                (best, cost) = (i, price);
        }

        return best;
    }

    private static bool CanTellSpeech(in TimeExpression e) => e.TellsWhen && !e.Ahead && e.Kind is not (TimeKind.Overnight or TimeKind.Trailing)
        && (e.Relation is TimeRelation.None or TimeRelation.On or TimeRelation.In or TimeRelation.Of
            || (e.Kind == TimeKind.Shift && e.Relation is not (TimeRelation.Since or TimeRelation.Until)));

    private static bool Inside(ReadOnlySpan<TokenRange> content, TokenRange range)
    {
        foreach (var part in content)
        {
            if (part.Overlaps(range))
                return true;
        }

        return false;
    }

    /// <summary>How far an expression is from being the cue's own; <see cref="int.MaxValue"/> where another clause stands between.</summary>
    private int Cost(TokenRange sentence, TokenRange source, TokenRange cue, ReadOnlySpan<TokenRange> content, in TimeExpression expression)
    {
        var at = expression.Range;
        if (at.Start >= cue.End)
        {
            var next = content[0].Start >= cue.End ? content[0].Start : int.MaxValue;
            // “said on Friday that …”, “…,” he said on Friday.
            if (at.Start < next)
                return ClausesBetween(cue.End, at.Start, strict: false) > 0 ? int.MaxValue : at.Start - cue.End;
            // “made the allegation during a talk on Tuesday, a video of which …”
            var end = content[^1].End;
            return at.Start >= end && ClausesBetween(end, at.Start, strict: true) == 0 ? 10 + at.Start - end : int.MaxValue;
        }

        var first = Math.Min(source.Start, cue.Start);
        if (at.Start >= first)
            return at.End <= cue.Start ? 5 + cue.Start - at.End : int.MaxValue; // “the ministry on Friday said”
        // “On November 7, however, after the talks, the minister said”
        if (at.Start - sentence.Start <= 2 && !ContentBefore(content, at.Start))
            return 20;
        // “…, in which twelve died on November 11, the minister said”: that clause's.
        if (IsOfRelativeClause(sentence.Start, at.Start))
            return int.MaxValue;
        // “a day after a research group said”, “it noted that a day earlier, the chief said”
        return first - at.End <= 2 && (expression.Kind == TimeKind.Shift || content[0].Start >= cue.End) ? 15 : int.MaxValue;
    }

    private bool IsOfRelativeClause(int start, int at)
    {
        for (var i = at - 1; i >= start && _article.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Colon or TokenKind.Dash); i--)
        {
            if ((classes[_article.Tokens[i], _article.Text] & WordClass.Wh) != 0 && !_times.Covers(i))
                return true;
        }

        return false;
    }

    private static bool ContentBefore(ReadOnlySpan<TokenRange> content, int token) => content[0].Start < token;

    /// <summary>Commas, dashes, “that”, “which”, other reporting verbs between two tokens: what would begin another clause.</summary>
    private int ClausesBetween(int from, int to, bool strict)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            var token = _article.Tokens[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Colon or TokenKind.Dash || (strict && token.Kind == TokenKind.Comma))
                count++;
            else if ((classes[token, _article.Text] & (WordClass.That | WordClass.Wh | WordClass.Subord)) != 0 && !_times.Covers(i))
                count++;
        }

        return count;
    }
}
