using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Gives claims their days and numbers, and numbers the speaker who claims them.</summary>
internal sealed class FigureAssembly(ActorNames names)
{
    /// <summary>Steps from a member to the outermost body; a dossier with a longer chain is no dossier.</summary>
    private const int DeepestFamily = 8;

    private readonly ClaimParts _parts = new();
    private readonly List<int> _holding = [];
    private readonly List<(int Claim, int Statistic)> _held = [];

    /// <summary>When a claim was said and when what it tells took place. Ask in reading order.</summary>
    public (DateRange? Said, DateRange? Took) Days(int index, FoundAttribution found, Participant speaker, IReadOnlyList<string> topics, FigureReading figures)
    {
        var said = figures.Speech.SaidOn(index, speaker.Id, (speaker.Known ?? names.Find(speaker.Id)) is { } known ? FamilyOf(known) : null);
        return (said, figures.Events.Of(found.Content, said, topics, figures.Speech.Expression(index)));
    }

    /// <summary>The statistics of the article; <paramref name="claims"/> are given the ids of those in their content.</summary>
    /// <param name="claims">The claims, in reading order; changed in place.</param>
    /// <param name="attributions">The attribution of each claim.</param>
    /// <param name="figures">The article's numbers and times.</param>
    public IReadOnlyList<Statistic> Join(List<Claim> claims, IReadOnlyList<FoundAttribution> attributions, FigureReading figures)
    {
        _parts.Read(attributions);
        _held.Clear();
        var found = figures.Find(token => _parts.Innermost(token, claims) is >= 0 and var told ? claims[told].SaidOn!.To : null);
        if (found.Count == 0)
            return [];
        var statistics = new Statistic[found.Count];
        var speakers = new Speaker?[found.Count];
        for (var i = 0; i < statistics.Length; i++)
        {
            var token = found[i].Range.Start;
            // “Ruritania had over 12,800”: a number that takes up another one is its speaker's, where no claim holds it.
            speakers[i] = _parts.Asserted(token, claims) is >= 0 and var inner ? claims[inner].Speaker
                : found[i].Follows >= 0 ? speakers[found[i].Follows] : null;
            statistics[i] = found[i].ClaimedBy(speakers[i]?.ActorId, speakers[i]?.Side);
            _holding.Clear();
            _parts.Holding(token, _holding);
            foreach (var claim in _holding)
                _held.Add((claim, i));
        }

        Assign(claims, statistics);
        return statistics;
    }

    /// <summary>Gives each claim the ids of its statistics.</summary>
    private void Assign(List<Claim> claims, Statistic[] statistics)
    {
        _held.Sort(static (a, b) => a.Claim != b.Claim ? a.Claim.CompareTo(b.Claim) : a.Statistic.CompareTo(b.Statistic));
        for (var i = 0; i < _held.Count;)
        {
            var (claim, first) = (_held[i].Claim, i);
            while (i < _held.Count && _held[i].Claim == claim)
                i++;
            var ids = new string[i - first];
            for (var k = first; k < i; k++)
                ids[k - first] = statistics[_held[k].Statistic].Id;
            claims[claim] = claims[claim] with { Statistics = ids };
        }
    }

    /// <summary>The outermost actor to whom one belongs: what a ministry and its spokesman have in common.</summary>
    private string FamilyOf(KnownActor actor)
    {
        for (var steps = 0; steps < DeepestFamily && actor.Parent >= 0; steps++)
            actor = names.Actors[actor.Parent];
        return actor.Actor.Id;
    }
}
