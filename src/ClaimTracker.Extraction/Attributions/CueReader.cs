using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>How a cue was read: where its content and its source stand, and how sure that is.</summary>
/// <param name="Shape">Where the content stands.</param>
/// <param name="Probability">0 to 1: that the word reports, and that these are the bounds.</param>
/// <param name="Before">The content before the cue.</param>
/// <param name="After">The content after it.</param>
/// <param name="Source">Who speaks.</param>
internal readonly record struct CueReading(Shape Shape, double Probability, TokenRange? Before, TokenRange? After, NounGroup? Source);

/// <summary>Content with the probability of its bounds.</summary>
internal readonly record struct Bounds(TokenRange Range, double Probability);

/// <summary>Reads one cue after the other with the trained rankers.</summary>
internal sealed class CueReader(Choices choices, LinearModel model)
{
    private readonly ChoiceFeatures _describe = new(choices);
    private readonly Features _features = new();
    private readonly List<int> _places = [];
    private readonly List<float> _scores = [];
    private readonly float[] _shapes = new float[4];

    /// <summary>0 to 1: how likely the word reports at all.</summary>
    public double Probability(in CueCandidate cue)
    {
        _describe.Shape(cue, _features);
        for (var s = Shape.None; s <= Shape.Around; s++)
            _shapes[(int)s] = model.Score(_features, (uint)s + 1);

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

        var before = shape is Shape.Before or Shape.Around ? BestBefore(cue) : null;
        var after = shape is Shape.After or Shape.Around ? BestAfter(cue) : null;
        return before is null && after is null
            ? new(Shape.None, 0, null, null, null)
            : new(shape, probability * (before?.Probability ?? 1) * (after?.Probability ?? 1), before?.Range, after?.Range,
                Source(cue, shape, before?.Range, after?.Range));
    }

    /// <summary>The content after a cue that fits best, whatever the cue's shape.</summary>
    public Bounds? BestAfter(in CueCandidate cue)
    {
        _places.Clear();
        _scores.Clear();
        choices.AfterStarts(cue, _places);
        foreach (var place in _places)
        {
            _describe.AfterStart(cue, place, _features);
            _scores.Add(model.Score(_features));
        }

        return Best() is var (start, sure) && start >= 0 && BestEnd(cue, start) is { } found ? found with { Probability = sure * found.Probability } : null;
    }

    /// <summary>The content that begins at a token, with the end that fits best, at or behind <paramref name="least"/>.</summary>
    public Bounds? BestEnd(in CueCandidate cue, int start, int least = 0)
    {
        _places.Clear();
        _scores.Clear();
        choices.Ends(start, _places);
        for (var i = 0; i < _places.Count; i++)
        {
            _describe.AfterEnd(cue, start, _places[i], i, _places.Count, _features);
            _scores.Add(_places[i] < least ? float.NegativeInfinity : model.Score(_features));
        }

        var (end, sure) = Best();
        return end > start && end >= least ? new(new(start, end), sure) : null;
    }

    /// <summary>The content before a cue that fits best, whatever the cue's shape.</summary>
    public Bounds? BestBefore(in CueCandidate cue)
    {
        _places.Clear();
        _scores.Clear();
        choices.BeforeEnds(cue, _places);
        for (var i = 0; i < _places.Count; i++)
        {
            _describe.BeforeEnd(cue, _places[i], i, _features);
            _scores.Add(model.Score(_features));
        }

        var (end, sureOfEnd) = Best();
        if (end < 0)
            return null;
        _places.Clear();
        _scores.Clear();
        choices.Starts(end, _places);
        for (var i = 0; i < _places.Count; i++)
        {
            _describe.BeforeStart(cue, _places[i], end, i, _places.Count, _features);
            _scores.Add(model.Score(_features));
        }

        var (start, sureOfStart) = Best();
        return start >= 0 && end > start ? new(new(start, end), sureOfEnd * sureOfStart) : null;
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

    /// <summary>The place with the highest score and its share of the probability; −1 for no place.</summary>
    private (int Place, double Probability) Best()
    {
        var best = -1;
        for (var i = 0; i < _scores.Count; i++)
        {
            if (best < 0 || _scores[i] > _scores[best])
                best = i;
        }

        if (best < 0)
            return (-1, 0);
        var sum = 0.0;
        foreach (var score in _scores)
            sum += Math.Exp(score - _scores[best]);
        return (_places[best], 1 / sum);
    }
}
