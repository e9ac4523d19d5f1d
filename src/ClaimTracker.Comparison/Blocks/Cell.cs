using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What passes over an episode read of one of its items.</summary>
/// <remarks>
/// The cells of an episode lie side by side in the order of its items. A burst has thousands of items, whose claims and articles lie all over
/// the memory: fetching them for every pass costs many times what is then done with them. What is written out of the few that are told comes
/// from the items themselves. A cell refers to nothing, so that moving thousands of them, to let one in between, concerns no collector.
/// </remarks>
internal readonly struct Cell
{
    private readonly byte _stands;

    /// <summary>Where the item lies.</summary>
    public required int Slot { get; init; }

    /// <summary>The claim's number.</summary>
    public required int Claim { get; init; }

    /// <summary>Number, in the block, of the list of the claim's topics.</summary>
    public required int Topics { get; init; }

    /// <summary>The claim's.</summary>
    public required double Confidence { get; init; }

    /// <summary>The article's number.</summary>
    public required int Article { get; init; }

    /// <summary>The outlet's number in the block; below zero and like no other where nothing tells the outlet.</summary>
    public required int Outlet { get; init; }

    /// <summary>The actor who speaks.</summary>
    public required int Speaker { get; init; }

    /// <summary>The day on which it was said; <see cref="int.MinValue"/> where that isn't known.</summary>
    public required int Day { get; init; }

    /// <summary>Whether the day is that on which it was said, not the article's.</summary>
    public required bool SaidKnown { get; init; }

    /// <summary>Whether it stands in the headline.</summary>
    public required bool InTitle { get; init; }

    /// <summary>Number, in the block, of the list of places by which items are parted.</summary>
    public required int Places { get; init; }

    /// <summary>Number, in the block, of the list of places that the claim names.</summary>
    public required int Named { get; init; }

    /// <summary>What it says, as its block counts: an answer, the number of a figure's form or of whom a number counts.</summary>
    public required int Said { get; init; }

    /// <summary>Number, in the block, of the sort of people that a figure counts; −1 where nothing tells.</summary>
    public required short Sort { get; init; }

    /// <summary>The side; −1 for none.</summary>
    public required short Side { get; init; }

    /// <summary>Where the side stands; third for none.</summary>
    public required SidePlace Stands
    {
        get => (SidePlace)_stands;
        init => _stands = checked((byte)value);
    }

    /// <summary>Whether it doesn't say so itself: it only leans that way, or rejects the figure.</summary>
    public required bool Aside { get; init; }
}
