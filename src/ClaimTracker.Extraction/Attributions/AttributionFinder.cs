using ClaimTracker.Extraction.Attributions.Rules;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Finds who says what in an article: cue by cue with the trained rankers, then what rules know of nouns, denials and nesting.</summary>
/// <remarks>Not safe for two threads at once: it reuses its lists. One for each thread.</remarks>
internal sealed class AttributionFinder
{
    /// <summary>The least probability at which a word counts as a cue.</summary>
    private const double LeastCue = 0.45;

    /// <summary>The same where the outermost attributions are wanted alone: where precision and recall balance on articles kept aside.</summary>
    private const double LeastOutermostCue = 0.6;

    /// <summary>The least probability of an outermost attribution's whole reading.</summary>
    private const double LeastReading = 0.3;

    /// <summary>The least probability of a reading that makes a claim: rules mend bounds, and what stays doubtful says so by its confidence.</summary>
    private const double LeastClaimReading = 0.2;

    /// <summary>An attribution whose probability is a smaller part than this of that of one in its content gives way to it.</summary>
    private const double LeastAgainstHeld = 0.6;

    /// <summary>The least probability of a cue whose grammar leaves no doubt: a subject, a verb of saying, “that” or an act of its own.</summary>
    private const double LeastPlain = 0.12;

    /// <summary>What holds of any reporting. The order matters: bounds first, then what looks at bounds.</summary>
    private static readonly IDraftRule[] LinguisticRules =
        [
            new ReportsNothing(), new ClauseBetween(), new QuotationEnds(), new QuotationBegins(), new ThatClause(), new ParticipleTail(), new OneQuotationOneCue(), new QuotationOfNextCue(), new QuotedAsSaying(),
            new AdjacentSubject(), new PassiveSubject(), new PassiveEvent(), new QuotationAfterConjunction(), new WordsBeforeCue(), new ColonInContent(), new CitedSources(), new SplitByCue(), new InRelativeClause(), new InvertedColon(), new RelativeClauseEnds(), new SameSubject(), new CoordinatedCues(), new SharedSubject(),
        ];

    /// <summary>What makes claims of attributions: whose words a noun gives, what is denied, what says nothing.</summary>
    private static readonly IDraftRule[] ClaimRules =
        [
            new NounSources(), new NounTakesOver(), new DeniedNoun(), new AddressedVia(), new ChargeRejected(), new MadeTheAllegation(), new OrphanQuotations(), new WeakCues(),
            new ClosingCue(), new ByHisAccount(), new SpeakerColon(), new SilentCues(), new EventVerbs(), new NotSaid(), new NestedAdverbs(), new SemicolonEnds(), new CutCoordination(), new FeltObject(), new AccordingToApposition(), new Linkers(), new TitleSource(),
        ];

    private readonly Choices _choices;
    private readonly DraftList _drafts;
    private readonly Calibration _calibration;
    private readonly List<int> _holders = [];

    public AttributionFinder(WordClasses classes, CueLexicon cues, LinearModel model, Calibration calibration)
    {
        _calibration = calibration;
        _choices = new(classes, cues, model.Clusters);
        _drafts = new(_choices, new CueReader(_choices, model), cues);
    }

    /// <summary>The weights that ship with the engine.</summary>
    public static LinearModel ShippedModel()
    {
        using var stream = typeof(AttributionFinder).Assembly.GetManifestResourceStream("lexicon/attribution.model")
            ?? throw new InvalidDataException("the engine was built without its attribution model");
        return LinearModel.Read(stream);
    }

    /// <summary>The attributions of an article that make claims, nested ones included, in reading order of their cues.</summary>
    public List<FoundAttribution> Find(ArticleTokens article)
    {
        Read(article, LeastCue, LeastClaimReading, LeastPlain, forClaims: true);
        foreach (var rule in ClaimRules)
            rule.Apply(_drafts);
        return Finish();
    }

    /// <summary>The attributions of an article as a linguist marks them: the outermost alone, “that” being part of the content.</summary>
    public IReadOnlyList<FoundAttribution> FindOutermost(ArticleTokens article)
    {
        Read(article, LeastOutermostCue, LeastReading, leastPlain: 1, forClaims: false);
        for (var i = 0; i < _drafts.Items.Count; i++)
        {
            var draft = _drafts.Items[i];
            if (draft.After is { } after && (_choices.Class(after.Start - 1) & WordClass.That) != 0)
                draft.After = new(after.Start - 1, after.End);
        }

        DropDoubtfulHolders();
        for (var i = 0; i < _drafts.Items.Count; i++)
            _drafts.Items[i].Dropped = IsHeld(i);

        _drafts.Items.RemoveAll(d => d.Dropped);
        return Finish();
    }

    /// <summary>A doubtful reading whose content runs over a surer one's cue goes.</summary>
    private void DropDoubtfulHolders()
    {
        foreach (var draft in _drafts.Items)
            draft.Dropped = draft.Probability < LeastAgainstHeld * SurestHeld(draft);
        _drafts.Items.RemoveAll(d => d.Dropped);
    }

    /// <summary>The probability of the surest attribution whose cue stands in this one's content; 0 where there is none.</summary>
    private double SurestHeld(Draft draft)
    {
        var surest = 0.0;
        foreach (var other in _drafts.From(draft.Before?.Start ?? draft.Cue.Range.Start))
        {
            if (other != draft && draft.Holds(other.Cue.Range) && !other.Holds(draft.Cue.Range))
                surest = Math.Max(surest, other.Probability);
        }

        return surest;
    }

    /// <summary>Whether another attribution's content holds this one, unless each holds the other and this one is the surer.</summary>
    private bool IsHeld(int index)
    {
        var draft = _drafts.Items[index];
        for (var i = Math.Max(0, index - DraftList.Reach); i < Math.Min(_drafts.Items.Count, index + DraftList.Reach); i++)
        {
            if (i != index && _drafts.Items[i] is var other && other.Holds(draft.Cue.Range) && !(draft.Holds(other.Cue.Range) && other.Probability < draft.Probability))
                return true;
        }

        return false;
    }

    private void Read(ArticleTokens article, double leastCue, double leastReading, double leastPlain, bool forClaims)
    {
        _choices.Read(article);
        _drafts.Candidates.Clear();
        _drafts.Items.Clear();
        _choices.FindCues(_drafts.Candidates);
        _drafts.Reader.LookAt(_drafts.Candidates);
        foreach (var cue in _drafts.Candidates)
        {
            var probability = _drafts.Reader.Probability(cue);
            var named = IsAccordingTo(cue);
            if (probability < Math.Min(leastCue, leastPlain) && !named)
                continue;
            var plain = named || (probability >= leastPlain && IsPlain(cue));
            if (probability < leastCue && !plain)
                continue;
            if (IsListedNoun(cue) || IsCitedBy(cue) || IsNoun(cue) || IsDescription(cue))
                continue;
            var reading = _drafts.Reader.Read(cue);
            if (reading.Shape != Shape.None && (reading.Probability >= leastReading || plain || cue.Entry.Kind == CueKind.Adverb))
                _drafts.Items.Add(Draft.Of(cue, reading));
        }

        SettleRivals();
        foreach (var rule in LinguisticRules)
        {
            if (forClaims || !rule.ForClaimsOnly)
                rule.Apply(_drafts);
        }
    }

    /// <summary>“The army maintains that …”, “The rebels deny …”: rare verbs that the rankers have hardly seen report all the same.</summary>
    private bool IsPlain(in CueCandidate cue) =>
        !cue.Entry.Weak && (((_choices.Class(cue.Range.End) & WordClass.That) != 0 && (_choices.Class(cue.Range.End + 1) & (WordClass.Ed | WordClass.CueVerb)) == 0) || cue.Entry.Act is not null) && AdjacentSubject.Of(_drafts, cue) is not null;

    /// <summary>“According to NATO, …”: before a name the phrase means nothing else, however rare the name.</summary>
    private bool IsAccordingTo(in CueCandidate cue) =>
        cue.Entry.Kind == CueKind.Preposition && _choices.Article.Tokens[cue.Range.End] is { IsWord: true } next && next.Has(TokenFlags.Capital);

    /// <summary>“Ruritania's concerns and demands, adding that”: behind “and” and before a comma a word that can be a noun is one.</summary>
    private bool IsListedNoun(in CueCandidate cue)
    {
        var (at, next) = (cue.Range.Start, cue.Range.End);
        return cue.Entry.Kind == CueKind.Verb && at >= 3 && next < _choices.Article.Tokens.Count && _choices.Article.Tokens[next].Kind == TokenKind.Comma
            && (_choices.Class(at) & WordClass.CueNoun) != 0 && (_choices.Class(at - 1) & WordClass.Conj) != 0
            && (_choices.Class(at - 3) & (WordClass.Poss | WordClass.Det | WordClass.Prep)) != 0;
    }

    /// <summary>“intelligence reports ‘clearly confirm’ …”, “some local reports indicating …”: what can be noun or verb is a noun before a verb, and behind “some”.</summary>
    private bool IsNoun(in CueCandidate cue)
    {
        var (at, next) = (cue.Range.Start, cue.Range.End);
        if (cue.Entry.Kind != CueKind.Verb || at == 0 || (_choices.Class(at) & WordClass.CueNoun) == 0 || _choices.Article.Letters(at)[^1] != 's'
            || (_choices.Class(at - 1) & (WordClass.Pron | WordClass.Subject)) != 0
            || (_choices.Article.Tokens[at - 1].Has(TokenFlags.Capital) && !_choices.Article.Tokens[at - 1].Has(TokenFlags.SentenceStart)))
            return false;
        while (next < _choices.Article.Tokens.Count && (_choices.Article.Tokens[next].Kind == TokenKind.Quote || (_choices.Class(next) & (WordClass.Ly | WordClass.Adv)) != 0))
            next++;
        var verb = (_choices.Class(next) & (WordClass.Aux | WordClass.Modal | WordClass.CueVerb | WordClass.Ed)) != 0 && (_choices.Class(next) & (WordClass.Det | WordClass.CueNoun)) == 0;
        var several = at >= 2 && (_choices.Class(next) & WordClass.Ing) != 0 && ((_choices.Class(at - 1) | _choices.Class(at - 2)) & WordClass.Quant) != 0;
        return (verb && next < _choices.Article.Sentences[cue.Sentence].End) || several;
    }

    /// <summary>“the disputed border”, “its record in countering smugglers”: words that describe, or tell of deeds.</summary>
    private bool IsDescription(in CueCandidate cue)
    {
        var (at, next) = (cue.Range.Start, cue.Range.End);
        if (cue.Entry.Kind != CueKind.Verb || at < 2 || next >= _choices.Article.Tokens.Count || (_choices.Class(next) & (WordClass.That | WordClass.Aux)) != 0
            || _choices.Article.Tokens[next].Kind is not TokenKind.Word)
            return false;
        var letters = _choices.Article.Letters(at);
        // “citing three informed sources”
        if (letters.EndsWith("ed", StringComparison.Ordinal) && _choices.Class(at - 1) == 0 && (_choices.Class(at - 2) & WordClass.CueVerb) != 0
            && _choices.Article.Letters(at - 2).EndsWith("ing", StringComparison.Ordinal) && _choices.Class(next) == 0)
            return true;
        if (letters.EndsWith("ed", StringComparison.Ordinal))
            return (_choices.Class(at - 1) & (WordClass.Det | WordClass.Poss)) != 0 && (_choices.Class(at - 1) & (WordClass.Pron | WordClass.That | WordClass.Object)) == 0
                && (_choices.Class(next) & (WordClass.Prep | WordClass.Conj | WordClass.Subord | WordClass.Det | WordClass.To)) == 0;
        return letters.EndsWith("ing", StringComparison.Ordinal)
            && cue.Entry.Act is null && (_choices.Class(at - 1) & (WordClass.Prep | WordClass.Subord)) == WordClass.Prep
            && _choices.Article.Letters(at - 1) is "in" or "of" or "for";
    }

    /// <summary>“The report, cited by several papers, warns”, “the attackers, described as …, tried”: a description of what stands before.</summary>
    private bool IsCitedBy(in CueCandidate cue) =>
        cue.Entry.Kind == CueKind.Verb && cue.Range.Start >= 1 && cue.Range.End < _choices.Article.Tokens.Count
        && _choices.Article.Tokens[cue.Range.Start - 1].Kind == TokenKind.Comma && _choices.Article.Letters(cue.Range.End) is "by" or "as"
        && (_choices.Class(cue.Range.Start) & WordClass.CueVerb) != 0 && _choices.Article.Letters(cue.Range.Start).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>
    /// Of two cues that stand in each other's content, the later one of “…, the agency reported” holds the other, whose words end
    /// before it; elsewhere the less probable goes.
    /// </summary>
    private void SettleRivals()
    {
        var items = _drafts.Items;
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count && j < i + 12; j++)
            {
                var (a, b) = (items[i], items[j]);
                if (a.Dropped || b.Dropped || !a.Holds(b.Cue.Range) || !b.Holds(a.Cue.Range))
                    continue;
                if (a.After is { } after && b.Before is { } before && before.Contains(a.Cue.Range) && before.End > after.Start + 1 && before.End < after.End && Closes(b))
                    a.After = new(after.Start, before.End);
                else
                    (a.Probability < b.Probability && !SaysThat(a) ? a : b).Dropped = true;
            }
        }

        items.RemoveAll(d => d.Dropped);
    }

    /// <summary>Whether “that” opens the content: then the verb before it reports, whatever verb stands in the clause.</summary>
    private bool SaysThat(Draft draft) => draft.After is { } after && (_choices.Class(after.Start - 1) & WordClass.That) != 0;

    /// <summary>Whether an attribution stands at its sentence's end: “…, the agency reported on Monday.”</summary>
    private bool Closes(Draft draft) => draft.After is null && _choices.Article.Sentences[draft.Cue.Sentence].End - draft.Cue.Range.End <= 5;

    private List<FoundAttribution> Finish()
    {
        _drafts.Items.Sort((a, b) => a.Cue.Range.Start != b.Cue.Range.Start ? a.Cue.Range.Start.CompareTo(b.Cue.Range.Start) : a.Cue.Range.End.CompareTo(b.Cue.Range.End));
        List<FoundAttribution> found = new(_drafts.Items.Count);
        _holders.Clear();
        for (var i = 0; i < _drafts.Items.Count; i++)
            _holders.Add(Holder(i));
        for (var i = 0; i < _drafts.Items.Count; i++)
        {
            if (IsInItself(i))
                _holders[i] = -1;
            found.Add(_drafts.Items[i].ToAttribution(_choices, _holders[i], _calibration));
        }

        return found;
    }

    /// <summary>Whether attributions hold one another in a circle, as two doubtful ones can: then the first of them in the text stands in no other.</summary>
    private bool IsInItself(int index)
    {
        var outer = _holders[index];
        for (var steps = 0; outer >= 0 && outer != index && steps < DraftList.Reach; steps++)
            outer = _holders[outer];
        return outer >= 0;
    }

    /// <summary>The innermost other attribution whose content holds this one's cue.</summary>
    private int Holder(int index)
    {
        var (cue, best, size) = (_drafts.Items[index].Cue.Range, -1, int.MaxValue);
        for (var i = Math.Max(0, index - DraftList.Reach); i < Math.Min(_drafts.Items.Count, index + DraftList.Reach); i++)
        {
            var other = _drafts.Items[i];
            if (i != index && (other.Holds(cue) || other == _drafts.Items[index].NounOf) && other.Size < size)
                (best, size) = (i, other.Size);
        }

        return best;
    }
}
