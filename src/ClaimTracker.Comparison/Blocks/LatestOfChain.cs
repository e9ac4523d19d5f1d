using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What was said last by a speaker, by those above or by those below it, while items come in the order in which they were said.</summary>
internal sealed class LatestOfChain(ConflictModel model)
{
    private Actor[] _actors = [];
    private int _pass, _count;

    /// <summary>Forgets all items.</summary>
    public void Clear()
    {
        if (_actors.Length < model.Actors)
            Array.Resize(ref _actors, Math.Max(model.Actors, 2 * _actors.Length));
        (_pass, _count) = (_pass + 1, 0);
    }

    /// <summary>Adds an item.</summary>
    /// <param name="items">Those of the episode.</param>
    /// <param name="rank">Its rank.</param>
    /// <returns>The rank of the latest before it that is another claim than this one, neither inside the other; −1 for none.</returns>
    public int Add<T>(OrderedItems<T> items, int rank) where T : class, IDated, IComparable<T>
    {
        var chain = model.ChainFrom(items.Cells[rank].Speaker, stackalloc int[ConflictModel.LongestChain]);
        ref var speaker = ref Of(chain[0]);
        var found = Latest(speaker.Below, items, rank);
        speaker.Own.Put(_count, rank);
        speaker.Below.Put(_count, rank);
        foreach (var above in chain[1..])
        {
            ref var actor = ref Of(above);
            if (Latest(actor.Own, items, rank) is var own && own.Number > found.Number)
                found = own;
            actor.Below.Put(_count, rank);
        }

        _count++;
        return found.Rank;
    }

    private ref Actor Of(int number)
    {
        ref var actor = ref _actors[number];
        if (actor.Pass != _pass)
            actor = new() { Pass = _pass };
        return ref actor;
    }

    private static (int Number, int Rank) Latest<T>(in Last last, OrderedItems<T> items, int rank) where T : class, IDated, IComparable<T>
    {
        var cells = items.Cells;
        for (var i = 0; i < last.Count; i++)
            if (last[i] is var found && cells[found.Rank].Claim != cells[rank].Claim
                && !(cells[found.Rank].Article == cells[rank].Article && IsInside(items[found.Rank].Claim, items[rank].Claim)))
                return found;
        return (-1, -1);
    }

    private static bool IsInside(ClaimFacts one, ClaimFacts other) => one.NestedIn == other.Key || other.NestedIn == one.Key;

    private struct Actor
    {
        /// <summary>Which pass it was met in; what is left of another one counts for nothing.</summary>
        public int Pass;

        public Last Own, Below;
    }

    /// <summary>The last few, the latest first. The last one can be the claim itself, or stand inside it: then one before it counts.</summary>
    private struct Last
    {
        private (int Number, int Rank) _first, _second, _third;

        public int Count { get; private set; }

        public readonly (int Number, int Rank) this[int place] => place switch { 0 => _first, 1 => _second, _ => _third };

        public void Put(int number, int rank)
        {
            (_first, _second, _third) = ((number, rank), _first, _second);
            Count = Math.Min(Count + 1, 3);
        }
    }
}
