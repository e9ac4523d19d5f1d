using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Records that a denial of one night does not answer what is said of the next.</summary>
internal static class OtherDays
{
    /// <summary>Enough to look up why two claims are not set against each other, without listing every pair of a long conflict.</summary>
    private const int MostPairs = 3;

    /// <summary>Beyond this many days nobody takes one event for the other.</summary>
    private const int FarthestDays = 60;

    public static void Find(
        ConflictModel model, DisputeWriter writer, Question question, (EpisodeId Id, IReadOnlyList<Answer> Items) earlier,
        (EpisodeId Id, IReadOnlyList<Answer> Items) later, List<NotComparable> apart)
    {
        if (later.Id.From - earlier.Id.To > FarthestDays)
            return;
        var pairs =
            from a in Telling(earlier.Items)
            from b in Telling(later.Items)
            where a.Stance.Answer != b.Stance.Answer && a.Claim != b.Claim && a.Claim.Side != b.Claim.Side
            select (a, b);
        foreach (var (a, b) in pairs.Take(MostPairs))
            apart.Add(NotComparablePair.Of(a.Claim, b.Claim, writer.Text(TextName.ApartDays, ("act", model.Acts.All[question.Act].Name),
                ("first", Days.Of(earlier.Id.Window)), ("second", Days.Of(later.Id.Window)))));

        // A few of each answer are enough to find the pairs; a burst can have thousands.
        IEnumerable<Answer> Telling(IReadOnlyList<Answer> items) => items.Where(i => !i.Stance.Backing && model.IsParty(i.Claim.Side))
            .GroupBy(i => (i.Stance.Answer, i.Claim.Side)).SelectMany(g => g.Take(MostPairs));
    }
}

/// <summary>Puts the two claims of a verdict in order.</summary>
internal static class NotComparablePair
{
    public static NotComparable Of(ClaimFacts first, ClaimFacts second, string why) =>
        string.CompareOrdinal(first.Key, second.Key) <= 0 ? new(first.Key, second.Key, why) : new(second.Key, first.Key, why);
}
