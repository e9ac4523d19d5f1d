using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Two speakers and the contested questions on which they hold different positions.</summary>
public sealed record Contradiction(ActorRef One, ActorRef Other, IReadOnlyList<DisputeRow> Questions);

/// <summary>Who contradicts whom, on how many questions.</summary>
public static class Contradictions
{
    /// <summary>Pairs of speakers, each once, those with most questions first. Positions of third parties are left out: they can agree with either side.</summary>
    public static IReadOnlyList<Contradiction> Of(IEnumerable<DisputeRow> disputes, SideRegister sides) =>
    [
        .. disputes.SelectMany(d => Pairs(d, sides)).GroupBy(p => (p.One.Id, p.Other.Id))
            .Select(g => new Contradiction(g.First().One, g.First().Other, [.. g.Select(p => p.Question)]))
            .OrderByDescending(c => c.Questions.Count).ThenBy(c => c.One.Name, StringComparer.Ordinal).ThenBy(c => c.Other.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whom one speaker contradicts.</summary>
    public static IReadOnlyList<(ActorRef Whom, IReadOnlyList<DisputeRow> Questions)> By(string actor, IEnumerable<DisputeRow> disputes, SideRegister sides) =>
        [.. Of(disputes, sides).Where(c => c.One.Id == actor || c.Other.Id == actor).Select(c => (c.One.Id == actor ? c.Other : c.One, c.Questions))];

    private static IEnumerable<(ActorRef One, ActorRef Other, DisputeRow Question)> Pairs(DisputeRow dispute, SideRegister sides)
    {
        var speakers = dispute.Positions.Where(p => sides.Of(p.Side).Place is not SidePlace.Third).Select(p => p.Claims.Select(c => c.Speaker).DistinctBy(s => s.Id).ToList()).ToList();
        return (from i in Enumerable.Range(0, speakers.Count)
                from j in Enumerable.Range(i + 1, speakers.Count - i - 1)
                from a in speakers[i]
                from b in speakers[j]
                where a.Id != b.Id
                select string.CompareOrdinal(a.Id, b.Id) < 0 ? (a, b, dispute) : (b, a, dispute)).DistinctBy(p => (p.Item1.Id, p.Item2.Id));
    }
}

/// <summary>A small matrix of who contradicts whom: speakers of the left side in rows, whom they contradict in columns.</summary>
/// <param name="Rows">Of the left side, those with most contradictions first.</param>
/// <param name="Columns">The others, likewise.</param>
public sealed record ContradictionMatrix(IReadOnlyList<ActorRef> Rows, IReadOnlyList<ActorRef> Columns, IReadOnlyDictionary<(string Row, string Column), Contradiction> Cells)
{
    /// <summary>A matrix that nobody can look over is a hairball.</summary>
    private const int MostRows = 10;
    private const int MostColumns = 7;

    public static ContradictionMatrix Of(IReadOnlyList<DisputeRow> disputes, SideRegister sides)
    {
        var pairs = Contradictions.Of(disputes, sides)
            .Select(c => sides.Of(c.One.Side).Place is SidePlace.Left ? c : c with { One = c.Other, Other = c.One })
            .Where(c => sides.Of(c.One.Side).Place is SidePlace.Left && sides.Of(c.Other.Side).Place is not SidePlace.Left).ToList();
        var rows = Most(pairs, c => c.One, MostRows);
        var columns = Most(pairs, c => c.Other, MostColumns).OrderBy(a => sides.Of(a.Side).Place).ToList();
        // A cell names its questions; their claims, of which there can be thousands, are let go.
        return new(rows, columns, pairs.ToDictionary(c => (c.One.Id, c.Other.Id), c => c with { Questions = [.. c.Questions.Select(q => q with { Positions = [] })] }));
    }

    private static List<ActorRef> Most(List<Contradiction> pairs, Func<Contradiction, ActorRef> who, int most) =>
        [.. pairs.GroupBy(c => who(c).Id).OrderByDescending(g => g.SelectMany(c => c.Questions).DistinctBy(q => q.Slug).Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(most).Select(g => who(g.First()))];
}
