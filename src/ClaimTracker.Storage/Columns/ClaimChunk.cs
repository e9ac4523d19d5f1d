using System.Numerics;

namespace ClaimTracker.Storage.Columns;

/// <summary>What a claim is filtered, counted and ordered by.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Actor">The speaker's id.</param>
/// <param name="Side">Place in the table of sides.</param>
/// <param name="Topics">Code of the set of its topics.</param>
/// <param name="Places">Code of the set of its places.</param>
/// <param name="Form">What it does, whose words it has, whether it has figures and is contested: see <see cref="ClaimForm"/>.</param>
/// <param name="Said">The day that lists go by.</param>
/// <param name="Event">The day of what it speaks of.</param>
internal readonly record struct ClaimCells(int Article, int Actor, int Side, int Topics, int Places, int Form, int Said, int Event);

/// <summary>The claims of 16,384 ids in a row as columns. Never changed once made: a commit puts new chunks in the place of those that it touched.</summary>
internal sealed class ClaimChunk
{
    /// <summary>A claim's id shifted right by this is the number of its chunk; the rest is its row.</summary>
    public const int Shift = 14;

    public const int MostRows = 1 << Shift;

    private readonly ushort[] _runStarts;
    private readonly int[] _runArticles;

    /// <param name="rows">Not kept.</param>
    public ClaimChunk(ChunkRows rows)
    {
        var end = rows.End;
        Present = rows.Present[..((end + PackedColumn.Word - 1) / PackedColumn.Word)];
        foreach (var word in Present) Count += BitOperations.PopCount(word);
        MostActor = Largest(rows.Actor.AsSpan(0, end));
        (Actor, Side, Form) = (PackedColumn.Of(rows.Actor.AsSpan(0, end)), PackedColumn.Of(rows.Side.AsSpan(0, end)), PackedColumn.Of(rows.Form.AsSpan(0, end)));
        (Topics, Places) = (PackedColumn.Of(rows.Topics.AsSpan(0, end)), PackedColumn.Of(rows.Places.AsSpan(0, end)));
        (Said, Event) = (new(rows.Said.AsSpan(0, end)), new(rows.Event.AsSpan(0, end)));
        (_runStarts, _runArticles) = Runs(rows, end);
        (FirstArticle, LastArticle) = Ends(_runArticles);
    }

    private ClaimChunk(ClaimChunk other, PackedColumn topics, PackedColumn places)
    {
        (Present, Count, MostActor, _runStarts, _runArticles) = (other.Present, other.Count, other.MostActor, other._runStarts, other._runArticles);
        (Actor, Side, Form, Said, Event, Topics, Places) = (other.Actor, other.Side, other.Form, other.Said, other.Event, topics, places);
        (FirstArticle, LastArticle) = (other.FirstArticle, other.LastArticle);
    }

    private ClaimChunk(KeptNumbers from)
    {
        (Present, Count, MostActor, _runStarts, _runArticles) = (from.All<ulong>(), from.Number(), from.Number(), from.All<ushort>(), from.All<int>());
        (Actor, Side, Form, Topics, Places) = (PackedColumn.Read(from), PackedColumn.Read(from), PackedColumn.Read(from), PackedColumn.Read(from), PackedColumn.Read(from));
        (Said, Event) = (DayColumn.Read(from), DayColumn.Read(from));
        (FirstArticle, LastArticle) = Ends(_runArticles);
    }

    /// <summary>Which rows there is a claim for.</summary>
    public ulong[] Present { get; }

    public int Words => Present.Length;

    public int Rows => Words * PackedColumn.Word;

    public int Count { get; }

    /// <summary>The largest id of a speaker.</summary>
    public int MostActor { get; }

    public PackedColumn Actor { get; }
    public PackedColumn Side { get; }
    public PackedColumn Topics { get; }
    public PackedColumn Places { get; }
    public PackedColumn Form { get; }
    public DayColumn Said { get; }
    public DayColumn Event { get; }

    /// <summary>Where claims of one article stand together, as they do when they were stored together: the run's first row.</summary>
    public ReadOnlySpan<ushort> RunStarts => _runStarts;

    /// <summary>By run.</summary>
    public ReadOnlySpan<int> RunArticles => _runArticles;

    /// <summary>The lowest id of an article.</summary>
    public int FirstArticle { get; }

    public int LastArticle { get; }

    /// <summary>What the columns take, without the objects around them.</summary>
    public int Bytes => Present.Length * sizeof(ulong) + Actor.Bytes + Side.Bytes + Topics.Bytes + Places.Bytes + Form.Bytes + Said.Bytes + Event.Bytes
        + _runStarts.Length * (sizeof(ushort) + sizeof(int));

    public int RunEnd(int run) => run + 1 < _runStarts.Length ? _runStarts[run + 1] : Rows;

    /// <summary>Takes out of rows those whose article is not wanted.</summary>
    /// <param name="rows">Of this chunk.</param>
    /// <param name="articles">Bits by id.</param>
    public void KeepArticles(Span<ulong> rows, ReadOnlySpan<ulong> articles)
    {
        Span<ulong> kept = stackalloc ulong[rows.Length];
        kept.Clear();
        var runs = _runArticles;
        for (var run = 0; run < runs.Length; run++)
        {
            if ((articles[runs[run] / PackedColumn.Word] & (1UL << runs[run])) == 0) continue;
            int start = _runStarts[run], last = RunEnd(run) - 1;
            var (first, end) = (start / PackedColumn.Word, last / PackedColumn.Word);
            var (head, tail) = (ulong.MaxValue << start, ulong.MaxValue >> (PackedColumn.Word - 1 - last));
            if (first == end)
            {
                kept[first] |= head & tail;
                continue;
            }

            kept[first] |= head;
            kept[(first + 1)..end].Fill(ulong.MaxValue);
            kept[end] |= tail;
        }

        for (var w = 0; w < rows.Length; w++) rows[w] &= kept[w];
    }

    public static ClaimChunk Read(KeptNumbers from) => new(from);

    public void Write(KeptNumbers to)
    {
        to.AddAll<ulong>(Present);
        to.Add(Count);
        to.Add(MostActor);
        to.AddAll<ushort>(_runStarts);
        to.AddAll<int>(_runArticles);
        foreach (var column in (PackedColumn[])[Actor, Side, Form, Topics, Places]) column.Write(to);
        Said.Write(to);
        Event.Write(to);
    }

    /// <summary>Of a row that is present.</summary>
    public int ArticleOf(int row)
    {
        var run = Array.BinarySearch(_runStarts, (ushort)row);
        return _runArticles[run < 0 ? ~run - 1 : run];
    }

    public bool Has(int row) => row < Rows && (Present[row / PackedColumn.Word] & (1UL << row)) != 0;

    public ClaimCells? this[int row]
    {
        get
        {
            if (!Has(row)) return null;
            return new(ArticleOf(row), Actor[row], Side[row], Topics[row], Places[row], Form[row], Said[row], Event[row]);
        }
    }

    /// <summary>Everything here, to be changed there.</summary>
    public void CopyTo(ChunkRows rows)
    {
        for (var run = 0; run < _runStarts.Length; run++)
            for (int row = _runStarts[run], end = RunEnd(run); row < end; row++)
                if (Has(row)) rows.Set(row, new(_runArticles[run], Actor[row], Side[row], Topics[row], Places[row], Form[row], Said[row], Event[row]));
    }

    /// <summary>The same claims with other codes for their topics and places.</summary>
    /// <param name="topics">The new code for each old one.</param>
    /// <param name="places">Likewise.</param>
    public ClaimChunk Recoded(int[] topics, int[] places)
    {
        // Rows without a claim have code 0, which there may be no claim for.
        int[] Codes(PackedColumn column, int[] codes) => [.. Enumerable.Range(0, Rows).Select(row => Has(row) ? codes[column[row]] : 0)];
        return new(this, PackedColumn.Of(Codes(Topics, topics)), PackedColumn.Of(Codes(Places, places)));
    }

    private static (int First, int Last) Ends(int[] articles)
    {
        var (first, last) = (int.MaxValue, 0);
        foreach (var article in articles) (first, last) = (Math.Min(first, article), Math.Max(last, article));
        return (first, last);
    }

    private static int Largest(ReadOnlySpan<int> values)
    {
        var most = 0;
        foreach (var value in values) most = Math.Max(most, value);
        return most;
    }

    private static (ushort[] Starts, int[] Articles) Runs(ChunkRows rows, int end)
    {
        var (starts, articles) = (new List<ushort>(), new List<int>());
        for (var row = 0; row < end; row++)
        {
            if (!rows.Has(row) || (articles.Count > 0 && articles[^1] == rows.Article[row])) continue;
            starts.Add((ushort)row);
            articles.Add(rows.Article[row]);
        }

        return ([.. starts], [.. articles]);
    }
}
