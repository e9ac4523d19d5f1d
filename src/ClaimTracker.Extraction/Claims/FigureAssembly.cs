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

    private readonly Dictionary<string, string?> _families = new(StringComparer.Ordinal);

    /// <summary>When a claim was said and when what it tells took place. Ask in reading order.</summary>
    public Claim WithDays(Claim claim, int index, FoundAttribution found, FigureReading figures)
    {
        var said = figures.Speech.SaidOn(index, claim.Speaker.ActorId, FamilyOf(claim.Speaker.ActorId));
        return claim with { SaidOn = said, EventDate = figures.Events.Of(found.Content, said, claim.Topics, figures.Speech.Expression(index)) };
    }

    /// <summary>The statistics of the article; <paramref name="claims"/> are given the ids of those in their content.</summary>
    /// <param name="claims">The claims, in reading order; changed in place.</param>
    /// <param name="attributions">The attribution of each claim.</param>
    /// <param name="figures">The article's numbers and times.</param>
    public static IReadOnlyList<Statistic> Join(List<Claim> claims, IReadOnlyList<FoundAttribution> attributions, FigureReading figures)
    {
        var parts = new ClaimParts(attributions);
        var found = figures.Find(token => parts.Innermost(token, c => claims[c].SaidOn is not null) is >= 0 and var told ? claims[told].SaidOn!.To : null);
        var statistics = new Statistic[found.Count];
        var speakers = new Speaker?[found.Count];
        for (var i = 0; i < statistics.Length; i++)
        {
            var id = found[i].Statistic.Id;
            var token = found[i].Range.Start;
            parts.ForEach(token, c => claims[c] = claims[c] with { Statistics = [.. claims[c].Statistics, id] });
            // “Ruritania had over 12,800”: a number that takes up another one is its speaker's, where no claim holds it.
            speakers[i] = parts.Innermost(token, static _ => true) is >= 0 and var inner ? claims[inner].Speaker
                : found[i].Follows >= 0 ? speakers[found[i].Follows] : null;
            statistics[i] = found[i].ClaimedBy(speakers[i]?.ActorId, speakers[i]?.Side);
        }

        return statistics;
    }

    /// <summary>The outermost actor to whom one belongs: what a ministry and its spokesman have in common.</summary>
    private string? FamilyOf(string actor)
    {
        if (_families.Count == 0)
        {
            foreach (var known in names.Actors)
                _families[known.Actor.Id] = known.Actor.Parent;
        }

        if (!_families.ContainsKey(actor))
            return null;
        for (var steps = 0; steps < DeepestFamily && _families.GetValueOrDefault(actor) is { } parent; steps++)
            actor = parent;
        return actor;
    }
}
