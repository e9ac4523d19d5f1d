using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Reads from a claim's words which questions it answers, and how.</summary>
internal sealed class StanceReader(ConflictModel model, ContentReader content)
{
    private readonly List<Stance> _stances = [];

    /// <summary>The stances of a claim whose words were read last.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="speakerSide">The side of whose words they are.</param>
    /// <param name="around">The topics of what stands around it.</param>
    public Stance[] Read(Claim claim, int speakerSide, IReadOnlySet<string> around)
    {
        _stances.Clear();
        if (speakerSide < 0)
            return [];
        var seen = 0UL;
        foreach (var hit in content.Acts)
        {
            var act = ActList.Act(hit);
            var naming = ActList.NamingOf(hit);
            if (naming == Naming.OnTopic && !Counts(claim, model.Acts.All[act], around) || naming == Naming.Charged && claim.Act != ClaimAct.Accuses)
                continue;
            var before = _stances.Count;
            if (act < 64 && (seen & 1UL << act) != 0)
            {
                AddOther(claim, speakerSide, hit, act, naming);
                continue;
            }

            var accused = Accused(claim, speakerSide, hit, act);
            if (accused >= 0)
                AddCharge(claim, speakerSide, hit, act, accused);
            if (accused < 0 || IsOfOther(accused, speakerSide))
                Add(claim, speakerSide, hit, act, naming);
            if (act < 64 && _stances.Count > before)
                seen |= 1UL << act;
        }

        return [.. _stances.Distinct()];
    }

    /// <summary>“not one post was lost, while twenty of theirs were taken”: a second hit counts where it is about the other side's deed.</summary>
    private void AddOther(Claim claim, int speakerSide, PhraseHit hit, int act, Naming naming)
    {
        if (naming == Naming.Answer || model.Acts.All[act].Past is not null)
            return;
        var known = _stances.ToList();
        Add(claim, speakerSide, hit, act, naming);
        for (var i = _stances.Count - 1; i >= known.Count; i--)
            if (known.Exists(k => k.Question == _stances[i].Question || k.Question.Kind == QuestionKind.Name))
                _stances.RemoveAt(i);
    }

    private void Add(Claim claim, int speakerSide, PhraseHit hit, int act, Naming naming)
    {
        if (naming == Naming.Contrary)
            AddContrary(claim, speakerSide, hit, act);
        else
            AddStances(claim, speakerSide, hit, act, naming);
    }

    private static bool Counts(Claim claim, ConflictAct act, IReadOnlySet<string> around) => act.Topic is { } topic && around.Contains(topic) || (act.Topic is null || act.Past is not null) && claim.Act == ClaimAct.Accuses;

    private void AddStances(Claim claim, int speakerSide, PhraseHit hit, int act, Naming naming)
    {
        var acts = model.Acts.All;
        // Of a duty “must” says that it is one; of a deed, that it is wanted.
        var backing = !acts[act].Binding && claim.Act is ClaimAct.Demands or ClaimAct.CallsFor or ClaimAct.Promises or ClaimAct.Warns
            || !acts[act].Binding && claim.Act != ClaimAct.Accuses && !claim.ContentDenied && content.IsModal(hit);
        var negated = !backing && content.IsNegated(hit);
        var denies = claim.Act == ClaimAct.Denies && (claim.ContentDenied || !content.IsNegatedElsewhere(hit, claim.Content));
        var rejecting = claim.ContentDenied || denies || content.IsRejected(hit) || negated && claim.Act != ClaimAct.Accuses;
        // “urged Ruritania to prevent the use of Ruritanian soil”: nobody denies on the other's behalf; it is what is wanted of them.
        if (negated && claim.Act != ClaimAct.Denies && !claim.ContentDenied && acts[act].Ground == ActGround.Own && model.IsParty(speakerSide)
            && OwnerIn(hit) == model.Opposite(speakerSide))
            (backing, negated, rejecting) = (true, false, false);
        var agent = naming == Naming.Answer ? Answered(claim, speakerSide, hit) : AgentOrAccused(claim, speakerSide, hit, act, rejecting);
        if (!model.IsParty(agent))
            return;
        var denied = claim.ContentDenied || content.IsRejected(hit) || claim.Act switch
        {
            ClaimAct.Accuses => false,
            ClaimAct.Denies when denies => agent == speakerSide || content.IsNegated(hit),
            _ => negated,
        };
        if (acts[act].Past is null)
            _stances.Add(new(new(QuestionKind.Deed, act, -1, agent), denied ? 1 : 0, backing));
        else
            _stances.Add(new(new(QuestionKind.Who, act, -1, -1), denied ? model.Opposite(agent) : agent, backing));
        if (!denied)
            AddNames(act, agent, backing);
        // “no civilian was struck”, said by who struck: then it was what cannot be said of civilians.
        else if (agent == speakerSide && acts[act].Past is null)
            foreach (var other in model.Acts.Opposed[act])
                AddNames(other, agent, backing);
    }

    /// <summary>Whoever calls a deed by one name says that it was none of those that cannot name the same.</summary>
    private void AddNames(int act, int agent, bool backing)
    {
        foreach (var other in model.Acts.Opposed[act])
            _stances.Add(new(new(QuestionKind.Name, Math.Min(act, other), Math.Max(act, other), agent), act < other ? 0 : 1, backing));
    }

    /// <summary>“they leave of their own accord”: who says so rejects that they are driven out; who denies it says that they are.</summary>
    private void AddContrary(Claim claim, int speakerSide, PhraseHit hit, int act)
    {
        var one = model.Acts.All[act];
        if (one.Past is not null || !one.Standing && content.IsModal(hit) || content.IsDuty(hit))
            return;
        var backing = claim.Act is ClaimAct.Demands or ClaimAct.CallsFor or ClaimAct.Promises or ClaimAct.Warns && content.IsModal(hit);
        var turned = claim.ContentDenied || content.IsTurned(hit);
        var agent = turned ? model.Opposite(speakerSide) : IsCharge(one, act) && model.IsParty(speakerSide) && one.Agent is null ? speakerSide : Agent(claim, speakerSide, hit, one, rejecting: true);
        if (!model.IsParty(agent))
            return;
        _stances.Add(new(new(QuestionKind.Deed, act, -1, agent), turned ? 0 : 1, backing));
        // “there was no camp in any of these places”: then it was what cannot be said of camps.
        if (!turned)
            foreach (var other in model.Acts.Opposed[act])
                AddNames(other, agent, backing);
    }

    /// <summary>
    /// The state, none of the two sides, that is said to stand behind what was done to a side, or speaks of itself; −1 for none. Only of what is
    /// done from one's own ground: a third country's strikes are no charge.
    /// </summary>
    private int Accused(Claim claim, int speakerSide, PhraseHit hit, int act)
    {
        if (model.Acts.All[act] is not { Ground: ActGround.Own, Agent: null, Standing: false })
            return -1;
        if (!model.IsParty(speakerSide))
            return model.Outside(model.Actor(claim.Speaker.ActorId));
        foreach (var party in content.Parties)
            if (party.Kind == PartyKind.Actor && (party.Start < hit.End || content.IsDoer(party)))
                if (model.IsParty(party.Side))
                    return -1;
                else if (party.Actor >= 0 && model.Outside(party.Actor) is >= 0 and var named)
                    return named;
        return claim.Target is { } target && claim.Act == ClaimAct.Accuses ? model.Outside(model.Actor(target)) : -1;
    }

    /// <summary>“the band struck from Ruritania”: of an armed group whose ground is named, the charge is the other side's too.</summary>
    private bool IsOfOther(int group, int speakerSide) =>
        model.IsArmedGroup(group) && content.Parties.Exists(p => p.Kind != PartyKind.Speaker && model.IsParty(p.Side) && p.Side != speakerSide);

    /// <summary>Whether it is what only the other side would say of one: shelter given, civilians harmed.</summary>
    private bool IsCharge(ConflictAct act, int number) =>
        !act.OwnDeed && act.Past is null && (act.Ground == ActGround.Own || model.Acts.Opposed[number].Any(o => model.Acts.All[o].OwnDeed));

    /// <summary>Nobody lays a charge against himself, and whoever rejects one rejects what is said of him.</summary>
    private int AgentOrAccused(Claim claim, int speakerSide, PhraseHit hit, int act, bool rejecting)
    {
        var one = model.Acts.All[act];
        var agent = Agent(claim, speakerSide, hit, one, rejecting);
        if (!model.IsParty(agent) || !model.IsParty(speakerSide) || one.Agent is not null || claim.Act == ClaimAct.Confirms || !IsCharge(one, act))
            return agent;
        return rejecting ? OwnerIn(hit) is >= 0 and var owner && one.Ground == ActGround.Own ? owner : speakerSide : agent == speakerSide ? model.Opposite(speakerSide) : agent;
    }

    private void AddCharge(Claim claim, int speakerSide, PhraseHit hit, int act, int accused)
    {
        var rejecting = claim.Act == ClaimAct.Denies || claim.ContentDenied || content.IsNegated(hit) || content.IsRejected(hit) || content.CallsBaseless;
        if (claim.Act is ClaimAct.Demands or ClaimAct.CallsFor or ClaimAct.Promises || model.IsParty(speakerSide) == rejecting)
            return;
        _stances.Add(new(new(QuestionKind.Charge, act, -1, accused), rejecting ? 1 : 0, false));
    }

    /// <summary>Who is said to have begun what this deed answers: the other side of whoever answered.</summary>
    private int Answered(Claim claim, int speakerSide, PhraseHit hit)
    {
        if (claim.Act == ClaimAct.Accuses && model.SideOfActor(claim.Target) is >= 0 and var target && target != speakerSide)
            return target;
        return model.IsParty(speakerSide) ? model.Opposite(speakerSide) : model.Opposite(Named(hit, speakerSide, ActGround.Any, blames: true));
    }

    private int Agent(Claim claim, int speakerSide, PhraseHit hit, ConflictAct act, bool rejecting)
    {
        if (act.Agent is { } only)
            return model.Side(only);
        if (act.OwnDeed && model.IsParty(speakerSide) && !(claim.Act is ClaimAct.Accuses or ClaimAct.Condemns && model.IsParty(model.SideOfActor(claim.Target))))
            return Doer(hit, speakerSide) is >= 0 and var doer ? doer : rejecting ? model.Opposite(speakerSide) : speakerSide;
        // “denied that it had a hand”: of a third party's deeds neither of the two is asked.
        if (rejecting && !model.IsParty(speakerSide) && content.Parties.Any(p => p.Kind == PartyKind.Speaker && p.Start < hit.End))
            return -1;
        var named = act.Ground == ActGround.Own && OwnerIn(hit) is >= 0 and var owner ? owner : Named(hit, speakerSide, act.Ground, blames: act.Past is not null);
        var target = model.SideOfActor(claim.Target);
        var charged = claim.Act is ClaimAct.Accuses or ClaimAct.Condemns;
        if (model.IsParty(named) && !(charged && named == speakerSide))
            return named;
        if (charged && model.IsParty(target) && target != speakerSide)
            return target;
        // “a third country uses the rebels”: whom it is said to use; of itself it says nothing about the two.
        if (act.Ground != ActGround.Own && named >= 0 && !model.IsParty(named))
            return charged ? content.Parties.Select(p => p.Kind == PartyKind.Actor ? p.Side : -1).FirstOrDefault(s => model.IsParty(s) && s != speakerSide, -1) : -1;
        // “trashed as designed to please terrorists the reports that civilians were killed”: who denies denies his own side's deed.
        if (rejecting && named == Outsider && model.IsParty(speakerSide) && (claim.Act == ClaimAct.Denies || claim.ContentDenied) && act.Ground == ActGround.Other)
            return speakerSide;
        if (act.Ground != ActGround.Own && named == Outsider || charged && target >= 0 && !model.IsParty(target) && OnGround(claim, act) < 0)
            return -1;
        if (claim.Act == ClaimAct.Confirms && model.IsParty(speakerSide))
            return speakerSide;
        if (rejecting && model.IsParty(speakerSide))
            return speakerSide;
        if (OnGround(claim, act) is >= 0 and var ground && (!charged || ground != speakerSide))
            return ground;
        if (model.IsParty(target) && !model.IsParty(speakerSide))
            return target;
        if (act.Named)
            return -1;
        // “the strikes were aimed at bases of the rebels”: who says what they were aimed at made them.
        return IsToldAsOwn(act) && model.IsParty(speakerSide) && !charged ? speakerSide : model.Opposite(speakerSide);
    }

    /// <summary>Whether the words also name it as a side names its own deeds of that kind.</summary>
    private bool IsToldAsOwn(ConflictAct act) => act.Ground == ActGround.Other && act.Topic is not null && content.Acts.Exists(h =>
        model.Acts.All[ActList.Act(h)] is { OwnDeed: true } own && own.Topic == act.Topic && ActList.NamingOf(h) == Naming.Plain && model.Acts.Opposed[ActList.Act(h)].Length > 0);

    /// <summary>A party other than the two.</summary>
    private const int Outsider = -2;

    /// <summary>Whose deed the words say it is: “Ruritanian strikes”, “strikes by the army”, “it carried out strikes”; −1 where they do not.</summary>
    private int Named(PhraseHit hit, int speakerSide, ActGround ground, bool blames)
    {
        if (Doer(hit, speakerSide) is not -1 and var doer)
            return doer;
        if (blames && content.Parties.FirstOrDefault(p => p.Kind == PartyKind.Actor && p.Start >= hit.End && content.IsCause(p)) is { End: > 0 } cause)
            return Side(cause, speakerSide);
        var subject = -1;
        foreach (var party in content.Parties)
        {
            // “its non-cooperative attitude” is the other's of whom was just spoken: nobody blames himself.
            if (party.Start >= hit.End || party.Kind == PartyKind.Ground || content.IsVictim(party) || blames && party is { Kind: PartyKind.Speaker, First: false })
                continue;
            var side = Side(party, speakerSide);
            if (party.End <= hit.Start && hit.Start - party.End <= 1 && party.Kind == PartyKind.Actor)
                return side;
            if (subject < 0 && (side >= 0 || ground != ActGround.Own))
                subject = side;
        }

        return subject;
    }

    /// <summary>Whose ground the words of an act name: “use of Ruritanian soil”; −1 where they name none.</summary>
    private int OwnerIn(PhraseHit hit)
    {
        foreach (var party in content.Parties)
            if (party.Kind == PartyKind.Ground && model.IsParty(party.Side) && !content.IsToward(party) && party.Start <= hit.End && party.End >= hit.Start)
                return party.Side;
        return -1;
    }

    /// <summary>Who stands after “by”.</summary>
    private int Doer(PhraseHit hit, int speakerSide)
    {
        foreach (var party in content.Parties)
            if (party.Kind == PartyKind.Actor && party.Start >= hit.End && party.Start - hit.End <= 8 && content.IsDoer(party))
                return Side(party, speakerSide);
        return -1;
    }

    private int Side(Party party, int speakerSide) =>
        party.Kind == PartyKind.Speaker ? speakerSide : model.IsParty(party.Side) ? party.Side : Outsider;

    /// <summary>The side that the ground points to: shelter is given on one's own, strikes are made on the other's.</summary>
    private int OnGround(Claim claim, ConflictAct act)
    {
        if (act.Ground == ActGround.Any)
            return -1;
        var owner = content.Parties.Where(p => p.Kind == PartyKind.Ground && model.IsParty(p.Side) && !content.IsDoer(p)).Select(p => p.Side).FirstOrDefault(-1);
        if (owner < 0 && !content.Parties.Exists(p => p.Kind == PartyKind.Ground && content.IsDoer(p)))
            owner = claim.Places.Select(p => model.Places.SideOf(model.Places.Find(p))).FirstOrDefault(model.IsParty, -1);
        return owner < 0 ? -1 : act.Ground == ActGround.Own ? owner : model.Opposite(owner);
    }
}
