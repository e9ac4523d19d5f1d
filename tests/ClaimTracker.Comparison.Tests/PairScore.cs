using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>Holds disputes, repeats and sums against the reference annotation.</summary>
/// <remarks>
/// A pair counts where two claims stand in different positions of one dispute; a third party and the left side do not oppose each other.
/// Pairs with a claim that only supports its position, and those that the annotation leaves open, cost and earn nothing.
/// </remarks>
internal sealed record PairScore(
    int Disputes, int DisputesFound, int Wanted, int Hit, int Predicted, int Wrong, IReadOnlyList<string> Broken, int Repeats, int RepeatsFound, int Sums,
    int SumsFound, IReadOnlyList<string> Notes)
{
    public double Precision => Predicted == 0 ? 1 : (double)(Predicted - Wrong) / Predicted;

    public double Recall => (double)Hit / Wanted;

    public static PairScore Of(Comparisons found)
    {
        var gold = GoldSeeds.Root;
        var wanted = new Dictionary<(string, string), string>();
        var neutral = Pairs(gold.GetProperty("unscoredPairs"));
        var never = Pairs(gold.GetProperty("notDisputes"));
        foreach (var dispute in gold.GetProperty("disputes").EnumerateArray())
            foreach (var (a, b) in Opposed([.. dispute.GetProperty("positions").EnumerateArray()], p => p.GetProperty("side").GetString()!))
            {
                neutral.UnionWith(from x in Keys(a, "claims").Concat(Keys(a, "supporting")) from y in Keys(b, "claims").Concat(Keys(b, "supporting")) select Pair(x, y));
                foreach (var x in Keys(a, "claims"))
                    foreach (var y in Keys(b, "claims"))
                        wanted[Pair(x, y)] = dispute.GetProperty("id").GetString()!;
            }

        var (predicted, wrong, hits) = (0, 0, new HashSet<(string, string)>());
        List<string> broken = [], notes = [];
        foreach (var dispute in found.Disputes)
            foreach (var (a, b) in Opposed(dispute.Positions, p => p.Side))
                foreach (var pair in from x in a.Claims from y in b.Claims select Pair(x, y))
                {
                    var right = wanted.ContainsKey(pair);
                    if (never.Contains(pair) && !right && !neutral.Contains(pair))
                        broken.Add($"{pair} in {dispute.Slug}");
                    if (right)
                        hits.Add(pair);
                    if (right || !neutral.Contains(pair))
                        predicted++;
                    if (right || neutral.Contains(pair))
                        continue;
                    wrong++;
                    notes.Add($"wrong: {pair} in {dispute.Slug}");
                }

        notes.AddRange(wanted.Where(w => !hits.Contains(w.Key)).Select(w => $"missed: {w.Key} of {w.Value}"));
        var same = Together(gold.GetProperty("repeats").EnumerateArray()
            .Where(r => r.GetProperty("kind").GetString() == "same_statement" && r.GetProperty("scope").GetString() == "across_articles")
            .Select(r => Keys(r, "claims"))).Where(p => p.Item1[..3] != p.Item2[..3]).ToHashSet();
        var repeats = Together(found.Repeats.Select(r => r.Claims)).ToHashSet();
        notes.AddRange(same.Except(repeats).Select(p => $"repeat missed: {p}"));
        var sums = gold.GetProperty("arithmetic").EnumerateArray().Select(a => a.GetProperty("total").GetString()!).ToList();
        return new(gold.GetProperty("disputes").GetArrayLength(), hits.Select(h => wanted[h]).Distinct().Count(), wanted.Count, hits.Count, predicted, wrong,
            broken, same.Count, same.Count(repeats.Contains), sums.Count, sums.Count(s => found.Arithmetic.Any(a => a.Total == s)), notes);
    }

    public override string ToString() => FormattableString.Invariant(
        $"disputes {DisputesFound}/{Disputes}, pairs precision {Precision:0.000} recall {Recall:0.000} ({Hit}/{Wanted}), broken {Broken.Count}, repeats {RepeatsFound}/{Repeats}, sums {SumsFound}/{Sums}");

    private static HashSet<(string, string)> Pairs(JsonElement list) =>
        [.. list.EnumerateArray().Select(p => Keys(p, "claims")).Where(k => k.Count > 1).Select(k => Pair(k[0], k[1]))];

    private static IEnumerable<(string, string)> Together(IEnumerable<IReadOnlyList<string>> sets) =>
        from set in sets from x in set from y in set where string.CompareOrdinal(x, y) < 0 select Pair(x, y);

    private static IEnumerable<(T, T)> Opposed<T>(IReadOnlyList<T> positions, Func<T, string> side) =>
        from i in Enumerable.Range(0, positions.Count)
        from j in Enumerable.Range(i + 1, positions.Count - i - 1)
        where !(side(positions[i]), side(positions[j])).Equals(("pakistan", "third_party"))
            && !(side(positions[i]), side(positions[j])).Equals(("third_party", "pakistan"))
        select (positions[i], positions[j]);

    private static IReadOnlyList<string> Keys(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(c => c.GetString()!)] : [];

    private static (string, string) Pair(string x, string y) => string.CompareOrdinal(x, y) < 0 ? (x, y) : (y, x);
}
