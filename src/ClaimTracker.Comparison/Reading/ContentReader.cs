using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>What a content without a deed of its own stands for.</summary>
internal enum Reference
{
    /// <summary>It says itself what it is about.</summary>
    None,

    /// <summary>Charges made just before.</summary>
    Charges,

    /// <summary>Charges of the same kind, whenever made.</summary>
    EarlierCharges,

    /// <summary>Numbers given before.</summary>
    Figures,

    /// <summary>All that was said just before.</summary>
    Account,

    /// <summary>What was said last: “denied this”, “rejects having done so”.</summary>
    Last,
}

/// <summary>The words of one claim's content with the acts and parties named in them. Reused from claim to claim.</summary>
internal sealed class ContentReader(ConflictModel model)
{
    /// <summary>How far before an act a negation or modal still governs it.</summary>
    private const int Reach = 8;

    private readonly WordReader _reader = new(model.Vocabulary);
    private readonly PhraseTable _negation = Table(model, "negation");
    private readonly PhraseTable _negationWithin = Table(model, "negation within");
    private readonly PhraseTable _notSo = Table(model, "not so");
    private readonly PhraseTable _soAfterAll = Table(model, "so after all");
    private readonly PhraseTable _modal = Table(model, "modal");
    private readonly PhraseTable _clause = Table(model, "clause");
    private readonly PhraseTable _function = Table(model, "function");
    private readonly PhraseTable _doer = Table(model, "doer before");
    private readonly PhraseTable _duty = Table(model, "duty");
    private readonly PhraseTable _suffered = Table(model, "suffered");
    private readonly List<PhraseHit> _counted = [];
    private bool _isCounted;
    private readonly PhraseTable _cause = Table(model, "cause before");
    private readonly PhraseTable _toward = Table(model, "toward");
    private readonly PhraseTable _charge = Table(model, "charge");
    private readonly PhraseTable _account = Table(model, "account");
    private readonly PhraseTable _complement = Table(model, "complement");
    private readonly PhraseTable _tally = Table(model, "tally");
    private readonly PhraseTable _rejecting = Table(model, "rejecting");
    private readonly PhraseTable _rejects = Table(model, "rejects");
    private readonly PhraseTable _earlier = Table(model, "earlier");
    private readonly PhraseTable _standsFor = Table(model, "stands for");
    private readonly List<PhraseTable> _referring =
        [.. new[] { "charge", "account", "tally", "rejecting", "earlier", "stands for", "function", "negation" }.Select(g => Table(model, g))];

    private readonly List<Word> _words = [];
    private readonly List<int> _stems = [];

    public List<PhraseHit> Acts { get; } = [];

    public List<Party> Parties { get; } = [];

    public ReadOnlySpan<Word> Words => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);

    /// <summary>The first actor that the words name; −1 for none.</summary>
    public int NamedActor => Parties.Select(p => p.Actor).FirstOrDefault(a => a >= 0, -1);

    public void Read(string text, IReadOnlyList<TextSpan> content)
    {
        _words.Clear();
        Acts.Clear();
        Parties.Clear();
        _counted.Clear();
        _isCounted = false;
        foreach (var span in content)
            _reader.Read(text, span, _words);
        model.Acts.Find(Words, Acts);
        model.Parties.Find(Words, Parties);
    }

    /// <summary>Stems without function words, ascending, each once.</summary>
    public int[] Stems()
    {
        _stems.Clear();
        for (var i = 0; i < _words.Count; i++)
            if (_function.Count(Words, i, i + 1) == 0)
                _stems.Add(model.Vocabulary.Stem(_words[i].Id));
        _stems.Sort();
        var kept = 0;
        for (var i = 0; i < _stems.Count; i++)
            if (i == 0 || _stems[i] != _stems[i - 1])
                _stems[kept++] = _stems[i];
        return [.. _stems.Take(kept)];
    }

    /// <summary>The same without names of the conflict and words that negate, words that stand for one another as one; ascending, each once.</summary>
    public int[] OwnStems()
    {
        var own = Stems();
        var negating = new HashSet<int>();
        for (var i = 0; i < _words.Count; i++)
            if (_negation.Count(Words, i, i + 1) > 0)
                negating.Add(model.Vocabulary.Stem(_words[i].Id));
        return [.. own.Where(s => !model.Telling.IsName(s) && !negating.Contains(s)).Select(model.Like.Of).Distinct().Order()];
    }

    /// <summary>Whether it says from its beginning that something is not so: “no hospital was hit”, but not “no fewer than nine died”.</summary>
    public bool IsNegative
    {
        get
        {
            var end = 0;
            while (end < Math.Min(_words.Count, Reach) && (end == 0 || !_words[end].AfterBreak && _clause.Count(Words, end, end + 1) == 0))
                end++;
            return (_notSo.Count(Words, 0, end) - _soAfterAll.Count(Words, 0, Math.Min(_words.Count, end + 2))) % 2 == 1 && !IsWish;
        }
    }

    public int[] WordIds() => [.. _words.Select(w => w.Id)];

    /// <summary>Whether an odd number of negations governs the words of a hit, beside one that is part of the act's name: “did not allow”, but not “failed to deny”.</summary>
    public bool IsNegated(PhraseHit hit) => (_negation.Count(Words, ClauseStart(hit.Start), hit.Start)
        + _negationWithin.Count(Words, hit.Start + 1, hit.End) - (ActList.NamesNegation(hit) ? 1 : 0)) % 2 != 0;

    /// <summary>“They are all civilians … We did not receive one armed man”: whether a claim of several parts says no in others than a hit's alone.</summary>
    public bool IsNegatedElsewhere(PhraseHit hit, IReadOnlyList<TextSpan> parts)
    {
        if (parts.Count < 2)
            return false;
        var (inside, outside) = (0, 0);
        var part = PartOf(hit.Start);
        for (var i = 0; i < _words.Count; i++)
            if (_negation.Count(Words, i, i + 1) > 0)
                _ = PartOf(i) == part ? inside++ : outside++;
        return inside == 0 && outside > 0;

        int PartOf(int word)
        {
            var at = 0;
            while (at + 1 < parts.Count && _words[word].Start >= parts[at + 1].Start)
                at++;
            return at;
        }
    }

    /// <summary>Whether an odd number of negations stands before a hit that has its own in it: “carried out no strikes”.</summary>
    public bool IsTurned(PhraseHit hit) => _negation.Count(Words, ClauseStart(hit.Start), hit.Start) % 2 == 1;

    /// <summary>Whether it is wanted, expected or conditional rather than said to be so.</summary>
    public bool IsModal(PhraseHit hit) => _modal.Count(Words, ClauseStart(hit.Start), ActList.NamesModal(hit) ? hit.Start : hit.End) > 0;

    /// <summary>Whether what a hit names is called untrue after it: “the claim that civilians were killed is false”.</summary>
    public bool IsRejected(PhraseHit hit) =>
        _rejecting.Count(Words, hit.End, _words.Count) > 0 && _charge.Count(Words, 0, hit.Start) + _account.Count(Words, 0, hit.Start) > 0;

    /// <summary>Whether it is wanted, expected or conditional from its beginning: “there would be no compromise”.</summary>
    public bool IsWish => _modal.Count(Words, 0, Math.Min(_words.Count, 5)) > 0;

    /// <summary>What a content that names no deed of its own stands for: “the allegation”, “such claims”, “these figures”.</summary>
    public Reference Refers()
    {
        if (RejectsCharges)
            return Reference.Charges;
        if (CountOwn() > 1)
            return Reference.None;
        var earlier = _earlier.Count(Words, 0, _words.Count) > 0;
        return _charge.Count(Words, 0, _words.Count) > 0 ? earlier ? Reference.EarlierCharges : Reference.Charges
            : _tally.Count(Words, 0, _words.Count) > 0 ? Reference.Figures
            : _account.Count(Words, 0, _words.Count) > 0 ? Reference.Account
            : CountOwn() == 0 && (CallsBaseless || _standsFor.Count(Words, 0, _words.Count) > 0) ? Reference.Last
            : Reference.None;
    }

    /// <summary>“his country unequivocally rejects the baseless and unfounded allegations made by …”: the verb near its beginning, what is charged near the verb.</summary>
    private bool RejectsCharges
    {
        get
        {
            for (var i = 0; i < Math.Min(_words.Count, Reach); i++)
                if (_rejects.Count(Words, i, i + 1) > 0 && _negation.Count(Words, 0, i) == 0)
                    return _charge.Count(Words, i + 1, Math.Min(_words.Count, i + Reach)) > 0;
            return false;
        }
    }

    /// <summary>Whether it speaks of what someone said: “claims of …”, “these assertions as …”.</summary>
    public bool SpeaksOfWords => _account.Count(Words, 0, _words.Count) > 0 || _charge.Count(Words, 0, _words.Count) > 0 || _tally.Count(Words, 0, _words.Count) > 0;

    /// <summary>Where what is rejected begins in the article's text: after “the claim that”.</summary>
    public int RejectedStart()
    {
        for (var i = 1; i < Math.Min(_words.Count - 1, 5); i++)
            if (_complement.Count(Words, i, i + 1) > 0 && _charge.Count(Words, 0, i) + _account.Count(Words, 0, i) > 0)
                return _words[i + 1].Start;
        return _complement.Count(Words, 0, 1) > 0 && _words.Count > 1 ? _words[1].Start : _words.Count > 0 ? _words[0].Start : 0;
    }

    public bool CallsBaseless => _rejecting.Count(Words, 0, _words.Count) > 0;

    /// <summary>How many words say something themselves: no names, no function words, none of those that refer.</summary>
    private int CountOwn()
    {
        var own = 0;
        for (var i = 0; i < _words.Count; i++)
            if (!Parties.Exists(p => p.Start <= i && i < p.End && (p.Actor >= 0 || p.Kind != PartyKind.Actor)) && !_referring.Exists(t => t.Count(Words, i, i + 1) > 0))
                own++;
        return own;
    }

    /// <summary>Whether a party does what a hit names because “by” stands before it.</summary>
    public bool IsDoer(Party party) =>
        _doer.Count(Words, party.Start - 1, party.Start) > 0 || _doer.Count(Words, party.Start - 2, party.Start - 1) > 0;

    /// <summary>Whether what a hit names is called a duty: “returns must be voluntary” does not say that they are.</summary>
    public bool IsDuty(PhraseHit hit) => _duty.Count(Words, ClauseStart(hit.Start), hit.Start) > 0;

    /// <summary>Whether a party's people are those to whom it was done: “Ruritanian soldiers were killed”.</summary>
    public bool IsVictim(Party party)
    {
        if (!_isCounted)
            model.Categories.Find(Words, _counted);
        _isCounted = true;
        foreach (var people in _counted)
            if (people.Start >= party.End && people.Start - party.End <= 1 && _suffered.Count(Words, people.End, people.End + 4) > 0)
                return true;
        return false;
    }

    /// <summary>Whether a party is the cause of what a hit names: “closed because of Ruritanian attacks”.</summary>
    public bool IsCause(Party party) => _cause.Count(Words, party.Start - 3, party.Start - 1) > 0;

    /// <summary>Whether something goes to what a party names: “fly into Ruritania from …”.</summary>
    public bool IsToward(Party party) => _toward.Count(Words, party.Start - 1, party.Start) > 0;

    private int ClauseStart(int at)
    {
        var start = at;
        while (start > 0 && at - start < Reach && !_words[start].AfterBreak && _clause.Count(Words, start - 1, start) == 0)
            start--;
        return start;
    }

    private static PhraseTable Table(ConflictModel model, string group) => PhraseTable.Of(model.Vocabulary, model.Lexicon.Words[group]);
}
