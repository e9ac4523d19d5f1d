namespace ClaimTracker.Storage.Columns;

/// <summary>Days, some of them unknown, as distances from the first. Never changed once made.</summary>
internal sealed class DayColumn
{
    /// <summary>The day of a row without one: before all others, so that latest first puts it last.</summary>
    public const int Undated = -1;

    private readonly PackedColumn _distances;

    /// <param name="days"><see cref="DateOnly.DayNumber"/>, or <see cref="Undated"/>.</param>
    public DayColumn(ReadOnlySpan<int> days)
    {
        (First, Last) = (int.MaxValue, Undated);
        foreach (var day in days)
        {
            if (day == Undated) continue;
            (First, Last) = (Math.Min(First, day), Math.Max(Last, day));
        }

        var distances = new int[days.Length];
        for (var i = 0; i < days.Length; i++) distances[i] = days[i] == Undated ? 0 : days[i] - First + 1;
        _distances = PackedColumn.Of(distances);
    }

    private DayColumn(int first, int last, PackedColumn distances) => (First, Last, _distances) = (first, last, distances);

    /// <summary>The earliest; <see cref="int.MaxValue"/> where no row has one.</summary>
    public int First { get; }

    /// <summary>The latest; <see cref="Undated"/> where no row has one.</summary>
    public int Last { get; }

    public int Bytes => _distances.Bytes;

    /// <summary>As numbers from 0 for the undated and 1 for the first day.</summary>
    public PackedColumn Distances => _distances;

    public static DayColumn Read(KeptNumbers from) => new(from.Number(), from.Number(), PackedColumn.Read(from));

    public void Write(KeptNumbers to)
    {
        to.Add(First);
        to.Add(Last);
        _distances.Write(to);
    }

    public int this[int row] => _distances[row] is not 0 and var distance ? First + distance - 1 : Undated;

    /// <summary>Of the rows of a word those of a period, both ends included, and of the undated where they are wanted.</summary>
    public ulong Within(int word, int from, int to, bool undated) =>
        (Last == Undated || from > Last || to < First ? 0 : _distances.Between(word, Math.Max(from, First) - First + 1, Math.Min(to, Last) - First + 1))
        | (undated ? _distances.Between(word, 0, 0) : 0);

    /// <summary>Takes out of rows, the bits of all words, those that are not of a period, and the undated where they are not wanted.</summary>
    public void Keep(Span<ulong> rows, int from, int to, bool undated)
    {
        if (undated)
        {
            for (var w = 0; w < rows.Length; w++) rows[w] &= Within(w, from, to, undated);
            return;
        }

        if (Last == Undated || from > Last || to < First) rows.Clear();
        else _distances.KeepBetween(rows, Math.Max(from, First) - First + 1, Math.Min(to, Last) - First + 1);
    }
}
