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

    private readonly EventWords _words;
    private readonly DossierNames _names;
    private readonly WordClasses _classes;
    private readonly IReadOnlyList<ConflictEvent> _events;
    private readonly PhraseTrie<ConflictEvent> _aliases = new();
    private readonly List<Anchor> _anchors = [];
    private ArticleTokens _article = null!;
    private ArticleTimes _times = null!;
    private Entities _entities = null!;
    private SpeechTimes? _speech;
    private ConflictEvent? _main;

    public EventTimes(Vocabulary vocabulary, Dossier dossier, EventWords words, DossierNames names, WordClasses classes)
    {
        (_words, _names, _classes, _events) = (words, names, classes, dossier.Events);
        foreach (var one in dossier.Events)
        {
            foreach (var alias in one.Aliases)
                _aliases.Add(vocabulary, alias, one);
        }
    }

    /// <summary>An event that the article dates.</summary>
    private readonly record struct Anchor(int Token, int Sentence, int Kinds, int Expression, string? Agent, string? Place);

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

    /// <summary>When what some words tell took place.</summary>
    /// <param name="content">The words, in reading order.</param>
    /// <param name="saidOn">When they were said.</param>
    /// <param name="topics">What they are about, as topic ids of the dossier.</param>
    /// <param name="said">The expression that tells when they were said, or −1.</param>
    public DateRange? Of(IReadOnlyList<TokenRange> content, DateRange? saidOn, IReadOnlyList<string> topics, int said = -1)
    {
        var spoken = saidOn?.To ?? saidOn?.From;
        if (Own(content, spoken) is { } own)
            return own;
        if (Leading(content, said) is >= 0 and var leading && _times.Resolve(leading, spoken) is { } led)
            return _times.Close(led, spoken);
        if (Named(content) is { } named)
            return named;
        if (Taken(content) is >= 0 and var taken && _times.Resolve(taken, spoken) is { } back)
            return _times.Close(back, spoken);
        if (_main is { } main && main.Topics.Any(topics.Contains))
            return DaysOf(main, spoken);
        // “said in December 2024 that he had been indicted”: a printed day is the best that is known of what was told then.
        return said >= 0 && saidOn is { Basis: DateBasis.Stated } && _times.Expressions[said].Year + _times.Expressions[said].Day > 0
            && TellsPast(content) ? saidOn with { Basis = DateBasis.Inferred } : null;
    }

    /// <summary>The days of the main event, where some words can be about it.</summary>
    public DateRange? OfMain(DateOnly? spoken) => _main is { } main ? DaysOf(main, spoken) : null;

    /// <summary>The days of the event that some words take up: “the attack”; null where none has been dated.</summary>
    public DateRange? TakenUp(TokenRange words, DateOnly? spoken) => Taken([words]) is >= 0 and var taken ? _times.Resolve(taken, spoken) : null;

    private DateRange? Own(IReadOnlyList<TokenRange> content, DateOnly? spoken)
    {
        var overnight = (DateRange?)null;
        foreach (var part in content)
        {
            for (var i = _times.FirstEndingAfter(part.Start); i < _times.Expressions.Count && _times.Expressions[i].Range.Start < part.End; i++)
            {
                var expression = _times.Expressions[i];
                if (!expression.TellsWhen || expression.Relation is TimeRelation.Until or TimeRelation.By || _times.Resolve(i, spoken) is not { } days)
                    continue;
                if (expression.Kind != TimeKind.Overnight)
                    return _times.Close(days, spoken);
                overnight ??= days;
            }
        }

        return overnight;
    }

    /// <summary>“Recalling attempts in the aftermath of the October clashes, the official said that …”: an expression before the cue.</summary>
    private int Leading(IReadOnlyList<TokenRange> content, int said)
    {
        var sentence = _article.Sentences[_article.SentenceOf(content[0].Start)];
        for (var i = _times.FirstEndingAfter(sentence.Start); i < _times.Expressions.Count && _times.Expressions[i].Range.End <= content[0].Start; i++)
        {
            var expression = _times.Expressions[i];
            if (i != said && expression.TellsWhen && expression.Relation is TimeRelation.After or TimeRelation.Since && _speech?.TellsSpeech(i) != true)
                return i;
        }

        return -1;
    }

    private DateRange? Named(IReadOnlyList<TokenRange> content)
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
    private int Taken(IReadOnlyList<TokenRange> content)
    {
        var kinds = 0;
        foreach (var part in content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                if (_words.Match(_article, i, out var kind) is var length and > 0)
                {
                    kinds |= kind;
                    i += length - 1;
                }
            }
        }

        if (kinds == 0)
            return -1;
        var whole = new TokenRange(content[0].Start, content[^1].End);
        var agent = AgentBefore(new(whole.Start, whole.End)) ?? AgentBefore(new(_article.Sentences[_article.SentenceOf(whole.Start)].Start, whole.Start));
        var place = _entities.FirstPlace(whole)?.PlaceId;
        var title = _article.Tokens[whole.Start].Has(TokenFlags.Title);
        for (var i = 0; i < _anchors.Count; i++)
        {
            var anchor = _anchors[title ? i : _anchors.Count - 1 - i];
            if ((title || anchor.Token < whole.Start) && Meets(anchor, kinds, agent, place))
                return anchor.Expression;
        }

        return -1;
    }

    private bool Meets(in Anchor anchor, int kinds, string? agent, string? place)
    {
        var agreed = anchor.Agent is not null && anchor.Agent == agent;
        if ((anchor.Kinds & kinds) == 0 && !(agreed && (_words.Like(anchor.Kinds) & kinds) != 0))
            return false;
        if (anchor.Agent is not null && agent is not null && !agreed)
            return false;
        return anchor.Place is null || place is null || _names.Related(anchor.Place, place);
    }

    private void AddAnchors(int index)
    {
        var sentence = _article.Sentences[index];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (_words.Match(_article, i, out var kind) is not (var length and > 0))
                continue;
            if (Nearest(sentence, i) is >= 0 and var expression)
            {
                var place = _entities.FirstPlace(new(i, Math.Min(sentence.End, i + 14))) ?? _entities.LastPlace(new(sentence.Start, i));
                _anchors.Add(new(i, index, kind, expression, AgentBefore(new(sentence.Start, i)), place?.PlaceId));
            }

            i += length - 1;
        }
    }

    /// <summary>The expression of a sentence that stands nearest to an event's word.</summary>
    private int Nearest(TokenRange sentence, int token)
    {
        var (best, cost) = (-1, int.MaxValue);
        for (var i = _times.FirstEndingAfter(sentence.Start); i < _times.Expressions.Count && _times.Expressions[i].Range.Start < sentence.End; i++)
        {
            var expression = _times.Expressions[i];
            if (!expression.TellsWhen || expression.Ahead || expression.Relation is TimeRelation.Until or TimeRelation.By or TimeRelation.Before
                || _speech?.TellsSpeech(i) == true)
                continue;
            var distance = expression.Range.Start > token ? expression.Range.Start - token : token - expression.Range.End;
            // A printed day outweighs “overnight” beside it.
            if (expression.Kind == TimeKind.Overnight)
                distance += 12;
            if (distance < cost)
                (best, cost) = (i, distance);
        }

        return best;
    }

    /// <summary>The side that acts: the last one named in some tokens.</summary>
    private string? AgentBefore(TokenRange range) => _entities.LastActor(range)?.Side ?? _names.LastSideIn(_article, range);

    /// <summary>The one event of the dossier of whose days the article can report, told by the places that it names where there are several.</summary>
    private ConflictEvent? MainEvent()
    {
        if (_article.Article.Published is not { Date: { } published })
            return null;
        ConflictEvent? found = null;
        var (most, tied) = (-1, false);
        foreach (var one in _events)
        {
            if (published < one.From || published.DayNumber - one.To.DayNumber > FreshDays)
                continue;
            var score = Score(one);
            if (score > most)
                (found, most, tied) = (one, score, false);
            else if (score == most)
                tied = true;
        }

        return tied || most <= 0 ? null : found;
    }

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
    private bool TellsPast(IReadOnlyList<TokenRange> content)
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
