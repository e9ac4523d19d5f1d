namespace ClaimTracker.Extraction.Attributions;

/// <summary>Scores candidates: the sum of the weights of what <see cref="ChoiceFeatures"/> tells of them, without a list of it.</summary>
/// <remarks>What a place tells whatever the cue is summed up once an article. Not safe for two threads at once.</remarks>
internal sealed class ChoiceScores(Choices choices, LinearModel model)
{
    /// <summary>How two bounds can stand to quotation marks: <see cref="ChoiceFeatures.SameQuotation"/> gives 0 to 4.</summary>
    private const int Quotes = 5;

    private readonly ChoiceFeatures _describe = new(choices);
    private PlaceSums[] _places = new PlaceSums[1024];

    /// <summary>Sums that hold of a place alone; <see cref="int.MinValue"/> for one that isn't known yet.</summary>
    private struct PlaceSums
    {
        public int Version;
        public int Start;
        public int End;
        public Quoted QuotedEnd;
    }

    [System.Runtime.CompilerServices.InlineArray(Quotes)]
    private struct Quoted
    {
        private int _first;
    }

    /// <summary>Adds the scores of a cue by itself to those of the four shapes.</summary>
    public void Shape(in CueCandidate cue, Span<float> scores)
    {
        var sums = model.ShapeSum();
        _describe.Shape(cue, ref sums);
        Add(sums, scores);
    }

    /// <summary>Adds the scores of a cue among the others to those of the four shapes.</summary>
    public void ShapeAmongOthers(in CueCandidate cue, Span<float> scores)
    {
        var sums = model.ShapeSum();
        _describe.ShapeAmongOthers(cue, ref sums);
        Add(sums, scores);
    }

    public float AfterStart(in CueCandidate cue, int start)
    {
        ref var place = ref SumsOf(start);
        if (place.Start == int.MinValue)
        {
            var alone = model.Sum();
            _describe.StartAlone(start, ref alone);
            place.Start = alone.Total;
        }

        var sum = model.Sum(place.Start);
        _describe.AfterStart(cue, start, ref sum);
        return model.Score(sum.Total);
    }

    public float AfterEnd(in CueCandidate cue, int start, int end, int nth, int of)
    {
        ref var place = ref SumsOf(end);
        if (place.End == int.MinValue)
        {
            var alone = model.Sum();
            _describe.EndAlone(end, ref alone);
            place.End = alone.Total;
        }

        var quote = _describe.SameQuotation(start, end);
        if (place.QuotedEnd[(int)quote] == int.MinValue)
        {
            var quoted = model.Sum();
            _describe.EndQuoted(end, quote, ref quoted);
            place.QuotedEnd[(int)quote] = quoted.Total;
        }

        var sum = model.Sum(place.End + place.QuotedEnd[(int)quote]);
        _describe.AfterEnd(cue, start, end, nth, of, quote, ref sum);
        return model.Score(sum.Total);
    }

    public float BeforeEnd(in CueCandidate cue, int end, int nth)
    {
        var sum = model.Sum();
        _describe.BeforeEnd(cue, end, nth, ref sum);
        return model.Score(sum.Total);
    }

    public float BeforeStart(in CueCandidate cue, int start, int end, int nth, int of)
    {
        var sum = model.Sum();
        _describe.BeforeStart(cue, start, end, nth, of, ref sum);
        return model.Score(sum.Total);
    }

    public float Source(in CueCandidate cue, Shape shape, NounGroup? group, int rank)
    {
        var sum = model.Sum();
        _describe.Source(cue, shape, group, rank, ref sum);
        return model.Score(sum.Total);
    }

    public float NoReading(in CueCandidate cue, double none)
    {
        var sum = model.Sum();
        _describe.NoReading(cue, none, ref sum);
        return model.Score(sum.Total);
    }

    public float Reading(in CueCandidate cue, in CueReading reading, int rank, double none, in CueReading first)
    {
        var sum = model.Sum();
        _describe.Reading(cue, reading, rank, none, first, ref sum);
        return model.Score(sum.Total);
    }

    private void Add(in ShapeSums sums, Span<float> scores)
    {
        scores[(int)Attributions.Shape.None] += model.Score(sums.None);
        scores[(int)Attributions.Shape.After] += model.Score(sums.After);
        scores[(int)Attributions.Shape.Before] += model.Score(sums.Before);
        scores[(int)Attributions.Shape.Around] += model.Score(sums.Around);
    }

    private ref PlaceSums SumsOf(int token)
    {
        if (_places.Length <= token)
            Array.Resize(ref _places, Math.Max(token + 1, choices.Article.Tokens.Count + 1) * 3 / 2);
        ref var place = ref _places[token];
        if (place.Version == choices.Strengths.Version)
            return ref place;
        (place.Version, place.Start, place.End) = (choices.Strengths.Version, int.MinValue, int.MinValue);
        for (var quote = 0; quote < Quotes; quote++)
            place.QuotedEnd[quote] = int.MinValue;
        return ref place;
    }
}
