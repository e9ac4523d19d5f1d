using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Training;

/// <summary>Sorts words into classes by the company they keep, without any marking: words that stand between the same words go together.</summary>
/// <remarks>
/// The exchange algorithm of Kneser and Ney 1993, “Improved clustering techniques for class-based statistical language modelling”:
/// each word in turn moves to the class that makes the bigrams of classes most predictable. Deterministic: ties go to the lower class.
/// </remarks>
internal sealed class WordClusterTrainer
{
    private const int Least = 4;
    private readonly int _classes;
    private readonly Dictionary<uint, int> _ids = [];
    private readonly List<uint> _hashes = [];
    private readonly List<int> _counts = [];
    private readonly List<Dictionary<int, int>> _left = [];
    private readonly List<Dictionary<int, int>> _right = [];
    private int[] _classOf = [];
    private double[,] _pairs = new double[0, 0];
    private double[] _sums = [];

    public WordClusterTrainer(int classes) => _classes = classes;

    /// <summary>Counts the neighbours in one article.</summary>
    public void Count(ArticleTokens article)
    {
        var before = -1;
        foreach (ref readonly var token in article.Tokens.Span)
        {
            if (token.Has(TokenFlags.SentenceStart))
                before = IdOf(0xFFFFFFFF);
            var id = IdOf(token.Hash);
            _counts[id]++;
            if (before >= 0)
            {
                _left[id][before] = _left[id].GetValueOrDefault(before) + 1;
                _right[before][id] = _right[before].GetValueOrDefault(id) + 1;
            }

            before = id;
        }
    }

    /// <summary>The class of each word that is frequent enough, by the hash of its folded letters.</summary>
    public IReadOnlyDictionary<uint, byte> Cluster(int rounds)
    {
        var order = Enumerable.Range(0, _hashes.Count).Where(w => _counts[w] >= Least).OrderByDescending(w => _counts[w]).ThenBy(w => _hashes[w]).ToArray();
        _classOf = new int[_hashes.Count];
        Array.Fill(_classOf, _classes);
        for (var i = 0; i < order.Length; i++)
            _classOf[order[i]] = i < _classes ? i : i % _classes;
        Tally();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var word in order)
                Exchange(word);
        }

        return order.ToDictionary(w => _hashes[w], w => (byte)_classOf[w]);
    }

    private int IdOf(uint hash)
    {
        if (_ids.TryGetValue(hash, out var id))
            return id;
        _ids[hash] = id = _hashes.Count;
        _hashes.Add(hash);
        _counts.Add(0);
        _left.Add([]);
        _right.Add([]);
        return id;
    }

    private void Tally()
    {
        _pairs = new double[_classes + 1, _classes + 1];
        _sums = new double[_classes + 1];
        for (var word = 0; word < _hashes.Count; word++)
        {
            foreach (var (next, count) in _right[word])
                _pairs[_classOf[word], _classOf[next]] += count;
            _sums[_classOf[word]] += _counts[word];
        }
    }

    private void Exchange(int word)
    {
        var (from, self) = (_classOf[word], _right[word].GetValueOrDefault(word));
        var left = new double[_classes + 1];
        var right = new double[_classes + 1];
        foreach (var (other, count) in _left[word])
        {
            if (other != word)
                left[_classOf[other]] += count;
        }

        foreach (var (other, count) in _right[word])
        {
            if (other != word)
                right[_classOf[other]] += count;
        }

        Move(from, left, right, self, _counts[word], -1);
        var (best, to) = (double.NegativeInfinity, from);
        for (var c = 0; c < _classes; c++)
        {
            var gain = Gain(c, left, right, self, _counts[word]);
            if (gain > best + 1e-9)
                (best, to) = (gain, c);
        }

        Move(to, left, right, self, _counts[word], 1);
        _classOf[word] = to;
    }

    private void Move(int c, double[] left, double[] right, double self, double count, int sign)
    {
        for (var d = 0; d <= _classes; d++)
        {
            _pairs[d, c] += sign * left[d];
            _pairs[c, d] += sign * right[d];
        }

        _pairs[c, c] += sign * self;
        _sums[c] += sign * count;
    }

    private double Gain(int c, double[] left, double[] right, double self, double count)
    {
        var gain = -2 * (Entropy(_sums[c] + count) - Entropy(_sums[c]));
        for (var d = 0; d <= _classes; d++)
        {
            if (d == c)
                continue;
            if (left[d] > 0)
                gain += Entropy(_pairs[d, c] + left[d]) - Entropy(_pairs[d, c]);
            if (right[d] > 0)
                gain += Entropy(_pairs[c, d] + right[d]) - Entropy(_pairs[c, d]);
        }

        return gain + Entropy(_pairs[c, c] + left[c] + right[c] + self) - Entropy(_pairs[c, c]);
    }

    private static double Entropy(double n) => n > 0 ? n * Math.Log(n) : 0;
}
