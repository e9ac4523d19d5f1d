using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>How a cue was read: where its content and its source stand, and how sure that is.</summary>
internal readonly record struct CueReading(Shape Shape, double Probability, TokenRange? Before, TokenRange? After, NounGroup? Source);

/// <summary>Reads one cue after the other with the trained rankers.</summary>
internal sealed class CueReader(Choices choices, LinearModel model)
{
    private readonly ChoiceFeatures _describe = new(choices);
    private readonly Features _features = new();
    private readonly List<int> _candidates = [];
    private readonly float[] _shapes = new float[4];

    /// <summary>0 to 1: how likely the word reports at all.</summary>
    public double Probability(in CueCandidate cue)
    {
        for (var s = Shape.None; s <= Shape.Around; s++)
        {
            _describe.Shape(cue, s, _features);
            _shapes[(int)s] = model.Score(_features);
        }

        var most = _shapes.Max();
        var sum = 0.0;
        foreach (var score in _shapes)
            sum += Math.Exp(score - most);
        return 1 - (Math.Exp(_shapes[0] - most) / sum);
    }

    /// <summary>The best reading of a word as a cue.</summary>
    public CueReading Read(in CueCandidate cue)
    {
        var probability = Probability(cue);
        var shape = Shape.After;
        for (var s = Shape.Before; s <= Shape.Around; s++)
        {
            if (_shapes[(int)s] > _shapes[(int)shape])
                shape = s;
        }

        var before = shape is Shape.Before or Shape.Around ? Before(cue) : null;
        var after = shape is Shape.After or Shape.Around ? After(cue) : null;
        return before is null && after is null
            ? new(Shape.None, 0, null, null, null)
            : new(shape, probability, before, after, Source(cue, shape, before, after));
    }

    /// <summary>The content that ends best before a cue, whatever the cue's shape.</summary>
    public TokenRange? BestBefore(in CueCandidate cue) => Before(cue);

    /// <summary>The content that begins at a token, with the end that fits best.</summary>
    public TokenRange? BestEnd(in CueCandidate cue, int start)
    {
        _candidates.Clear();
        choices.Ends(start, _candidates);
        var (best, end) = (float.NegativeInfinity, -1);
        for (var i = 0; i < _candidates.Count; i++)
        {
            _describe.AfterEnd(cue, start, _candidates[i], i, _candidates.Count, _features);
            if (model.Score(_features) is var score && score > best)
                (best, end) = (score, _candidates[i]);
        }

        return end > start ? new(start, end) : null;
    }

    private TokenRange? After(in CueCandidate cue)
    {
        _candidates.Clear();
        choices.AfterStarts(cue, _candidates);
        var (best, start) = (float.NegativeInfinity, -1);
        foreach (var candidate in _candidates)
        {
            _describe.AfterStart(cue, candidate, _features);
            if (model.Score(_features) is var score && score > best)
                (best, start) = (score, candidate);
        }

        return start < 0 ? null : BestEnd(cue, start);
    }

    private TokenRange? Before(in CueCandidate cue)
    {
        _candidates.Clear();
        choices.BeforeEnds(cue, _candidates);
        var (best, end) = (float.NegativeInfinity, -1);
        for (var i = 0; i < _candidates.Count; i++)
        {
            _describe.BeforeEnd(cue, _candidates[i], i, _features);
            if (model.Score(_features) is var score && score > best)
                (best, end) = (score, _candidates[i]);
        }

        if (end < 0)
            return null;
        _candidates.Clear();
        choices.Starts(end, _candidates);
        (best, var start) = (float.NegativeInfinity, -1);
        for (var i = 0; i < _candidates.Count; i++)
        {
            _describe.BeforeStart(cue, _candidates[i], end, i, _candidates.Count, _features);
            if (model.Score(_features) is var score && score > best)
                (best, start) = (score, _candidates[i]);
        }

        return start >= 0 && end > start ? new(start, end) : null;
    }

    private NounGroup? Source(in CueCandidate cue, Shape shape, TokenRange? before, TokenRange? after)
    {
        _describe.Source(cue, shape, null, 0, _features);
        var best = model.Score(_features);
        NounGroup? source = null;
        var groups = choices.Groups(cue.Sentence);
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            if (group.Range.Overlaps(cue.Range) || before?.Overlaps(group.Range) == true || after?.Overlaps(group.Range) == true)
                continue;
            _describe.Source(cue, shape, group, Rank(groups, i, cue), _features);
            if (model.Score(_features) is var score && score > best)
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
