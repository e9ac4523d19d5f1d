using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Attributions.Rules;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Attributions to claims: who speaks, what the speaker does, of whom, through whom. Reused from article to article by one thread.</summary>
internal sealed class ClaimBuilder
{
    /// <summary>Attributions on either side of a medium's among which those are that it passes on.</summary>
    private const int PassingReach = 2 * DraftList.Reach;

    /// <summary>The most words that name those who are cited.</summary>
    private const int LongestCited = 6;

    /// <summary>Claims on either side of “citing” that can be the cited ones': more than one sentence has.</summary>
    private const int NearbyClaims = 8;

    /// <summary>The fewest tokens that a medium tells itself before another speaks in its words.</summary>
    private const int LeastTold = 7;

    private readonly Surroundings _around;
    private readonly SpeakerResolver _resolver;
    private readonly ReporterFinder _reporters;
    private readonly ContentScan _scan;
    private readonly ActClassifier _acts;
    private readonly TargetFinder _targets;
    private readonly SourceFallbacks _fallbacks;
    private readonly List<ClaimDraft> _claims = [];
    private readonly List<ClaimDraft> _kept = [];
    private readonly List<Resolved> _speakers = [];

    /// <summary>The first claim of each attribution, as an index into the claims; −1 for none.</summary>
    private int[] _firsts = [];
    private Cast _cast = null!;

    public ClaimBuilder(ActorNames names, SpeakerLexicon lexicon, ClaimLexicon words, CueLexicon cues, Surroundings around, PersonNames persons)
    {
        _around = around;
        _resolver = new(names, lexicon, around, persons);
        _reporters = new(lexicon, cues, around, _resolver);
        _scan = new(names, words, around);
        _acts = new(_scan, cues);
        _targets = new(names, _scan, around, _resolver);
        _fallbacks = new(names, lexicon, cues, around, _resolver, _reporters);
    }

    /// <summary>The claims of an article's attributions, in their order; valid until the next call.</summary>
    public IReadOnlyList<ClaimDraft> Build(Cast cast, IReadOnlyList<FoundAttribution> attributions)
    {
        _cast = cast;
        _claims.Clear();
        _resolver.Read(cast);
        _reporters.Read(cast);
        _scan.Read(cast);
        _targets.Read(cast);
        _fallbacks.Read(cast);
        for (var i = 0; i < attributions.Count; i++)
            Add(attributions, i);
        Cite();
        PassOn(attributions);
        FindFirsts(attributions.Count);
        foreach (var claim in _claims)
        {
            if (claim.Reporter < 0 && claim.Attribution.NestedIn >= 0)
                claim.Reporter = Outer(claim, attributions[claim.Attribution.NestedIn], _firsts[claim.Attribution.NestedIn]);
        }

        return _claims;
    }

    private void Add(IReadOnlyList<FoundAttribution> attributions, int index)
    {
        var found = attributions[index];
        if (_fallbacks.IsNobody(found) || (found.Rules.Contains(SpeakerColon.RuleName) && !_resolver.IsSpeaker(found.Source!.Value)))
            return;
        _speakers.Clear();
        _resolver.Content = found.Source is { } source && found.Content[0].End <= source.Start ? found.Content[0] : null;
        _fallbacks.Resolve(found, _claims, _speakers);
        _resolver.Content = null;
        var token = (found.Source ?? found.Cue ?? found.Content[0]).Start;
        foreach (var speaker in _speakers)
        {
            if (IsOwnWords(found, speaker))
                continue;
            if (Teller(found) is { } teller)
                _resolver.Spoke(speaker, token, teller);
            else
                _resolver.Spoke(speaker, token);
            if (speaker.Words is { } words)
                _cast.Add(new(words, speaker.Participant, speaker.Rule.StartsWith("pronoun", StringComparison.Ordinal) ? MentionKind.Pronoun : MentionKind.Role));
            if (Repeats(found, speaker))
                continue;
            var claim = new ClaimDraft { Attribution = found, Index = index, Speaker = speaker };
            claim.Rules.AddRange(found.Rules);
            claim.Rules.Add(speaker.Rule);
            Describe(claim, attributions);
            _claims.Add(claim);
        }
    }

    /// <summary>Inside a direct quotation a cue counts only where it gives another's words: “We urge …” is the speaker's own.</summary>
    private bool IsOwnWords(FoundAttribution found, Resolved speaker)
    {
        if (found.NestedIn < 0 || found.Cue is not { } cue || found.Entry is not { Kind: CueKind.Verb or CueKind.Noun })
            return false;
        if (speaker.Rule == "own-pronoun")
            return true;
        return _cast.Article.Tokens[cue.Start].Has(TokenFlags.Quoted) && (found.Source is null || speaker.Rule == "pronoun" || ClaimOf(found.NestedIn)?.Speaker.Participant == speaker.Participant);
    }

    /// <summary>Who tells of another's words inside his own, unless it is a medium, which only passes them on; null for none.</summary>
    private Resolved? Teller(FoundAttribution found)
    {
        if (found.NestedIn < 0 || found.Entry?.Kind != CueKind.Verb)
            return null;
        return ClaimOf(found.NestedIn) is { } outer && _cast[outer.Speaker.Participant].Kind != ActorKind.Media ? outer.Speaker : null;
    }

    /// <summary>The claim last made of an attribution before the one at hand, or null. Claims stand in the order of their attributions.</summary>
    private ClaimDraft? ClaimOf(int attribution)
    {
        for (var i = _claims.Count - 1; i >= 0 && _claims[i].Index >= attribution; i--)
        {
            if (_claims[i].Index == attribution)
                return _claims[i];
        }

        return null;
    }

    /// <summary>“told a news briefing that”: two cues found for one act of speaking.</summary>
    private bool Repeats(FoundAttribution found, Resolved speaker)
    {
        for (var i = _claims.Count - 1; i >= 0 && i >= _claims.Count - 3; i--)
        {
            var other = _claims[i];
            if (other.Speaker.Participant == speaker.Participant && other.Attribution.Cue != found.Cue && other.Attribution.Entry?.Denies == found.Entry?.Denies
                && other.Attribution.Content.Length == found.Content.Length && other.Attribution.Content[0] == found.Content[0])
                return true;
        }

        return false;
    }

    private void Describe(ClaimDraft claim, IReadOnlyList<FoundAttribution> attributions)
    {
        var found = claim.Attribution;
        var outer = found.NestedIn >= 0 ? attributions[found.NestedIn] : null;
        claim.Reporter = _fallbacks.Reporter >= 0 ? _fallbacks.Reporter : outer is null ? _reporters.Find(found, claim.Speaker.Participant) : -1;
        _scan.Allegiance(claim.Speaker.Participant, claim.Reporter);
        _scan.Scan(found, claim.Speaker.Participant, TargetFinder.Counterpart(claim.Speaker.Participant, _claims), attributions, claim.Index);
        var (act, rule) = _acts.Of(_cast.Article, found, outer?.Entry?.Denies == true);
        (claim.Act, claim.Denied) = (act, found.Entry?.Denies == true && !found.CueNegated);
        claim.Rules.Add(rule);
        claim.Target = _targets.Find(claim, _claims);
        if (claim.Target == claim.Speaker.Participant)
            claim.Target = -1;
        if (claim.Target >= 0)
            _cast[claim.Target].Used = true;
    }

    /// <summary>Who asserts that someone else said something has passed it on; who denies or repeats his own words has not.</summary>
    private int Outer(ClaimDraft claim, FoundAttribution outer, int first)
    {
        var nominal = claim.Attribution.Entry?.Kind == CueKind.Noun;
        var quoted = claim.Attribution.Cue is { } cue && _cast.Article.Tokens[cue.Start].Has(TokenFlags.Quoted);
        if (outer.Entry?.Denies == true || claim.Attribution.Source is null || (nominal && !quoted))
            return -1;
        return first < 0 || _claims[first].Speaker.Participant == claim.Speaker.Participant ? -1 : _claims[first].Speaker.Participant;
    }

    private void FindFirsts(int attributions)
    {
        if (_firsts.Length < attributions)
            _firsts = new int[attributions * 2];
        _firsts.AsSpan(0, attributions).Fill(-1);
        for (var i = _claims.Count - 1; i >= 0; i--)
            _firsts[_claims[i].Index] = i;
    }

    /// <summary>“…, the agency reported, citing security sources”: the words are theirs, the agency passes them on. “citing” gives no words of its own.</summary>
    private void Cite()
    {
        var kept = 0;
        for (var i = 0; i < _claims.Count; i++)
        {
            if (_claims[i].Attribution is { Entry.Lemma: "cite" or "quote", Cue: { } cue, Content: [{ Count: <= LongestCited } cited] } && cited.Start >= cue.End
                && _resolver.IsSpeaker(cited))
                Cite(i, kept, cue, cited);
            else
                _claims[kept++] = _claims[i];
        }

        _claims.RemoveRange(kept, _claims.Count - kept);
    }

    /// <summary>Gives what the medium tells in the same sentence to those whom it cites: among the claims kept before, and those to come.</summary>
    private void Cite(int index, int kept, TokenRange cue, TokenRange cited)
    {
        var sentence = _cast.Article.SentenceOf(cue.Start);
        for (var i = kept - 1; i >= Math.Max(0, kept - NearbyClaims); i--)
            Cite(_claims[i], _claims[index], sentence, cited);
        for (var i = index + 1; i < Math.Min(_claims.Count, index + NearbyClaims); i++)
            Cite(_claims[i], _claims[index], sentence, cited);
    }

    private void Cite(ClaimDraft claim, ClaimDraft cites, int sentence, TokenRange cited)
    {
        if (claim.Speaker.Participant != cites.Speaker.Participant || claim.Attribution.Cue is not { } told || _cast[claim.Speaker.Participant].Kind != ActorKind.Media
            || _cast.Article.SentenceOf(told.Start) != sentence)
            return;
        _speakers.Clear();
        _resolver.Resolve(cited, _speakers);
        if (_speakers is not [{ } speaker, ..])
            return;
        (claim.Reporter, claim.Speaker) = (claim.Speaker.Participant, speaker);
        claim.Rules.Add("cited");
        _cast[speaker.Participant].Used = true;
        if (speaker.Words is { } words)
            _cast.Add(new(words, speaker.Participant, MentionKind.Role));
    }

    /// <summary>“State media reported that X said …” is X's claim, reported by state media: the medium's own goes.</summary>
    private void PassOn(IReadOnlyList<FoundAttribution> attributions)
    {
        _kept.Clear();
        var near = 0;
        foreach (var claim in _claims)
        {
            while (_claims[near].Index < claim.Index - PassingReach)
                near++;
            if (!PassesOn(claim, near, attributions))
                _kept.Add(claim);
        }

        if (_kept.Count == _claims.Count)
            return;
        _claims.Clear();
        _claims.AddRange(_kept);
    }

    /// <summary>Whether a claim is of a medium that passes on claims of others, which are told so; <paramref name="near"/> is the first that can be one of them.</summary>
    private bool PassesOn(ClaimDraft claim, int near, IReadOnlyList<FoundAttribution> attributions)
    {
        var passed = false;
        if (_cast[claim.Speaker.Participant].Kind != ActorKind.Media && claim.Attribution.Entry?.Lemma is not ("cite" or "quote"))
            return passed;
        for (var i = near; i < _claims.Count && _claims[i].Index <= claim.Index + PassingReach; i++)
        {
            var other = _claims[i];
            if (other == claim || other.Speaker.Participant == claim.Speaker.Participant || !PassedOn(claim, other, attributions))
                continue;
            passed |= !TellsBefore(claim, other);
            if (other.Reporter < 0 || other.Reporter == other.Speaker.Participant)
                other.Reporter = claim.Speaker.Participant;
        }

        return passed;
    }

    /// <summary>“The paper reported that the guild left the room, after envoys had rejected its terms”: what the medium tells before the other speaks is its own.</summary>
    private bool TellsBefore(ClaimDraft medium, ClaimDraft other)
    {
        var start = Math.Min(other.Attribution.Content[0].Start, Math.Min(other.Attribution.Cue?.Start ?? int.MaxValue, other.Attribution.Source?.Start ?? int.MaxValue));
        if (other.Attribution.NestedIn != medium.Index || medium.Attribution.Content is not [var told] || start - told.Start < LeastTold || !_around.Kind(start - 1, TokenKind.Word)
            && !_around.Kind(start - 1, TokenKind.Comma))
            return false;
        for (var i = told.Start + 1; i < start; i++)
        {
            if (_around.IsVerb(i))
                return true;
        }

        return false;
    }

    private static bool PassedOn(ClaimDraft medium, ClaimDraft other, IReadOnlyList<FoundAttribution> attributions)
    {
        if (other.Attribution.NestedIn >= 0 && ReferenceEquals(attributions[other.Attribution.NestedIn], medium.Attribution))
            return true;
        // “he said, according to local media”: two cues over the same words.
        var (a, b) = (medium.Attribution.Content, other.Attribution.Content);
        return a[0].Start < b[^1].End && b[0].Start < a[^1].End && Math.Abs(a[0].Start - b[0].Start) <= 2;
    }
}
