using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What was said last by a speaker, by those above or by those below it, while items come in the order in which they were said.</summary>
internal sealed class LatestOfChain<T>(ConflictModel model, OrderedItems<T> items) where T : class, IDated, IComparable<T>
{
    private readonly Dictionary<int, Actor> _actors = [];
    private int _count;

    /// <summary>Adds an item.</summary>
    /// <param name="rank">Its rank.</param>
    /// <returns>The rank of the latest before it that is another claim than this one, neither inside the other; −1 for none.</returns>
    public int Add(int rank)
    {
        var chain = ActorOf(items.Cells[rank].Speaker).Chain;
        var found = Latest(chain[0].Below, rank);
        for (var i = 1; i < chain.Length; i++)
            if (Latest(chain[i].Own, rank) is var own && own.Number > found.Number)
                found = own;
        chain[0].Own.Put(_count, rank);
        foreach (var actor in chain)
            actor.Below.Put(_count, rank);
        _count++;
        return found.Rank;
    }

    private Actor ActorOf(int number)
    {
        var actor = Find(number);
        if (actor.Chain.Length == 0)
            actor.Chain = [.. model.ChainFrom(number).Select(Find)];
        return actor;
    }

    private Actor Find(int number) => CollectionsMarshal.GetValueRefOrAddDefault(_actors, number, out _) ??= new();

    private (int Number, int Rank) Latest(Last last, int rank)
    {
        var cells = items.Cells;
        for (var i = 0; i < last.Count; i++)
            if (last[i] is var found && !ReferenceEquals(cells[found.Rank].Key, cells[rank].Key)
                && !(cells[found.Rank].Article == cells[rank].Article && IsInside(items[found.Rank].Claim, items[rank].Claim)))
                return found;
        return (-1, -1);
    }

    private static bool IsInside(ClaimFacts one, ClaimFacts other) => one.NestedIn == other.Key || other.NestedIn == one.Key;

    private sealed class Actor
    {
        /// <summary>Itself, then those that it belongs to; empty as long as nobody asked.</summary>
        public Actor[] Chain { get; set; } = [];

        public Last Own { get; } = new();

        public Last Below { get; } = new();
    }

    /// <summary>The last few, the latest first. The last one can be the claim itself, or stand inside it: then one before it counts.</summary>
    private sealed class Last
    {
        private (int Number, int Rank) _first, _second, _third;

        public int Count { get; private set; }

        public (int Number, int Rank) this[int place] => place switch { 0 => _first, 1 => _second, _ => _third };

        public void Put(int number, int rank)
        {
            (_first, _second, _third) = ((number, rank), _first, _second);
            Count = Math.Min(Count + 1, 3);
        }
    }
}
