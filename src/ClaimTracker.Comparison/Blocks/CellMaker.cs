using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Makes the cells of one block. What its items have in common is counted from nothing, so that passes can keep arrays by it.</summary>
internal sealed class CellMaker(ConflictModel model)
{
    private readonly Numbers<string> _outlets = new(StringComparer.Ordinal);

    /// <summary>Lists of places and of topics: few, each kept once.</summary>
    public Numbers<int[]> Lists { get; } = new(ReferenceEqualityComparer.Instance);

    /// <param name="claim">The item's claim.</param>
    /// <param name="places">By which it is parted from others.</param>
    /// <param name="said">What it says.</param>
    /// <param name="aside">Whether it doesn't say so itself.</param>
    /// <param name="sort">The sort of people counted.</param>
    public Cell Of(ClaimFacts claim, int[] places, int said, bool aside, int sort = -1) => new()
    {
        Slot = -1,
        Claim = claim.Number,
        Topics = Lists.Of(claim.Topics),
        Confidence = claim.Confidence,
        Article = claim.Article.Number,
        Outlet = claim.Article.Source is { } source ? _outlets.Of(source) : ~claim.Article.Number,
        Speaker = claim.Speaker,
        Day = claim.Day ?? int.MinValue,
        SaidKnown = claim.SaidKnown,
        InTitle = claim.InTitle,
        Places = Lists.Of(places),
        Named = Lists.Of(claim.Places),
        Said = said,
        Sort = checked((short)sort),
        Side = checked((short)claim.Side),
        Stands = model.PlaceOf(claim.Side),
        Aside = aside,
    };
}
