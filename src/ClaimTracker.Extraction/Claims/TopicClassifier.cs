using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Which topics of the dossier a stretch of text speaks of: its words and phrases, longer ones counting more.</summary>
internal sealed class TopicClassifier
{
    /// <summary>A topic with less than this part of the strongest one's weight is left out.</summary>
    private const double LeastShare = 0.34;

    private readonly PhraseTrie<List<int>> _phrases = new();
    private readonly List<(int Topic, PhraseTrie<int> Words, int Count)> _together = [];
    private readonly string[] _ids;

    public TopicClassifier(Dossier dossier, Vocabulary vocabulary)
    {
        _ids = [.. dossier.Topics.Select(t => t.Id)];
        var topics = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < dossier.Topics.Count; i++)
        {
            foreach (var word in dossier.Topics[i].Words)
                (topics.TryGetValue(word, out var list) ? list : topics[word] = []).Add(i);
            foreach (var words in dossier.Topics[i].Together)
            {
                var trie = new PhraseTrie<int>();
                for (var n = 0; n < words.Count; n++)
                    trie.Add(vocabulary, words[n], n);
                _together.Add((i, trie, words.Count));
            }
        }

        foreach (var (phrase, list) in topics)
            _phrases.Add(vocabulary, phrase, list);
    }

    /// <summary>How many topics there are.</summary>
    public int Count => _ids.Length;

    /// <summary>Adds the weights of the topics in some tokens.</summary>
    public void Weigh(ArticleTokens article, TokenRange range, Span<double> weights)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var length = _phrases.Match(article.Tokens, article.Text, i, out var topics);
            if (length == 0 || i + length > range.End)
                continue;
            foreach (var topic in topics!)
                weights[topic] += 1 + 0.5 * (length - 1);
            i += length - 1;
        }
    }

    /// <summary>Adds the weights of topics whose words have to stand together somewhere in a content.</summary>
    public void WeighTogether(ArticleTokens article, IReadOnlyList<TokenRange> content, Span<double> weights)
    {
        foreach (var (topic, words, count) in _together)
        {
            var seen = 0u;
            foreach (var range in content)
            {
                for (var i = range.Start; i < range.End; i++)
                {
                    if (words.Match(article.Tokens, article.Text, i, out var nth) > 0)
                        seen |= 1u << nth;
                }
            }

            if (System.Numerics.BitOperations.PopCount(seen) == count)
                weights[topic] += 1;
        }
    }

    /// <summary>The ids of the topics whose weight is worth naming, in the dossier's order.</summary>
    public IReadOnlyList<string> Chosen(ReadOnlySpan<double> weights)
    {
        var most = 0.0;
        foreach (var weight in weights)
            most = Math.Max(most, weight);
        if (most == 0)
            return [];
        List<string> chosen = [];
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 && weights[i] >= LeastShare * most)
                chosen.Add(_ids[i]);
        }

        return chosen;
    }
}
