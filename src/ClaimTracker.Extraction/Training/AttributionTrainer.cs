using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Training;

/// <summary>An article with the attributions that people marked in it.</summary>
public sealed record AnnotatedArticle(Article Article, IReadOnlyList<Attribution> Attributions);

/// <summary>Learns the weights of the attribution rankers from annotated articles.</summary>
/// <remarks>
/// Each choice is a conditional log-linear model over its candidates, trained by stochastic gradient with AdaGrad steps
/// (Duchi et al. 2011). The order of examples comes from a fixed generator: the same articles give the same weights.
/// </remarks>
public static class AttributionTrainer
{
    /// <summary>Learns from some articles and writes the model.</summary>
    /// <param name="articles">Annotated articles; their order matters to the last digit.</param>
    /// <param name="epochs">Passes over all examples.</param>
    /// <param name="to">Where the model goes.</param>
    public static void Train(IEnumerable<AnnotatedArticle> articles, int epochs, Stream to)
    {
        ArgumentNullException.ThrowIfNull(articles);
        List<Example> examples = [];
        var engine = new AttributionEngineParts();
        var all = articles.ToList();
        var clusters = Cluster(engine, all);
        foreach (var article in all)
            new ExampleMaker(engine, clusters, article).Make(examples);
        new LinearModel(Fit(examples, epochs), clusters).Write(to);
    }

    private static WordClusters Cluster(AttributionEngineParts engine, List<AnnotatedArticle> articles)
    {
        var trainer = new WordClusterTrainer(WordClusters.Classes);
        var tokens = new ArticleTokens(engine.Vocabulary, engine.Sentences);
        foreach (var article in articles)
        {
            tokens.Read(article.Article);
            trainer.Count(tokens);
        }

        return new(trainer.Cluster(rounds: 12));
    }

    private static float[] Fit(List<Example> examples, int epochs)
    {
        const float Rate = 0.08f;
        const float Decay = 3e-3f;
        const float Ease = 1f; // so that the first steps of a rare feature are not the largest
        var weights = new float[LinearModel.Size];
        var squares = new float[LinearModel.Size];
        Array.Fill(squares, Ease);
        var sum = new double[LinearModel.Size];
        var random = 88172645463325252UL;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                var j = (int)(random % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var index in order)
                Step(examples[index], weights, squares, Rate, Decay);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += weights[i];
        }

        return Array.ConvertAll(sum, w => (float)(w / epochs));
    }

    private static void Step(Example example, float[] weights, float[] squares, float rate, float decay)
    {
        Span<float> scores = stackalloc float[example.Candidates.Length];
        var most = float.NegativeInfinity;
        for (var c = 0; c < scores.Length; c++)
        {
            var sum = 0f;
            foreach (var place in example.Candidates[c])
                sum += weights[place];
            scores[c] = sum;
            most = Math.Max(most, sum);
        }

        var total = 0f;
        for (var c = 0; c < scores.Length; c++)
            total += scores[c] = MathF.Exp(scores[c] - most);
        for (var c = 0; c < scores.Length; c++)
        {
            var gradient = (scores[c] / total) - (c == example.Right ? 1 : 0);
            if (Math.Abs(gradient) < 1e-4f)
                continue;
            foreach (var place in example.Candidates[c])
            {
                var g = gradient + (decay * weights[place]);
                squares[place] += g * g;
                weights[place] -= rate * g / (MathF.Sqrt(squares[place]) + 1e-6f);
            }
        }
    }
}

/// <summary>One example of a choice: the features of each candidate, and which is right.</summary>
internal sealed record Example(Choice Choice, int[][] Candidates, int Right);

/// <summary>The choices that are learned, each apart.</summary>
internal enum Choice
{
    Shape,
    AfterStart,
    AfterEnd,
    BeforeEnd,
    BeforeStart,
    Source,
}

/// <summary>What reading attributions needs, made once.</summary>
internal sealed class AttributionEngineParts
{
    public AttributionEngineParts()
    {
        Classes = new(Vocabulary);
        Cues = new(Vocabulary, Classes);
        Sentences = new(Vocabulary);
    }

    public Vocabulary Vocabulary { get; } = new();

    public WordClasses Classes { get; }

    public CueLexicon Cues { get; }

    public Sentences Sentences { get; }
}

/// <summary>Turns one annotated article into examples of every choice.</summary>
internal sealed class ExampleMaker
{
    private readonly ArticleTokens _tokens;
    private readonly Choices _choices;
    private readonly ChoiceFeatures _describe;
    private readonly Features _features = new();
    private readonly List<(TokenRange Cue, int First, int[] Content, int[] Source)> _gold = [];

    public ExampleMaker(AttributionEngineParts parts, WordClusters clusters, AnnotatedArticle article)
    {
        _tokens = new(parts.Vocabulary, parts.Sentences);
        _tokens.Read(article.Article);
        _choices = new(parts.Classes, parts.Cues, clusters);
        _choices.Read(_tokens);
        _describe = new(_choices);
        foreach (var marked in article.Attributions)
        {
            var cue = Words(marked.Cue);
            var content = Words(marked.Content);
            if (cue.Length > 0 && content.Length > 0)
                _gold.Add((new(cue[0], cue[^1] + 1), cue[0], content, Words(marked.Source)));
        }
    }

    public void Make(List<Example> examples)
    {
        List<CueCandidate> cues = [];
        _choices.FindCues(cues);
        HashSet<int> taken = [];
        foreach (var cue in cues)
        {
            var match = _gold.FindIndex(g => g.Cue.Overlaps(cue.Range));
            if (match < 0)
            {
                // Inside somebody's words nobody marked anything: whether it would have been is not known.
                if (!_gold.Any(g => g.Content.AsSpan().BinarySearch(cue.Range.Start) >= 0 || g.Source.AsSpan().BinarySearch(cue.Range.Start) >= 0))
                    AddShape(cue, Shape.None, examples);
            }
            else if (taken.Add(match))
                Add(cue, _gold[match].Content, _gold[match].Source, examples);
        }
    }

    private void Add(CueCandidate cue, int[] content, int[] source, List<Example> examples)
    {
        var before = content.Where(t => t < cue.Range.Start).ToArray();
        var after = content.Where(t => t >= cue.Range.End).ToArray();
        if (after.Length > 1 && (_choices.Class(after[0]) & WordClass.That) != 0)
            after = after[1..];
        var shape = (before.Length, after.Length) switch { (0, 0) => Shape.None, (0, _) => Shape.After, (_, 0) => Shape.Before, _ => Shape.Around };
        if (shape == Shape.None)
            return;
        AddShape(cue, shape, examples);

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

    private void AddShape(CueCandidate cue, Shape right, List<Example> examples)
    {
        var candidates = new int[4][];
        _describe.Shape(cue, _features);
        for (var s = Shape.None; s <= Shape.Around; s++)
            candidates[(int)s] = Places((uint)s + 1);

        examples.Add(new(Choice.Shape, candidates, (int)right));
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
            var group = groups[i];
            if (group.Range.Overlaps(cue.Range) || content.Any(group.Range.Contains))
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
