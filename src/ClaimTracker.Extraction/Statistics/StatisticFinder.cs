using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Finds the numbers that an article claims, and reads what each says of whom, where and when.</summary>
/// <remarks>Not safe for two threads at once: it reuses its lists. One for each thread.</remarks>
internal sealed class StatisticFinder
{
    /// <summary>Sentences after which a number no longer stands for what was counted before.</summary>
    private const int FrameReach = 2;

    private readonly NumberWords _words;
    private readonly NumberPhrases _numbers;
    private readonly CountedPhrases _phrases;
    private readonly CountedWords _nouns;
    private readonly MeasureReader _measures;
    private readonly DossierNames _names;
    private readonly BareNumbers _bare;
    private readonly Ownership _ownership;
    private readonly Periods _periods;
    private readonly WordClasses _classes;
    private readonly List<Draft> _drafts = [];
    private readonly List<Draft> _pool = [];
    private int _taken;

    public StatisticFinder(Vocabulary vocabulary, Dossier dossier, WordClasses classes)
    {
        _classes = classes;
        _words = new(vocabulary);
        _numbers = new(_words, new(_words));
        _nouns = new(vocabulary, dossier);
        var measures = new MeasureWords(vocabulary, dossier);
        _phrases = new(_nouns, measures, _words, classes);
        _measures = new(measures, classes);
        _names = new(vocabulary, dossier, classes, _nouns);
        _ownership = new(_names, new(_names, classes), _nouns, classes);
        _bare = new(_words, _nouns, _phrases, measures, classes);
        _periods = new(_nouns, classes);
    }

    /// <summary>Names of the dossier, for use without the engine's own mentions.</summary>
    public DossierNames Names => _names;

    /// <summary>The statistics of an article in reading order.</summary>
    /// <param name="article">The article.</param>
    /// <param name="times">Its expressions of time.</param>
    /// <param name="entities">Who and what place it names.</param>
    /// <param name="events">The events that it dates.</param>
    /// <param name="speech">Which of those tell when something was said; null where nobody has looked.</param>
    /// <param name="spoken">When the words at a token were said; null for the day of the report.</param>
    public IReadOnlyList<FoundStatistic> Find(
        ArticleTokens article, ArticleTimes times, Entities entities, EventTimes events, SpeechTimes? speech = null, Func<int, DateOnly?>? spoken = null)
    {
        _drafts.Clear();
        _taken = 0;
        for (var s = 0; s < article.Sentences.Count; s++)
            FindIn(article, times, entities, s);

        if (_drafts.Count == 0)
            return [];
        _ownership.Settle(article, entities, _drafts);
        _periods.Settle(article, times, events, speech, _drafts, spoken);
        return _drafts.ConvertAll(d => Finish(article, d));
    }

    private void FindIn(ArticleTokens article, ArticleTimes times, Entities entities, int index)
    {
        var sentence = article.Sentences[index];
        var left = sentence.Start;
        for (var i = sentence.Start; i < sentence.End;)
        {
            ref readonly var token = ref article.Tokens[i];
            if (token.Kind != TokenKind.Number && (!_words.MayOpen(token) || !Opens(article, sentence, i)))
            {
                i++;
                continue;
            }

            if (token.Has(TokenFlags.Time))
            {
                left = ++i;
                continue;
            }

            // “not one of them was lost”: none.
            if (_words[token] is { One: true } or { Value: 1 } && i > sentence.Start && article.Letters(i - 1) is "not" or "Not")
            {
                left = ++i;
                continue;
            }

            if (!_numbers.TryRead(article, new(left, sentence.End), i, out var number))
            {
                i = Math.Max(i + 1, number.End);
                continue;
            }

            var draft = Take();
            Read(article, times, sentence, index, number, draft);
            if (IsCount(article, times, entities, sentence, draft))
            {
                draft.Index = _drafts.Count;
                _drafts.Add(draft);
                _taken++;
            }

            left = i = Math.Max(i + 1, number.End);
        }
    }

    /// <summary>“three”, “several hundred”, “a hundred”</summary>
    private bool Opens(ArticleTokens article, TokenRange sentence, int at) => _words[article.Tokens[at]].Opens || (_words[article.Tokens[at]].One && at + 1 < sentence.End && _words[article.Tokens[at + 1]] is { Times: > 0, Attached: false });

    /// <summary>An unused draft; one that is not kept is used again.</summary>
    private Draft Take()
    {
        if (_taken == _pool.Count)
            _pool.Add(new Draft());
        _pool[_taken].Clear();
        return _pool[_taken];
    }

    private void Read(ArticleTokens article, ArticleTimes times, TokenRange sentence, int index, in NumberPhrase number, Draft draft)
    {
        (draft.Number, draft.Sentence) = (number, index);
        draft.Phrase = _phrases.Read(article, times, number.Compound >= 0 ? number.Compound : number.End, sentence.End);
        // “one of the”, “one thing”: not worth a look for what is said of it.
        if (number.Value <= 1 && number.Unit is null && (draft.Phrase.Noun is null || draft.Phrase.Range.Start < draft.Phrase.Start))
            return;
        (draft.Measure, draft.Source) = _measures.Read(article, times, sentence, draft);
        draft.MeasureId = draft.Measure?.Id;
        draft.Counted = new(draft.Phrase.Start, draft.Phrase.Range.End);
    }

    private bool IsCount(ArticleTokens article, ArticleTimes times, Entities entities, TokenRange sentence, Draft draft)
    {
        var number = draft.Number;
        if (IsNamed(article, sentence, draft))
            return false;
        draft.Unit = number.Unit;
        if (number.Unit is not null)
            return true;
        if (number.Compound >= 0)
            return false;
        // “billions of dollars”
        if (draft.Phrase.Head >= 0 && _words.Units.Match(article.Tokens, article.Text, draft.Phrase.Start, out var unit) > 0)
        {
            draft.Unit = unit!.Unit;
            draft.Number.Unit = unit.Unit;
            return true;
        }

        if (draft.Phrase.Head >= 0)
            return CountsNoun(article, sentence, draft);
        if (!_bare.TryCount(article, times, entities, draft, Frame(draft.Sentence)))
            return false;
        AddRate(article, sentence, draft);
        return true;
    }

    private bool CountsNoun(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        var (number, phrase) = (draft.Number, draft.Phrase);
        var grouped = _names.GroupIn(article, phrase.Range);
        if (!phrase.Plural && grouped is null && !(number.Value <= 1 && phrase.Noun is not null))
            return false;
        if (number.Value < 1 || (number.Value == 1 && (draft.Measure is null || phrase.Range.Start < phrase.Start)))
            return false;
        if (number.Value == 2 && number.Form == NumberForm.Words && (draft.Measure is null || _words[article.Tokens[phrase.Head]].Pair))
            return false;
        if (phrase.Continued && number.Form == NumberForm.Plain && IsDefinite(article, sentence, number.Span.Start))
            return false;

        var people = draft.Measure is { } measure && measure.Is(MeasureTraits.People);
        draft.Unit = phrase.Noun?.Unit ?? (people || grouped is not null ? "people" : Plural(article.Letters(phrase.Head)));
        if (phrase.Second?.Unit is { } second && phrase.Noun?.Unit is { } first && second != first)
            draft.Unit = $"{first}_and_{second}";
        if (draft.MeasureId is null && phrase.Noun?.Measure is { } inherent)
            (draft.MeasureId, draft.Source) = (inherent, MeasureSource.Noun);
        else if (phrase.Noun?.Measure is { } always && draft.Source is MeasureSource.Before or MeasureSource.None && phrase.Noun.Is(CountedTraits.Losses))
            (draft.MeasureId, draft.Source) = (always, MeasureSource.Noun);
        if (draft.MeasureId is null)
            InheritInList(article, draft);
        if (draft.MeasureId is null)
            _bare.TakePutAt(article, sentence, draft);
        AddRate(article, sentence, draft);
        return true;
    }

    /// <summary>“killed 12 soldiers and three civilians”: the second number shares the first one's verb.</summary>
    private void InheritInList(ArticleTokens article, Draft draft)
    {
        if (_drafts.Count == 0 || _drafts[^1] is not { MeasureId: not null } before || before.Sentence != draft.Sentence)
            return;
        if ((before.Source is MeasureSource.Noun && before.Unit != "people") || (before.Unit != draft.Unit && !(before.Unit == "people") && draft.Unit != "people"))
            return;
        for (var i = before.End; i < draft.Number.Span.Start; i++)
        {
            ref readonly var token = ref article.Tokens[i];
            var word = _classes[token, article.Text];
            if (token.Kind is TokenKind.Stop or TokenKind.Colon or TokenKind.Dash || i > before.End + 12
                || (word & (WordClass.Aux | WordClass.Subord | WordClass.That | WordClass.CueVerb | WordClass.Verb)) != 0)
                return;
        }

        if (before.Measure is { } measure && measure.Is(MeasureTraits.People) && draft.Unit is not ("people" or "families"))
            return;
        (draft.MeasureId, draft.Source) = (before.MeasureId, MeasureSource.List);
    }

    private void AddRate(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        if (draft.End < sentence.End && _words.Rates.Match(article.Tokens, article.Text, draft.End, out var rate) > 0)
            draft.Unit = $"{draft.Unit}_per_{rate}";
    }

    /// <summary>“Section 144”, “Flight 370”, “No. 5”, “the 1267 sanctions regime”, “7 in 10”.</summary>
    private bool IsNamed(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        var number = draft.Number;
        var tokens = article.Tokens;
        var before = number.Span.Start - 1;
        if (before > sentence.Start && tokens[before].Kind == TokenKind.Stop && !tokens[before].Has(TokenFlags.SpaceBefore))
            before--;
        if (number.Span.Start == number.Digits.Start && before >= sentence.Start && _words[tokens[before]].Name
            && (draft.Phrase.Head < 0 || !draft.Phrase.Plural || tokens[before].Has(TokenFlags.Capital)) && number.Form is NumberForm.Plain or NumberForm.Words)
            return true;
        // “one in three”
        if (before > sentence.Start && article.Letters(before) is "in" && (_words[tokens[before - 1]].IsValue || tokens[before - 1].Kind == TokenKind.Number))
            return true;
        var next = number.End;
        return next + 1 < sentence.End && tokens[next + 1].Kind == TokenKind.Number && article.Letters(next) is "in" or "x";
    }

    private bool IsDefinite(ArticleTokens article, TokenRange sentence, int at) =>
        at > sentence.Start && (_classes[article.Tokens[at - 1], article.Text] & (WordClass.Det | WordClass.Poss)) != 0;

    private Draft? Frame(int sentence) => _drafts.Count > 0 && sentence - _drafts[^1].Sentence <= FrameReach ? _drafts[^1] : null;

    private static string Plural(ReadOnlySpan<char> letters) => string.Create(letters.Length, letters, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = Vocabulary.Fold(from[i]);
    });

    private static FoundStatistic Finish(ArticleTokens article, Draft draft)
    {
        var span = article.SpanOf(draft.Number.Span);
        var statistic = new Statistic
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{article.Article.Key}-s{span.Start}"),
            Span = span,
            Low = draft.Number.Low,
            High = draft.Number.High,
            Qualifier = draft.Number.Qualifier,
            Unit = draft.Unit,
            Measure = draft.MeasureId,
            Counted = draft.Counted.IsEmpty ? null : article.SpanOf(draft.Counted).In(article.Text).ToString(),
            OfSide = draft.Side,
            Place = draft.Place,
            Period = draft.Period,
            Rules = draft.Source == MeasureSource.None ? [] : [RuleOf(draft.Source)],
        };
        return new(statistic, draft.Number.Span, draft.Owner, draft.OwnSides) { Follows = draft.Frame is { } frame ? frame.Index : -1 };
    }

    private static string RuleOf(MeasureSource source) => source switch
    {
        MeasureSource.Within => "measure-within",
        MeasureSource.RightBefore => "measure-right-before",
        MeasureSource.After => "measure-after",
        MeasureSource.Before => "measure-before",
        MeasureSource.Noun => "measure-of-noun",
        MeasureSource.List => "measure-of-list",
        _ => "measure-of-frame",
    };
}
