using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Training;

/// <summary>One example of a choice: the features of each candidate, and which is right.</summary>
internal sealed record Example(Choice Choice, int[][] Candidates, int Right)
{
    /// <summary>Scores that the candidates have already, where the features come on top of others.</summary>
    public float[]? Known { get; init; }
}

/// <summary>The choices that are learned, each apart.</summary>
internal enum Choice
{
    Shape,
    AfterStart,
    AfterEnd,
    BeforeEnd,
    BeforeStart,
    Source,
    Reading,
}

/// <summary>Fits the weights of conditional log-linear choices.</summary>
/// <remarks>
/// Stochastic gradient with AdaGrad steps (Duchi et al. 2011); at each step a part of the features is left out, so that no
/// choice rests on a few of them (dropout, Srivastava et al. 2014); the weights are averaged over epochs, and over runs that
/// leave out others. All orders come from fixed generators: the same examples give the same weights.
/// </remarks>
internal static class LogLinearFit
{
    private const float Rate = 0.08f;
    private const float Decay = 3e-3f;
    private const float Ease = 1f; // so that the first steps of a rare feature are not the largest
    private const float LeftOut = 0.4f;

    /// <summary>The mean weights of some runs, <see cref="LinearModel.Size"/> of them.</summary>
    public static float[] Weights(List<Example> examples, int epochs, int runs)
    {
        var all = new float[runs][];
        Parallel.For(0, runs, run => all[run] = Weights(examples, epochs, (uint)run));
        var mean = new float[LinearModel.Size];
        foreach (var weights in all)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += weights[i] / runs;
        }

        return mean;
    }

    private static float[] Weights(List<Example> examples, int epochs, uint run)
    {
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
                Step(examples[index], weights, squares, ((uint)index * 2654435761u) ^ ((uint)epoch * 40503u) ^ (run * 0x27D4EB2Fu));
            for (var i = 0; i < sum.Length; i++)
                sum[i] += weights[i];
        }

        return Array.ConvertAll(sum, w => (float)(w / epochs));
    }

    private static void Step(Example example, float[] weights, float[] squares, uint seed)
    {
        Span<float> scores = stackalloc float[example.Candidates.Length];
        var most = float.NegativeInfinity;
        for (var c = 0; c < scores.Length; c++)
        {
            var sum = 0f;
            foreach (var place in example.Candidates[c])
                sum += IsLeftOut(place, seed) ? 0 : weights[place];
            scores[c] = (example.Known?[c] ?? 0f) + (sum / (1 - LeftOut));
            most = Math.Max(most, scores[c]);
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
                if (IsLeftOut(place, seed))
                    continue;
                var g = gradient + (Decay * weights[place]);
                squares[place] += g * g;
                weights[place] -= Rate * g / (MathF.Sqrt(squares[place]) + 1e-6f);
            }
        }
    }

    /// <summary>A feature is left out for all candidates of an example, or for none.</summary>
    private static bool IsLeftOut(int place, uint seed)
    {
        var hash = ((uint)place ^ seed) * 0x9E3779B1u;
        hash ^= hash >> 15;
        hash *= 0x85EBCA77u;
        hash ^= hash >> 13;
        return hash * 0xC2B2AE3Du < LeftOut * uint.MaxValue;
    }
}
