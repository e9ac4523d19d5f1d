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
        var name = model.Acts.All[question.Act].Name + (question.Other >= 0 ? " / " + model.Acts.All[question.Other].Name : "");
        var seconds = Telling(later.Items);
        var pairs =
            from a in Telling(earlier.Items)
            from b in seconds
            where a.Stance.Answer != b.Stance.Answer && a.Claim != b.Claim && a.Claim.Side != b.Claim.Side
            select (a, b);
        foreach (var (a, b) in pairs.Take(MostPairs))
            apart.Add(NotComparablePair.Of(a.Claim, b.Claim, ApartReason.Days,
                writer.Text(TextName.ApartDays, ("act", name), ("first", Days.Of(earlier.Id.Window)), ("second", Days.Of(later.Id.Window))),
                $"same act: {name}", $"other days: {Days.Of(earlier.Id.Window)}, {Days.Of(later.Id.Window)}"));

        // A few of each answer are enough to find the pairs; a burst can have thousands.
        List<Answer> Telling(IReadOnlyList<Answer> items) =>
            FirstOfEach(items, i => !i.Stance.Backing && model.IsParty(i.Claim.Side), i => (i.Stance.Answer, i.Claim.Side));
    }

    /// <summary>The same for figures: the dead of one night are not those of the next.</summary>
    public static void Find(
        DisputeWriter writer, FigureKey key, (EpisodeId Id, IReadOnlyList<FigureClaim> Items) earlier,
        (EpisodeId Id, IReadOnlyList<FigureClaim> Items) later, List<NotComparable> apart)
    {
        if (later.Id.From - earlier.Id.To > FarthestDays)
            return;
        var days = (First: Days.Of(earlier.Id.Window), Second: Days.Of(later.Id.Window));
        var seconds = Telling(later.Items);
        var pairs =
            from a in Telling(earlier.Items)
            from b in seconds
            where a.Claim.Side != b.Claim.Side && !a.Figure.Overlaps(b.Figure)
            select (a, b);
        foreach (var (a, b) in pairs.Take(MostPairs))
            apart.Add(NotComparablePair.Of(a.Claim, b.Claim, ApartReason.Days,
                writer.Text(TextName.ApartDaysFigure, ("first", $"{a.Figure.Named} ({days.First})"), ("second", $"{b.Figure.Named} ({days.Second})")),
                $"same measure: {key.Measure}", $"same group: {key.Group}", $"other days: {days.First}, {days.Second}"));

        List<FigureClaim> Telling(IReadOnlyList<FigureClaim> items) =>
            FirstOfEach(items, i => i.Claim.Side >= 0 && !i.Figure.Rejected, i => (0, i.Claim.Side));
    }

    /// <summary>The first few of each kind, kinds in the order in which they first come. There are a handful of kinds and thousands of items.</summary>
    private static List<T> FirstOfEach<T>(IReadOnlyList<T> items, Func<T, bool> counts, Func<T, (int, int)> kindOf)
    {
        List<((int, int) Kind, List<T> Items)> kinds = [];
        for (var i = 0; i < items.Count; i++)
        {
            if (!counts(items[i]))
                continue;
            var kind = kindOf(items[i]);
            var place = 0;
            while (place < kinds.Count && kinds[place].Kind != kind)
                place++;
            if (place == kinds.Count)
                kinds.Add((kind, [items[i]]));
            else if (kinds[place].Items.Count < MostPairs)
                kinds[place].Items.Add(items[i]);
        }

        return [.. kinds.SelectMany(k => k.Items)];
    }
}

/// <summary>Puts the two claims of a verdict in order.</summary>
internal static class NotComparablePair
{
    public static NotComparable Of(ClaimFacts first, ClaimFacts second, ApartReason reason, string why, params string[] features)
    {
        var (one, other) = string.CompareOrdinal(first.Key, second.Key) <= 0 ? (first, second) : (second, first);
        return new(one.Key, other.Key, reason, why) { Features = features, Score = Math.Round(Math.Min(one.Confidence, other.Confidence), 3) };
    }
}
