using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Training;

/// <summary>Turns one annotated article into examples of every choice.</summary>
internal sealed class ExampleMaker
{
    private readonly ArticleTokens _tokens;
    private readonly Choices _choices;
    private readonly ChoiceFeatures _describe;
    private readonly Features _features = new();
    private readonly List<(TokenRange Cue, int First, int[] Content, int[] Source)> _gold = [];
    private readonly List<CueCandidate> _cues = [];

    public ExampleMaker(AttributionEngineParts parts, WordClusters clusters, AnnotatedArticle article)
    {
        _tokens = new(parts.Vocabulary, parts.Sentences);
        _tokens.Read(article.Article);
        _choices = new(parts.Classes, parts.Cues, clusters);
        _choices.Read(_tokens);
        _choices.FindCues(_cues);
        _describe = new(_choices);
        foreach (var marked in article.Attributions)
        {
            var cue = Words(marked.Cue);
            var content = Words(marked.Content);
            if (cue.Length > 0 && content.Length > 0)
                _gold.Add((new(cue[0], cue[^1] + 1), cue[0], content, Words(marked.Source)));
        }
    }

    /// <summary>The examples of shapes, each cue by itself.</summary>
    public List<Example> FirstLooks()
    {
        List<Example> examples = [];
        _choices.Read(_tokens);
        foreach (var (cue, match, shape) in Marked())
        {
            var candidates = new int[4][];
            _describe.Shape(cue, _features);
            for (var s = Shape.None; s <= Shape.Around; s++)
                candidates[(int)s] = Places((uint)s + 1);
            examples.Add(new(Choice.Shape, candidates, (int)shape));
        }

        return examples;
    }

    /// <summary>All other examples, with the other cues around as a model sees them that has not learned from this article.</summary>
    public void Choices(LinearModel unseen, List<Example> examples)
    {
        _choices.Read(_tokens);
        var reader = new CueReader(_choices, unseen);
        reader.LookAt(_cues);
        foreach (var (cue, match, shape) in Marked())
        {
            var candidates = new int[4][];
            var known = _choices.Strengths.Scores(cue.Range.Start).ToArray();
            _describe.ShapeAmongOthers(cue, _features);
            for (var s = Shape.None; s <= Shape.Around; s++)
                candidates[(int)s] = Places((uint)s + 1);
            examples.Add(new(Choice.Shape, candidates, (int)shape) { Known = known });
            if (match >= 0)
                Add(cue, shape, _gold[match].Content, _gold[match].Source, examples);
        }
    }

    /// <summary>The examples of whole readings, as a model makes them that has not learned from this article.</summary>
    public void Readings(LinearModel unseen, List<Example> examples)
    {
        _choices.Read(_tokens);
        var reader = new CueReader(_choices, unseen);
        reader.LookAt(_cues);
        List<CueReading> readings = [];
        foreach (var (cue, match, _) in Marked())
        {
            var none = reader.Probable(cue, readings);
            if (readings.Count == 0 || none > 0.95)
                continue;
            var candidates = new int[readings.Count + 1][];
            _describe.NoReading(cue, none, _features);
            candidates[0] = Places();
            var (right, best) = (0, 0.5);
            for (var i = 0; i < readings.Count; i++)
            {
                _describe.Reading(cue, readings[i], i, none, readings[0], _features);
                candidates[i + 1] = Places();
                if (match >= 0 && Likeness(readings[i], _gold[match].Content) is var likeness && likeness > best)
                    (right, best) = (i + 1, likeness);
            }

            examples.Add(new(Choice.Reading, candidates, right));
        }
    }

    /// <summary>Words in both over words in either.</summary>
    private double Likeness(CueReading reading, int[] content)
    {
        HashSet<int> words = [];
        foreach (var range in new[] { reading.Before, reading.After })
        {
            for (var i = range?.Start ?? 0; i < (range?.End ?? 0); i++)
            {
                if (_choices.CanBegin(i))
                    words.Add(i);
            }
        }

        var both = content.Count(words.Contains);
        return (double)both / Math.Max(1, words.Count + content.Length - both);
    }

    /// <summary>Each word that can be a cue and of which it is known what it is: the attribution that it is the cue of, or −1.</summary>
    private IEnumerable<(CueCandidate Cue, int Match, Shape Shape)> Marked()
    {
        HashSet<int> taken = [];
        foreach (var cue in _cues)
        {
            var match = _gold.FindIndex(g => g.Cue.Overlaps(cue.Range));
            if (match < 0)
            {
                // Inside somebody's words nobody marked anything: whether it would have been is not known.
                if (!_gold.Any(g => g.Content.AsSpan().BinarySearch(cue.Range.Start) >= 0 || g.Source.AsSpan().BinarySearch(cue.Range.Start) >= 0))
                    yield return (cue, -1, Shape.None);
            }
            else if (taken.Add(match) && ShapeOf(cue, _gold[match].Content) is not Shape.None and var shape)
                yield return (cue, match, shape);
        }
    }

    private static Shape ShapeOf(CueCandidate cue, int[] content)
    {
        var after = content.Where(t => t >= cue.Range.End).ToArray();
        return (content.Any(t => t < cue.Range.Start), after.Length > 0) switch { (false, false) => Shape.None, (false, true) => Shape.After, (true, false) => Shape.Before, _ => Shape.Around };
    }

    private void Add(CueCandidate cue, Shape shape, int[] content, int[] source, List<Example> examples)
    {
        var before = content.Where(t => t < cue.Range.Start).ToArray();
        var after = content.Where(t => t >= cue.Range.End).ToArray();
        if (after.Length > 1 && (_choices.Class(after[0]) & WordClass.That) != 0)
            after = after[1..];
        if (after.Length > 0)
        {
            List<int> starts = [], ends = [];
            _choices.AfterStarts(cue, starts);
            AddNearest(Choice.AfterStart, starts, after[0], (c, _, _) => _describe.AfterStart(cue, c, _features), examples);
            _choices.Ends(after[0], ends);
            AddNearest(Choice.AfterEnd, ends, after[^1] + 1, (c, i, n) => _describe.AfterEnd(cue, after[0], c, i, n, _features), examples);
        }

        if (before.Length > 0)
        {
            List<int> starts = [], ends = [];
            _choices.BeforeEnds(cue, ends);
            AddNearest(Choice.BeforeEnd, ends, before[^1] + 1, (c, i, _) => _describe.BeforeEnd(cue, c, i, _features), examples);
            _choices.Starts(before[^1] + 1, starts);
            AddNearest(Choice.BeforeStart, starts, before[0], (c, i, n) => _describe.BeforeStart(cue, c, before[^1] + 1, i, n, _features), examples);
        }

        AddSource(cue, shape, content, source, examples);
    }

    private void AddNearest(Choice choice, List<int> places, int right, Action<int, int, int> describe, List<Example> examples)
    {
        if (places.Count < 2)
            return;
        var nearest = 0;
        for (var i = 1; i < places.Count; i++)
        {
            if (Math.Abs(places[i] - right) < Math.Abs(places[nearest] - right))
                nearest = i;
        }

        if (Math.Abs(places[nearest] - right) > 5)
            return;
        var candidates = new int[places.Count][];
        for (var i = 0; i < places.Count; i++)
        {
            describe(places[i], i, places.Count);
            candidates[i] = Places();
        }

        examples.Add(new(choice, candidates, nearest));
    }

    private void AddSource(CueCandidate cue, Shape shape, int[] content, int[] source, List<Example> examples)
    {
        var groups = _choices.Groups(cue.Sentence);
        List<int[]> candidates = [];
        _describe.Source(cue, shape, null, 0, _features);
        candidates.Add(Places());
        var right = source.Length == 0 ? 0 : -1;
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Beside(cue.Range) is not { } group || content.Any(group.Range.Contains))
                continue;
            _describe.Source(cue, shape, group, CueReader.Rank(groups, i, cue), _features);
            candidates.Add(Places());
            if (right < 0 && source.Any(group.Range.Contains))
                right = candidates.Count - 1;
        }

        if (right >= 0)
            examples.Add(new(Choice.Source, [.. candidates], right));
    }

    private int[] Places(uint salt = 0)
    {
        var places = new int[_features.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = LinearModel.Place(_features.Hashes[i], salt);
        return places;
    }

    /// <summary>The word tokens of some spans, in order.</summary>
    private int[] Words(IReadOnlyList<TextSpan> spans) =>
        [.. spans.SelectMany(s => Enumerable.Range(_tokens.Tokens.Within(s).Start, _tokens.Tokens.Within(s).Count)).Where(_choices.CanBegin).Distinct().Order()];
}
