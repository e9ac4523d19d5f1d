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

    public static List<NotComparable> Find(
        ConflictModel model, DisputeWriter writer, Question question, (EpisodeId Id, OrderedItems<Answer> Items) earlier,
        (EpisodeId Id, OrderedItems<Answer> Items) later)
    {
        if (later.Id.From - earlier.Id.To > FarthestDays)
            return [];
        var name = model.Acts.All[question.Act].Name + (question.Other >= 0 ? " / " + model.Acts.All[question.Other].Name : "");
        var days = (First: Days.Of(earlier.Id.Window), Second: Days.Of(later.Id.Window));
        var seconds = Telling(later.Items);
        var pairs =
            from a in Telling(earlier.Items)
            from b in seconds
            where a.Stance.Answer != b.Stance.Answer && a.Claim != b.Claim && a.Claim.Side != b.Claim.Side
            select NotComparablePair.Of(a.Claim, b.Claim, ApartReason.Days,
                writer.Text(TextName.ApartDays, ("act", name), ("first", days.First), ("second", days.Second)),
                $"same act: {name}", $"other days: {days.First}, {days.Second}");
        return [.. pairs.Take(MostPairs)];

        // A few of each answer are enough to find the pairs; a burst can have thousands.
        static List<Answer> Telling(OrderedItems<Answer> items) =>
            FirstOfEach(items, static (in Cell c) => c.Stands == SidePlace.Third ? null : (c.Said, c.Side));
    }

    /// <summary>The same for figures: the dead of one night are not those of the next.</summary>
    public static List<NotComparable> Find(
        DisputeWriter writer, FigureKey key, (EpisodeId Id, OrderedItems<FigureClaim> Items) earlier,
        (EpisodeId Id, OrderedItems<FigureClaim> Items) later)
    {
        if (later.Id.From - earlier.Id.To > FarthestDays)
            return [];
        var days = (First: Days.Of(earlier.Id.Window), Second: Days.Of(later.Id.Window));
        var seconds = Telling(later.Items);
        var pairs =
            from a in Telling(earlier.Items)
            from b in seconds
            where a.Claim.Side != b.Claim.Side && !a.Figure.Overlaps(b.Figure)
            select NotComparablePair.Of(a.Claim, b.Claim, ApartReason.Days,
                writer.Text(TextName.ApartDaysFigure, ("first", $"{a.Figure.Named} ({days.First})"), ("second", $"{b.Figure.Named} ({days.Second})")),
                $"same measure: {key.Measure}", $"same group: {key.Group}", $"other days: {days.First}, {days.Second}");
        return [.. pairs.Take(MostPairs)];

        static List<FigureClaim> Telling(OrderedItems<FigureClaim> items) =>
            FirstOfEach(items, static (in Cell c) => c.Side < 0 ? null : (0, c.Side));
    }

    /// <summary>What counts as of one kind; null for what doesn't count.</summary>
    private delegate (int, int)? KindOf(in Cell cell);

    /// <summary>The first few of each kind, kinds in the order in which they first come. There are a handful of kinds and thousands of items.</summary>
    private static List<T> FirstOfEach<T>(OrderedItems<T> items, KindOf kindOf) where T : class, IDated, IComparable<T>
    {
        List<((int, int) Kind, List<T> Items)> kinds = [];
        var cells = items.Cells;
        for (var rank = 0; rank < cells.Length; rank++)
        {
            if (cells[rank].Aside || kindOf(cells[rank]) is not { } kind)
                continue;
            var place = 0;
            while (place < kinds.Count && kinds[place].Kind != kind)
                place++;
            if (place == kinds.Count)
                kinds.Add((kind, [items[rank]]));
            else if (kinds[place].Items.Count < MostPairs)
                kinds[place].Items.Add(items[rank]);
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
