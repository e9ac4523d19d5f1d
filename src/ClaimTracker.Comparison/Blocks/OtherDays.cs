using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Records that a denial of one night does not answer what is said of the nights around it.</summary>
internal static class OtherDays
{
    /// <summary>Enough to look up why two claims are not set against each other, without listing every pair of a long conflict.</summary>
    private const int MostPairs = 3;

    public static void Find(ConflictModel model, DisputeWriter writer, List<Episode<Answer>> episodes, List<NotComparable> apart)
    {
        var dated = episodes.Where(e => e.Window.IsEvent).OrderBy(e => e.Window.From).ThenBy(e => e.Window.To).ToList();
        for (var i = 1; i < dated.Count; i++)
        {
            var (earlier, later) = (dated[i - 1], dated[i]);
            if (earlier.Window.Fits(later.Window))
                continue;
            var why = writer.Text(TextName.ApartDays, ("first", Days.Of(earlier.Window)), ("second", Days.Of(later.Window)));
            var pairs = from a in earlier.Items
                        from b in later.Items
                        where !a.Stance.Backing && !b.Stance.Backing && a.Stance.Answer != b.Stance.Answer && a.Claim != b.Claim
                            && model.IsParty(a.Claim.Side) && model.IsParty(b.Claim.Side) && a.Claim.Side != b.Claim.Side
                        select NotComparablePair.Of(a.Claim, b.Claim, why);
            apart.AddRange(pairs.Take(MostPairs));
        }
    }
}

/// <summary>Puts the two claims of a verdict in order.</summary>
internal static class NotComparablePair
{
    public static NotComparable Of(ClaimFacts first, ClaimFacts second, string why) =>
        string.CompareOrdinal(first.Key, second.Key) <= 0 ? new(first.Key, second.Key, why) : new(second.Key, first.Key, why);
}
