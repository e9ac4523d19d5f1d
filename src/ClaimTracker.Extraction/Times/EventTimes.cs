using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>When what is told took place: by the words themselves, by an event dated elsewhere in the article, by a named event of the dossier.</summary>
/// <remarks>Reused from article to article by one thread.</remarks>
internal sealed class EventTimes
{
    /// <summary>Days after its last one within which a named event is what an article reports on.</summary>
    private const int FreshDays = 4;

    /// <summary>What it counts, in mentions of its places, that an event has just ended or goes on.</summary>
    private const int FreshLead = 3;

    /// <summary>How far behind “last month’s” its noun stands, in tokens.</summary>
    private const int NounReach = 5;

    /// <summary>How far behind “in retaliation for” the day of what was answered stands, in tokens.</summary>
    private const int CauseReach = 16;

    /// <summary>Tokens beyond which a sentence, and dated events beyond which an article, aren't searched: more than any that is meant to be read.</summary>
    private const int Longest = 120;

    private readonly EventWords _words;
    private readonly DossierNames _names;
    private readonly WordClasses _classes;
    private readonly IReadOnlyList<ConflictEvent> _events, _parts;
    private readonly PhraseTrie<ConflictEvent> _aliases = new();
    private readonly PlacedEvents _placed;
    private readonly List<Anchor> _anchors = [];
    private ArticleTokens _article = null!;
    private ArticleTimes _times = null!;
    private Entities _entities = null!;
    private SpeechTimes? _speech;
    private ConflictEvent? _main;
    private (DateRange? Days, int Sentence) _last;

    public EventTimes(Vocabulary vocabulary, Dossier dossier, EventWords words, DossierNames names, WordClasses classes)
    {
        (_words, _names, _classes) = (words, names, classes);
        (_events, _parts) = ([.. dossier.Events.Where(e => e.Within is null)], [.. dossier.Events.Where(e => e.Within is not null)]);
        _placed = new(_events, names);
        foreach (var one in _events)
        {
            foreach (var alias in one.Aliases)
                _aliases.Add(vocabulary, alias, one);
        }
    }

    /// <summary>An event that the article dates.</summary>
    private readonly record struct Anchor(int Token, int Sentence, int Kinds, int Expression);

    /// <summary>The event of the dossier that the article reports on; null where none or several could be meant.</summary>
    public ConflictEvent? Main => _main;

    /// <summary>Finds the dated events of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="times">Its expressions of time.</param>
    /// <param name="entities">Who and what places it names.</param>
    /// <param name="speech">Which expressions tell of speaking; null where nobody has looked.</param>
    public void Read(ArticleTokens article, ArticleTimes times, Entities entities, SpeechTimes? speech)
    {
        (_article, _times, _entities, _speech) = (article, times, entities, speech);
        _anchors.Clear();
        _last = default;
        _main = MainEvent();
        var last = -1;
        for (var i = 0; i < times.Expressions.Count; i++)
        {
            var expression = times.Expressions[i];
            if (!expression.TellsWhen || expression.Ahead || expression.Relation is TimeRelation.Until or TimeRelation.By or TimeRelation.Before
                || speech?.TellsSpeech(i) == true)
                continue;
            var sentence = article.SentenceOf(expression.Core.Start);
            if (sentence != last)
                AddAnchors(sentence);
            last = sentence;
        }
    }

    /// <summary>When what some words tell took place. Ask in reading order.</summary>
    /// <param name="content">The words, in reading order.</param>
    /// <param name="saidOn">When they were said.</param>
    /// <param name="topics">What they are about, as topic ids of the dossier.</param>
    /// <param name="said">The expression that tells when they were said, or −1.</param>
    public DateRange? Of(ReadOnlySpan<TokenRange> content, DateRange? saidOn, IReadOnlyList<string> topics, int said = -1)
    {
        var days = Find(content, saidOn, topics, said);
        // “since January” goes on until it is told: a total, no event.
        if (days is not null && !(days.To >= (saidOn?.To ?? saidOn?.From ?? _times.Published)))
            days = _placed.Narrowed(days, _entities, new(_article.ParagraphOf(content[0].Start), content[^1].End), topics);
        _last = (days, _article.SentenceOf(content[0].Start));
        return days;
    }

    private DateRange? Find(ReadOnlySpan<TokenRange> content, DateRange? saidOn, IReadOnlyList<string> topics, int said)
    {
        var spoken = saidOn?.To ?? saidOn?.From;
        if (Own(content, spoken) is { } own)
            return own;
        if (Leading(content, said) is >= 0 and var leading && _times.Resolve(leading, spoken) is { } led)
            return _times.Close(led, spoken);
        // “said in December 2024 that he had been indicted”: a printed day is the best that is known of what was told then.
        if (said >= 0 && saidOn is { Basis: DateBasis.Stated } && _times.Expressions[said].Year + _times.Expressions[said].Day > 0 && TellsPast(content))
            return saidOn with { Basis = DateBasis.Inferred };
        if (_last.Days is { } last && PointsBack(content))
            return last;
        if (_last.Days is { From: { } since } && Follows(content))
            return new(since, null, DateBasis.Inferred);
        if (Named(content) is { } named)
            return named;
        if (Taken(content, out var after) is >= 0 and var taken && DaysAt(taken, spoken) is { } back)
            return after ? back with { To = null, Basis = DateBasis.Inferred } : _times.Close(back, spoken);
        if (_main is { } main && main.Topics.Any(topics.Contains) && CanBeOf(main, content))
            return DaysOf(main, spoken);
        return OfPlace(content, topics) is { } there ? DaysOf(there, spoken) : null;
    }

    /// <summary>The only fresh event of the dossier in the place that some words name and on what they are about; null for none or several.</summary>
    private ConflictEvent? OfPlace(ReadOnlySpan<TokenRange> content, IReadOnlyList<string> topics) =>
        _times.Published is { } published && _entities.FirstPlace(new(content[0].Start, content[^1].End)) is { } place && _placed.Fresh(place.PlaceId, topics, published, FreshDays) is { } found
            && CanBeOf(found, content)
            ? found
            : null;

    /// <summary>The days of an expression; of “the overnight clash” those of the night that was dated before.</summary>
    public DateRange? DaysAt(int expression, DateOnly? spoken)
    {
        if (_times.Expressions[expression].Kind == TimeKind.Opening)
            return _main is { } opened ? new(opened.From, _times.Expressions[expression].Unit == TimeUnit.Night && opened.To > opened.From ? opened.From.AddDays(1) : opened.From, DateBasis.Inferred) : null;
        if (IsTheNight(expression))
            return NightBefore(expression, spoken) is { } same ? same : _times.Resolve(expression, spoken);
        var days = ThatNight(expression, spoken) ?? _times.Resolve(expression, spoken);
        // “Saturday night” goes on into Sunday.
        if (_times.Expressions[expression] is { Kind: TimeKind.Weekday, Unit: TimeUnit.Night } && days is { From: { } evening, To: { } morning } && evening == morning)
            days = days with { To = morning.AddDays(1) };
        return days is { From: not null } && BeginsSince(expression) ? days with { To = null } : days;
    }

    /// <summary>“during the night”.</summary>
    private bool IsTheNight(int expression) => _times.Expressions[expression] is { Kind: TimeKind.Same, Unit: TimeUnit.Night, Relation: TimeRelation.In } same && _article.Letters(same.Core.Start) is "the";

    /// <summary>The night that the article told last: “overnight”, “on Saturday night”, “the night of October 11–12”; null for none.</summary>
    private DateRange? NightBefore(int expression, DateOnly? spoken)
    {
        for (var i = expression - 1; i >= Math.Max(0, expression - Longest); i--)
        {
            var night = _times.Expressions[i] is { Kind: TimeKind.Overnight } or { Unit: TimeUnit.Night, Kind: TimeKind.Weekday or TimeKind.Date } || IsNightOf(i);
            if (night && _speech?.TellsSpeech(i) != true && DaysAt(i, spoken) is { From: not null } days)
                return days;
        }

        return null;
    }

    /// <summary>“the night of October 11–12”.</summary>
    private bool IsNightOf(int expression)
    {
        var start = _times.Expressions[expression].Core.Start;
        for (var i = start - 1; i >= Math.Max(0, start - 3); i--)
        {
            if (_article.Letters(i) is "night")
                return true;
        }

        return false;
    }

    /// <summary>“since the operation began on 26 February”: from that day on.</summary>
    private bool BeginsSince(int expression)
    {
        var at = _times.Expressions[expression].Range.Start;
        for (var i = at - 1; i >= Math.Max(0, at - 8) && _article.Tokens[i].IsWord && !_article.Tokens[i + 1].Has(TokenFlags.SentenceStart); i--)
        {
            if (_article.Letters(i) is "since")
                return true;
        }

        return false;
    }

    /// <summary>Whether an expression tells no day of its own: “overnight” before “on Monday”, “the heaviest since 2021”.</summary>
    public bool TellsOtherwise(int expression, int start) => IsNightOfNext(expression) || MeasuresRecord(expression, start);

    /// <summary>The days of the main event, where some words can be about it.</summary>
    public DateRange? OfMain(DateOnly? spoken) => _main is { } main ? DaysOf(main, spoken) : null;

    /// <summary>The days of the event that some words take up: “the attack”; null where none has been dated.</summary>
    public DateRange? TakenUp(TokenRange words, DateOnly? spoken) => Taken([words], out _) is >= 0 and var taken ? _times.Resolve(taken, spoken) : null;

    /// <summary>The first expression among the words. A printed day outweighs “overnight” beside it, which in turn is narrower than a weekday.</summary>
    private DateRange? Own(ReadOnlySpan<TokenRange> content, DateOnly? spoken)
    {
        var (overnight, weekday) = ((DateRange?)null, (DateRange?)null);
        foreach (var part in content)
        {
            for (var i = _times.FirstEndingAfter(part.Start); i < _times.Expressions.Count && _times.Expressions[i].Range.Start < part.End; i++)
            {
                var expression = _times.Expressions[i];
                if (!expression.TellsWhen || expression.Relation is TimeRelation.Until or TimeRelation.By || TellsOtherwise(i, part.Start) || IsOfCause(expression, part.Start) || DaysAt(i, spoken) is not { } days)
                    continue;
                if (expression.Kind == TimeKind.Overnight)
                    overnight ??= ThatNight(i, spoken) ?? days;
                else if (expression.Kind is TimeKind.Weekday or TimeKind.Day)
                    weekday ??= _times.Close(days, spoken);
                else if (weekday is null)
                    return _times.Close(days, spoken);
            }
        }

        return overnight ?? weekday;
    }

    /// <summary>“the heaviest exchange since the group came to power in 2021”: how long it had not been so, not when it was.</summary>
    private bool MeasuresRecord(int expression, int start)
    {
        var since = -1;
        var at = _times.Expressions[expression].Range.Start;
        // “the deadliest since 2014 when 150 were killed”: of then it tells too.
        var end = _times.Expressions[expression].Range.End;
        if (end + 1 < _article.Tokens.Count && (_article.Letters(end) is "when" || _article.Letters(end + 1) is "when"))
            return false;
        for (var i = at; i >= Math.Max(start, at - 12) && since < 0; i--)
        {
            if (_article.Letters(i) is "since")
                since = i;
        }

        for (var i = since - 1; since >= 0 && i >= Math.Max(start, since - 8); i--)
        {
            if (_words.IsRecord(_article, i))
                return true;
        }

        return false;
    }

    /// <summary>“acted in retaliation for the strikes of 22 February”: when that was to which it was the answer.</summary>
    private bool IsOfCause(in TimeExpression expression, int start)
    {
        for (var i = expression.Range.Start - 1; i >= Math.Max(start, expression.Range.Start - CauseReach) && _article.Tokens[i].Kind != TokenKind.Comma; i--)
        {
            if (_words.Causes(_article, i))
                return true;
        }

        return false;
    }

    /// <summary>“overnight on Monday”: which night is told right behind.</summary>
    private bool IsNightOfNext(int expression) =>
        _times.Expressions[expression].Kind == TimeKind.Overnight && expression + 1 < _times.Expressions.Count
        && _times.Expressions[expression + 1] is { Kind: TimeKind.Weekday, TellsWhen: true } next && next.Range.Start == _times.Expressions[expression].Range.End;

    /// <summary>“the overnight operation”: the night that the article has dated before; null where it has dated none.</summary>
    private DateRange? ThatNight(int expression, DateOnly? spoken)
    {
        var overnight = _times.Expressions[expression].Core.Start;
        if (_times.Expressions[expression].Kind != TimeKind.Overnight || overnight == 0 || _words.Lead(_article.Tokens[overnight - 1]) is not (EventLead.Definite or EventLead.Back))
            return null;
        for (var i = _anchors.Count - 1; i >= Math.Max(0, _anchors.Count - Longest); i--)
        {
            if (_anchors[i].Token < overnight && _times.Expressions[_anchors[i].Expression].Kind != TimeKind.Overnight && _times.Resolve(_anchors[i].Expression, spoken) is { } night)
                return _times.Close(night, spoken);
        }

        return null;
    }

    /// <summary>“Recalling attempts in the aftermath of the October clashes, the official said that …”: an expression before the cue.</summary>
    private int Leading(ReadOnlySpan<TokenRange> content, int said)
    {
        var sentence = _article.Sentences[_article.SentenceOf(content[0].Start)];
        for (var i = _times.FirstEndingAfter(Math.Max(sentence.Start, content[0].Start - Longest)); i < _times.Expressions.Count && _times.Expressions[i].Range.End <= content[0].Start; i++)
        {
            var expression = _times.Expressions[i];
            if (i != said && expression.TellsWhen && expression.Relation is TimeRelation.After or TimeRelation.Since && _speech?.TellsSpeech(i) != true)
                return i;
        }

        return -1;
    }

    private DateRange? Named(ReadOnlySpan<TokenRange> content)
    {
        foreach (var part in content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                if (_aliases.Match(_article.Tokens, _article.Text, i, out var one) > 0)
                    return new(one!.From, one.To, DateBasis.Inferred, one.Name);
            }
        }

        return null;
    }

    /// <summary>The expression that dates an event which the words take up again: the last before, in a headline the first after.</summary>
    private int Taken(ReadOnlySpan<TokenRange> content, out bool after)
    {
        after = false;
        var title = _article.Tokens[content[0].Start].Has(TokenFlags.Title);
        foreach (var part in content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                // A relative clause tells of other things than its sentence: “posts, which were used to launch attacks”.
                if ((_classes[_article.Tokens[i], _article.Text] & WordClass.Wh) != 0 && i > part.Start)
                    break;
                if (_words.Match(_article, i, out var kind) is not (var length and > 0))
                    continue;
                if (Anchored(part, i, length, kind, title) is >= 0 and var found)
                {
                    after = IsAfter(part, i);
                    return found;
                }

                i += length - 1;
            }
        }

        return -1;
    }

    private int Anchored(TokenRange part, int at, int length, int kind, bool title)
    {
        var sentence = _article.Sentences[_article.SentenceOf(at)];
        var certain = title || IsCertain(part, at, length);
        var agent = IsSuffered(at) ? null : AgentBefore(new(Math.Max(sentence.Start, at - Longest), at));
        var place = _entities.FirstPlace(new(at, Math.Min(part.End, at + 10)))?.PlaceId;
        var likely = -1;
        for (var i = 0; i < Math.Min(_anchors.Count, Longest); i++)
        {
            var anchor = _anchors[title ? i : _anchors.Count - 1 - i];
            if ((!title && anchor.Token >= part.Start) || !Meets(anchor, kind, agent, place, certain))
                continue;
            // “the fighting” takes up “the night's fighting” before an explosion that was told since.
            if (_article.Tokens[anchor.Token].Word == _article.Tokens[at].Word)
                return anchor.Expression;
            if (likely < 0)
                likely = anchor.Expression;
        }

        return likely;
    }

    /// <summary>Whether a certain event is meant: “the attack”, “carried out strikes”, “bombed”; not “attacks” as such.</summary>
    private bool IsCertain(TokenRange part, int at, int length)
    {
        var last = _article.Tokens[at + length - 1];
        if ((_classes[last, _article.Text] & (WordClass.Ed | WordClass.Verb)) != 0 || (length == 1 && IsGerund(part, at)))
            return !SpeaksOfEver(part, at);
        for (var i = at - 1; i >= Math.Max(part.Start, at - 4); i--)
        {
            var lead = _words.Lead(_article.Tokens[i]);
            if (lead is EventLead.Definite or EventLead.Back)
                return true;
            if (lead == EventLead.Done)
                return !SpeaksOfEver(part, i);
            // “any operation”, “a full-scale attack”
            if ((_classes[_article.Tokens[i], _article.Text] & WordClass.Det) != 0)
                return false;
            if (lead != EventLead.Particle && ((_classes[_article.Tokens[i], _article.Text] & (WordClass.Prep | WordClass.Conj | WordClass.Aux | WordClass.To)) != 0 || !_article.Tokens[i].IsWord))
                break;
        }

        return (_classes[last, _article.Text] & WordClass.Ing) == 0 && !NounEndings.IsPlural(_article.Letters(at + length - 1)) && !SpeaksOfEver(part, at);
    }

    private bool IsGerund(TokenRange part, int at) => (_classes[_article.Tokens[at], _article.Text] & WordClass.Ing) != 0 && at == part.Start;

    /// <summary>“has not attacked”, “to carry out attacks”, “would strike”: no day is meant.</summary>
    private bool SpeaksOfEver(TokenRange part, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(part.Start, verb - 4); i--)
        {
            var word = _classes[_article.Tokens[i], _article.Text];
            if ((word & (WordClass.Modal | WordClass.To)) != 0 || ((word & WordClass.Have) != 0 && _article.Letters(i) is not "had"))
                return true;
            if ((word & (WordClass.Adv | WordClass.Ly | WordClass.Neg | WordClass.Aux)) == 0)
                return false;
        }

        return false;
    }

    /// <summary>“camps had been hit”: who is named before such a verb did not do it.</summary>
    private bool IsSuffered(int verb) =>
        verb > 0 && _article.Letters(verb - 1) is "been" or "was" or "were" or "being" && (_classes[_article.Tokens[verb], _article.Text] & WordClass.Det) == 0;

    /// <summary>“after the attacks”: what is told came later.</summary>
    private bool IsAfter(TokenRange part, int at)
    {
        for (var i = at - 1; i >= Math.Max(part.Start, at - 4); i--)
        {
            if (_times.IsAfter(i))
                return true;
            if ((_classes[_article.Tokens[i], _article.Text] & (WordClass.Prep | WordClass.Conj)) != 0)
                return false;
        }

        return false;
    }

    /// <summary>“these countries”, “such operations”: what was told right before goes on.</summary>
    private bool PointsBack(ReadOnlySpan<TokenRange> content)
    {
        if (_article.SentenceOf(content[0].Start) - _last.Sentence > 2)
            return false;
        foreach (var part in content)
        {
            for (var i = part.Start; i + 1 < part.End; i++)
            {
                if (_words.Lead(_article.Tokens[i]) == EventLead.Back && _article.Tokens[i + 1].IsWord
                    && (i == content[0].Start || _words.Match(_article, i + 1, out _) > 0))
                    return true;
            }
        }

        return false;
    }

    /// <summary>“in response, …”: after what was told right before.</summary>
    private bool Follows(ReadOnlySpan<TokenRange> content)
    {
        var (start, sentence) = (content[0].Start, _article.SentenceOf(content[0].Start));
        if (sentence - _last.Sentence > 2)
            return false;
        for (var i = Math.Max(_article.Sentences[sentence].Start, start - 4); i < Math.Min(start + 3, content[0].End); i++)
        {
            if (_words.Follows(_article, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether some words can tell of an event: not of a place elsewhere, not of what is always so or shall be.</summary>
    private bool CanBeOf(ConflictEvent main, ReadOnlySpan<TokenRange> content)
    {
        var whole = new TokenRange(content[0].Start, content[^1].End);
        if (_entities.FirstPlace(whole) is { } place && !main.Places.Any(p => _names.Related(p, place.PlaceId)))
            return false;
        for (var i = whole.Start; i < whole.End; i++)
        {
            var word = _classes[_article.Tokens[i], _article.Text];
            if ((word & WordClass.Modal) != 0 || ((word & (WordClass.Be | WordClass.Have | WordClass.Do)) != 0 && IsPresent(i)))
                return false;
            // “unified” after “and” or an article is no verb.
            if ((word & (WordClass.Aux | WordClass.Verb)) != 0 || ((word & WordClass.Ed) != 0 && i > whole.Start
                && (_classes[_article.Tokens[i - 1], _article.Text] & (WordClass.Det | WordClass.Conj | WordClass.Ly | WordClass.Adv)) == 0))
                return true;
        }

        return true;
    }

    /// <summary>“is”, “does”, “have”; after “to” it is no tense.</summary>
    private bool IsPresent(int token)
    {
        var letters = _article.Letters(token);
        var present = (letters[^1] | 0x20) is 's' or 'e' or 'o' && letters.Length < 5 && letters is not ("was" or "Was" or "were" or "Were" or "be");
        return present && !(token > 0 && (_classes[_article.Tokens[token - 1], _article.Text] & WordClass.To) != 0);
    }

    /// <summary>Whether an event dated before can be the one meant: of the same kind, by the same side, in a place that agrees.</summary>
    private bool Meets(in Anchor anchor, int kinds, string? agent, string? place, bool certain)
    {
        var same = (anchor.Kinds & kinds) != 0;
        if (!same && (_words.Like(anchor.Kinds) & kinds) == 0)
            return false;
        var sentence = _article.Sentences[anchor.Sentence];
        var by = AgentBefore(new(Math.Max(sentence.Start, anchor.Token - Longest), anchor.Token));
        if (by is null || agent is null || _words.IsMutual(anchor.Kinds & kinds) ? !same : by != agent)
            return false;
        var where = (_entities.FirstPlace(new(anchor.Token, Math.Min(sentence.End, anchor.Token + 14))) ?? _entities.LastPlace(new(sentence.Start, anchor.Token)))?.PlaceId;
        if (where is null || place is null)
            return certain;
        return _names.Related(where, place) && (certain || !_names.IsCountry(place));
    }

    private void AddAnchors(int index)
    {
        var sentence = _article.Sentences[index];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (_words.Match(_article, i, out var kind) is not (var length and > 0))
                continue;
            if (Nearest(sentence, i) is >= 0 and var expression)
                _anchors.Add(new(i, index, kind, expression));

            i += length - 1;
        }
    }

    /// <summary>The expression of a sentence that stands nearest to an event's word.</summary>
    private int Nearest(TokenRange sentence, int token)
    {
        var (best, cost) = (-1, int.MaxValue);
        var (from, to) = (Math.Max(sentence.Start, token - Longest), Math.Min(sentence.End, token + Longest));
        for (var i = _times.FirstEndingAfter(from); i < _times.Expressions.Count && _times.Expressions[i].Range.Start < to; i++)
        {
            var expression = _times.Expressions[i];
            if (!expression.TellsWhen || expression.Ahead || expression.Relation is TimeRelation.Until or TimeRelation.By or TimeRelation.Before
                || _speech?.TellsSpeech(i) == true || TellsOtherwise(i, sentence.Start) || IsOfNoun(expression, token))
                continue;
            var distance = expression.Range.Start > token ? expression.Range.Start - token : token - expression.Range.End;
            // As in Own: printed day, “overnight”, weekday.
            if (expression.Kind is TimeKind.Overnight or TimeKind.Weekday or TimeKind.Day)
                distance += expression.Kind == TimeKind.Overnight ? 12 : 24;
            if (distance < cost)
                (best, cost) = (i, distance);
        }

        return best;
    }

    /// <summary>“last month’s truce”: whose time it is stands right behind it, and nothing else has it.</summary>
    private bool IsOfNoun(in TimeExpression expression, int token)
    {
        var end = expression.Range.End;
        var possessive = end < _article.Tokens.Count && (_classes[_article.Tokens[end], _article.Text] & WordClass.Poss) != 0 ? end
            : (_classes[_article.Tokens[end - 1], _article.Text] & WordClass.Poss) != 0 ? end - 1 : -1;
        return possessive > expression.Core.Start && (token < possessive || token > possessive + NounReach);
    }

    /// <summary>The side that acts: the last one named in some tokens.</summary>
    private string? AgentBefore(TokenRange range) => _entities.LastActor(range)?.Side ?? _names.LastSideIn(_article, range);

    /// <summary>The one event of the dossier of whose days the article can report, told by the places that it names where there are several.</summary>
    private ConflictEvent? MainEvent()
    {
        if (_times.Published is not { } published)
            return PrintedEvent();
        ConflictEvent? found = null;
        var (most, tied) = (-1, false);
        foreach (var one in _events)
        {
            if (published < one.From || published.DayNumber - one.To.DayNumber > FreshDays)
                continue;
            // What ended yesterday or goes on is the news; what was days ago is its story.
            var score = Score(one) is > 0 and var places ? places + (published.DayNumber - one.To.DayNumber <= 1 ? FreshLead : 0) : 0;
            if (score > most)
                (found, most, tied) = (one, score, false);
            else if (score == most)
                tied = true;
        }

        return tied || most <= 0 ? null : PartOf(found!, published) ?? found;
    }

    /// <summary>The one day or night of a longer event during which an article was written, in a place that it names; null for none or several.</summary>
    private ConflictEvent? PartOf(ConflictEvent whole, DateOnly published)
    {
        var parts = _parts.Where(p => p.Within == whole.Id && published >= p.From && published <= p.To && Score(p) > 0).Take(2).ToList();
        return parts is [var only] ? only : null;
    }

    /// <summary>The one event on whose days the printed days of an undated article fall; null for none or several.</summary>
    private ConflictEvent? PrintedEvent()
    {
        ConflictEvent? found = null;
        foreach (var one in _events)
        {
            if (Score(one) == 0 || !_times.Expressions.Exists(e => e is { Kind: TimeKind.Date, Year: not 0, Month: not 0, Day: not 0 } && IsOf(e, one)))
                continue;
            if (found is not null)
                return null;
            found = one;
        }

        return found;
    }

    private static bool IsOf(in TimeExpression e, ConflictEvent one) =>
        e.Day <= DateTime.DaysInMonth(e.Year, e.Month) && new DateOnly(e.Year, e.Month, e.Day) is var day && day >= one.From.AddDays(-1) && day <= one.To;

    private int Score(ConflictEvent one)
    {
        var score = 0;
        foreach (var place in _entities.Places)
        {
            if (one.Places.Contains(place.PlaceId))
                score++;
        }

        return score;
    }

    private DateRange? DaysOf(ConflictEvent main, DateOnly? spoken)
    {
        var now = spoken ?? _times.Published;
        var to = now is { } day && day < main.To && day >= main.From ? day : main.To;
        return new(main.From, to, DateBasis.Inferred, null);
    }

    /// <summary>Whether some words tell of the past: “was”, “had”, “failed”, not “will”.</summary>
    private bool TellsPast(ReadOnlySpan<TokenRange> content)
    {
        foreach (var part in content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                var word = _classes[_article.Tokens[i], _article.Text];
                if ((word & WordClass.Modal) != 0)
                    return false;
                if ((word & WordClass.Ed) != 0 || _article.Letters(i) is "was" or "were" or "had")
                    return true;
            }
        }

        return false;
    }
}
