using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Columns;

/// <summary>What each actor says in all, and each side through its speakers.</summary>
internal sealed class SpokenClaims
{
    private readonly (int Claims, int First, int Last)[] _byActor;
    private readonly HashSet<int>[] _speakers;
    private readonly int[] _quoted;

    public SpokenClaims(ClaimColumns columns)
    {
        _byActor = new (int, int, int)[columns.MostActor + 1];
        Array.Fill(_byActor, (0, DayColumn.Undated, DayColumn.Undated));
        _speakers = [.. columns.Tables.Sides.Values.Select(_ => new HashSet<int>())];
        _quoted = new int[_speakers.Length];
        foreach (var chunk in columns.Chunks.OfType<ClaimChunk>())
            for (var row = 0; row < chunk.Rows; row++)
                if (chunk.Has(row)) Add(chunk, row);
    }

    /// <summary>How many actors say anything.</summary>
    public int Actors => _byActor.Count(a => a.Claims > 0);

    /// <summary>How many claims an actor makes, and the first and the last day of them.</summary>
    public (int Claims, int First, int Last) Of(int actor) => actor < _byActor.Length ? _byActor[actor] : (0, DayColumn.Undated, DayColumn.Undated);

    public int SpeakersOf(int side) => _speakers[side].Count;

    /// <summary>Claims that have words of the speaker's own.</summary>
    public int QuotedOf(int side) => _quoted[side];

    private void Add(ClaimChunk chunk, int row)
    {
        var (actor, side, day) = (chunk.Actor[row], chunk.Side[row], chunk.Said[row]);
        var (claims, first, last) = _byActor[actor];
        _byActor[actor] = (claims + 1, day == DayColumn.Undated ? first : first == DayColumn.Undated ? day : Math.Min(first, day), Math.Max(last, day));
        _speakers[side].Add(actor);
        if (ClaimForm.Value(chunk.Form[row], Dimension.Quotation) != (int)QuotationKind.Indirect) _quoted[side]++;
    }
}
