using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>How a cue was read: where its content and its source stand, and how sure that is.</summary>
/// <param name="Shape">Where the content stands.</param>
/// <param name="Probability">0 to 1: that the word reports, and that these are the bounds.</param>
/// <param name="Before">The content before the cue.</param>
/// <param name="After">The content after it.</param>
/// <param name="Source">Who speaks.</param>
internal readonly record struct CueReading(Shape Shape, double Probability, TokenRange? Before, TokenRange? After, NounGroup? Source);

/// <summary>Reads one cue after the other with the trained rankers.</summary>
/// <remarks>
/// Three looks: each cue by itself; each with what the first look found around it; then the few most probable readings as
/// wholes, against each other and against “reports nothing” (reranking, Charniak and Johnson 2005).
/// </remarks>
internal sealed class CueReader
{
    /// <summary>How many readings of a cue get a look as wholes.</summary>
    private const int MostReadings = 8;

    /// <summary>The least probability of a shape or a bound, as a part of the best one's, with which it makes readings.</summary>
    private const double LeastShape = 0.2;
    private const double LeastFirstBound = 0.2;
    private const double LeastSecondBound = 0.05;

    private readonly Choices _choices;
    private readonly ChoiceScores _scores;
    private readonly List<CueReading> _readings = [];

    /// <summary>The last cue whose shapes were asked for, and their shares: as a rule it is asked for again.</summary>
    private readonly double[] _shares = new double[4];
    private (int Version, TokenRange Cue) _shared;
    private readonly List<Bound> _firsts = [];
    private readonly List<Bound> _seconds = [];

    public CueReader(Choices choices, LinearModel model)
    {
        (_choices, _scores) = (choices, new(choices, model));
        Bounds = new(choices, _scores);
    }

    /// <summary>The rankers of bounds alone.</summary>
    public BoundRankers Bounds { get; }

    /// <summary>The first look, at all that can be cues; what follows needs it.</summary>
    public void LookAt(IReadOnlyList<CueCandidate> cues)
    {
        Span<double> shares = stackalloc double[4];
        foreach (var cue in cues)
        {
            var scores = _choices.Strengths.Scores(cue.Range.Start);
            scores.Clear();
            _scores.Shape(cue, scores);
            Share(scores, shares);
            _choices.Strengths.Set(cue.Range.Start, Likeliest(shares), 1 - shares[0]);
        }

        _choices.Strengths.Link();
    }

    /// <summary>0 to 1: how likely the word reports at all.</summary>
    public double Probability(in CueCandidate cue)
    {
        Span<double> shares = stackalloc double[4];
        ShareAmongOthers(cue, shares);
        return 1 - shares[0];
    }

    /// <summary>The best reading of a word as a cue; no shape where it has none.</summary>
    public CueReading Read(in CueCandidate cue)
    {
        var none = Probable(cue, _readings);
        if (_readings.Count == 0)
            return default;
        var first = _readings[0];
        Span<float> scores = stackalloc float[MostReadings + 1];
        scores = scores[..(_readings.Count + 1)];
        scores[0] = _scores.NoReading(cue, none);
        var best = 1;
        for (var i = 1; i < scores.Length; i++)
        {
            scores[i] = _scores.Reading(cue, _readings[i - 1], i - 1, none, first);
            if (scores[i] > scores[best])
                best = i;
        }

        var chosen = _readings[best - 1];
        var sum = 0.0;
        foreach (var score in scores)
            sum += MathF.Exp(score - scores[best]);
        return chosen with { Probability = 1 / sum, Source = best == 1 ? first.Source : Source(cue, chosen.Shape, chosen.Before, chosen.After) };
    }

    /// <summary>The readings of a cue that are worth a look as wholes, the most probable first and with its source.</summary>
    /// <returns>0 to 1: how likely the word reports nothing.</returns>
    public double Probable(in CueCandidate cue, List<CueReading> readings)
    {
        readings.Clear();
        Span<double> shapes = stackalloc double[4];
        ShareAmongOthers(cue, shapes);
        var likeliest = shapes[(int)Likeliest(shapes)];
        for (var shape = Shape.After; shape <= Shape.Around; shape++)
        {
            var share = shapes[(int)shape];
            if (share < LeastShape * likeliest)
                continue;
            if (shape == Shape.Before)
                AddBefore(cue, share, readings);
            else if (shape == Shape.After)
                AddAfter(cue, shape, share, null, readings);
            else if (Bounds.BestBefore(cue) is { } before)
                AddAfter(cue, shape, share * before.Probability, before.Range, readings);
        }

        readings.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        if (readings.Count > MostReadings)
            readings.RemoveRange(MostReadings, readings.Count - MostReadings);
        if (readings.Count > 0)
            readings[0] = readings[0] with { Source = Source(cue, readings[0].Shape, readings[0].Before, readings[0].After) };
        return shapes[0];
    }

    private void AddAfter(in CueCandidate cue, Shape shape, double share, TokenRange? before, List<CueReading> readings)
    {
        Bounds.RankAfterStarts(cue);
        Bounds.Top(2, LeastFirstBound, _firsts);
        foreach (var start in _firsts)
        {
            Bounds.RankAfterEnds(cue, start.Place);
            Bounds.Top(4, LeastSecondBound, _seconds);
            foreach (var end in _seconds)
            {
                if (end.Place > start.Place)
                    readings.Add(new(shape, share * start.Share * end.Share, before, new(start.Place, end.Place), null));
            }
        }
    }

    private void AddBefore(in CueCandidate cue, double share, List<CueReading> readings)
    {
        Bounds.RankBeforeEnds(cue);
        Bounds.Top(2, LeastFirstBound, _firsts);
        foreach (var end in _firsts)
        {
            Bounds.RankBeforeStarts(cue, end.Place);
            Bounds.Top(3, LeastSecondBound, _seconds);
            foreach (var start in _seconds)
            {
                if (end.Place > start.Place)
                    readings.Add(new(Shape.Before, share * end.Share * start.Share, new(start.Place, end.Place), null, null));
            }
        }
    }

    /// <summary>The four shapes' shares of the probability, by the cue itself and by the other cues around.</summary>
    private void ShareAmongOthers(in CueCandidate cue, Span<double> shares)
    {
        if (_shared == (_choices.Strengths.Version, cue.Range))
        {
            _shares.CopyTo(shares);
            return;
        }

        Span<float> scores = stackalloc float[4];
        _choices.Strengths.Scores(cue.Range.Start).CopyTo(scores);
        _scores.ShapeAmongOthers(cue, scores);
        Share(scores, shares);
        shares.CopyTo(_shares);
        _shared = (_choices.Strengths.Version, cue.Range);
    }

    private static void Share(ReadOnlySpan<float> scores, Span<double> shares)
    {
        var most = Math.Max(Math.Max(scores[0], scores[1]), Math.Max(scores[2], scores[3]));
        var sum = 0.0;
        for (var s = 0; s < 4; s++)
            sum += shares[s] = MathF.Exp(scores[s] - most);
        for (var s = 0; s < 4; s++)
            shares[s] /= sum;
    }

    /// <summary>The likeliest shape that has content.</summary>
    private static Shape Likeliest(ReadOnlySpan<double> shares)
    {
        var best = Shape.After;
        for (var s = Shape.Before; s <= Shape.Around; s++)
        {
            if (shares[(int)s] > shares[(int)best])
                best = s;
        }

        return best;
    }

    private NounGroup? Source(in CueCandidate cue, Shape shape, TokenRange? before, TokenRange? after)
    {
        var best = _scores.Source(cue, shape, null, 0);
        NounGroup? source = null;
        var groups = _choices.Groups(cue.Sentence);
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Beside(cue.Range) is not { } group || before?.Overlaps(group.Range) == true || after?.Overlaps(group.Range) == true)
                continue;
            if (_scores.Source(cue, shape, group, Rank(groups, i, cue)) is var score && score > best)
                (best, source) = (score, group);
        }

        return source;
    }

    /// <summary>How many groups stand between a group and the cue.</summary>
    public static int Rank(IReadOnlyList<NounGroup> groups, int index, in CueCandidate cue)
    {
        var rank = 0;
        if (groups[index].Range.End <= cue.Range.Start)
        {
            for (var i = index + 1; i < groups.Count && groups[i].Range.End <= cue.Range.Start; i++)
                rank++;
        }
        else
        {
            for (var i = index - 1; i >= 0 && groups[i].Range.Start >= cue.Range.End; i--)
                rank++;
        }

        return rank;
    }
}
