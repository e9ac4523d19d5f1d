using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Content with the probability of its bounds.</summary>
internal readonly record struct Bounds(TokenRange Range, double Probability);

/// <summary>A bound of content with its share of the probability, 0 to 1, among all that were possible.</summary>
internal readonly record struct Bound(int Place, double Share);

/// <summary>Ranks where the content of a cue can begin and end.</summary>
/// <remarks>Not safe for two threads at once.</remarks>
internal sealed class BoundRankers(Choices choices, ChoiceScores scores)
{
    private readonly List<int> _places = [];
    private readonly List<float> _scores = [];

    /// <summary>Ranks where content after a cue begins.</summary>
    public void RankAfterStarts(in CueCandidate cue)
    {
        Clear();
        choices.AfterStarts(cue, _places);
        foreach (var place in _places)
        {
            _scores.Add(scores.AfterStart(cue, place));
        }
    }

    /// <summary>Ranks where content ends that begins at a token, at or behind <paramref name="least"/>.</summary>
    public void RankAfterEnds(in CueCandidate cue, int start, int least = 0)
    {
        Clear();
        choices.Ends(start, _places);
        var of = _places.Count;
        var kept = 0;
        for (var i = 0; i < of; i++)
        {
            if (_places[i] < least)
                continue;
            _scores.Add(scores.AfterEnd(cue, start, _places[i], i, of));
            _places[kept++] = _places[i];
        }

        _places.RemoveRange(kept, of - kept);
    }

    /// <summary>Ranks where content before a cue ends.</summary>
    public void RankBeforeEnds(in CueCandidate cue)
    {
        Clear();
        choices.BeforeEnds(cue, _places);
        for (var i = 0; i < _places.Count; i++)
        {
            _scores.Add(scores.BeforeEnd(cue, _places[i], i));
        }
    }

    /// <summary>Ranks where content begins that ends before a cue at a token (exclusive).</summary>
    public void RankBeforeStarts(in CueCandidate cue, int end)
    {
        Clear();
        choices.Starts(end, _places);
        for (var i = 0; i < _places.Count; i++)
        {
            _scores.Add(scores.BeforeStart(cue, _places[i], end, i, _places.Count));
        }
    }

    /// <summary>The content after a cue that fits best, whatever the cue's shape.</summary>
    public Bounds? BestAfter(in CueCandidate cue)
    {
        RankAfterStarts(cue);
        return Best() is { } start && BestEnd(cue, start.Place) is { } found ? found with { Probability = start.Share * found.Probability } : null;
    }

    /// <summary>The content that begins at a token, with the end that fits best, at or behind <paramref name="least"/>.</summary>
    public Bounds? BestEnd(in CueCandidate cue, int start, int least = 0)
    {
        RankAfterEnds(cue, start, least);
        return Best() is { } end && end.Place > start ? new(new(start, end.Place), end.Share) : null;
    }

    /// <summary>The content before a cue that fits best, whatever the cue's shape.</summary>
    public Bounds? BestBefore(in CueCandidate cue)
    {
        RankBeforeEnds(cue);
        if (Best() is not { } end)
            return null;
        RankBeforeStarts(cue, end.Place);
        return Best() is { } start && end.Place > start.Place ? new(new(start.Place, end.Place), end.Share * start.Share) : null;
    }

    /// <summary>The place ranked highest last, or null where there was none.</summary>
    public Bound? Best()
    {
        if (_scores.Count == 0)
            return null;
        var best = 0;
        for (var i = 1; i < _scores.Count; i++)
        {
            if (_scores[i] > _scores[best])
                best = i;
        }

        return new(_places[best], 1 / SumAgainst(_scores[best]));
    }

    /// <summary>The places ranked highest last, the best first; those with less than a part of the best's probability are left out.</summary>
    public void Top(int count, double part, List<Bound> found)
    {
        found.Clear();
        if (Best() is not { } best)
            return;
        var most = float.NegativeInfinity;
        foreach (var score in _scores)
            most = Math.Max(most, score);
        for (var i = 0; i < _scores.Count; i++)
        {
            var ratio = MathF.Exp(_scores[i] - most);
            if (ratio < part)
                continue;
            var at = found.Count;
            while (at > 0 && found[at - 1].Share < ratio * best.Share)
                at--;
            found.Insert(at, new(_places[i], ratio * best.Share));
            if (found.Count > count)
                found.RemoveAt(count);
        }
    }

    private void Clear()
    {
        _places.Clear();
        _scores.Clear();
    }

    private double SumAgainst(float most)
    {
        var sum = 0.0;
        foreach (var score in _scores)
            sum += MathF.Exp(score - most);
        return sum;
    }
}
