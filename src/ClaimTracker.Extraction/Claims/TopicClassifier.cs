using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Which topics of the dossier a stretch of text speaks of: its words and phrases, longer ones counting more.</summary>
internal sealed class TopicClassifier
{
    /// <summary>A topic with less than this part of the strongest one's weight is left out.</summary>
    private const double LeastShare = 0.34;

    private readonly PhraseTrie<List<int>> _phrases = new();
    private readonly PhraseTrie<List<(int List, int Word)>> _parts = new();
    private readonly List<(int Topic, int Count)> _together = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<ulong, string[]> _sets = new();
    private readonly string[] _ids;

    public TopicClassifier(Dossier dossier, Vocabulary vocabulary)
    {
        _ids = [.. dossier.Topics.Select(t => t.Id)];
        if (_ids.Length > 64)
            throw new ArgumentException($"a dossier can have 64 topics at most; this one has {_ids.Length}", nameof(dossier));
        var parts = new Dictionary<string, List<(int, int)>>(StringComparer.OrdinalIgnoreCase);
        var topics = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < dossier.Topics.Count; i++)
        {
            foreach (var word in dossier.Topics[i].Words)
                (topics.TryGetValue(word, out var list) ? list : topics[word] = []).Add(i);
            foreach (var words in dossier.Topics[i].Together)
            {
                for (var n = 0; n < words.Count; n++)
                    (parts.TryGetValue(words[n], out var list) ? list : parts[words[n]] = []).Add((_together.Count, n));
                _together.Add((i, words.Count));
            }
        }

        AddParts(vocabulary, parts);

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

    /// <summary>A match gives the longest phrase alone, so that each phrase carries the lists of all that it begins with: “casualties” those of “casualt*” too.</summary>
    private void AddParts(Vocabulary vocabulary, Dictionary<string, List<(int List, int Word)>> parts)
    {
        var alone = new List<(PhraseTrie<bool> Phrase, List<(int, int)> Lists)>();
        foreach (var (phrase, lists) in parts)
        {
            var trie = new PhraseTrie<bool>();
            trie.Add(vocabulary, phrase, true);
            alone.Add((trie, lists));
        }

        foreach (var phrase in parts.Keys)
        {
            var buffer = new TokenBuffer();
            var words = phrase.TrimEnd('*');
            Tokenizer.Tokenize(words, vocabulary, buffer, learn: false);
            _parts.Add(vocabulary, phrase, [.. alone.Where(a => buffer.Count > 0 && a.Phrase.Match(buffer, words, 0, out _) > 0).SelectMany(a => a.Lists).Distinct()]);
        }
    }

    /// <summary>Adds the weights of topics whose words have to stand together somewhere in a content.</summary>
    /// <param name="article">The article.</param>
    /// <param name="content">The content's parts.</param>
    /// <param name="seen">Working memory, one number for each list of words.</param>
    /// <param name="weights">The weights by topic.</param>
    public void WeighTogether(ArticleTokens article, ReadOnlySpan<TokenRange> content, Span<uint> seen, Span<double> weights)
    {
        seen.Clear();
        foreach (var range in content)
        {
            for (var i = range.Start; i < range.End; i++)
            {
                if (_parts.Match(article.Tokens, article.Text, i, out var lists) == 0)
                    continue;
                foreach (var (list, word) in lists!)
                {
                    if (System.Numerics.BitOperations.PopCount(seen[list]) == _together[list].Count)
                        continue;
                    seen[list] |= 1u << word;
                    if (System.Numerics.BitOperations.PopCount(seen[list]) == _together[list].Count)
                        weights[_together[list].Topic] += 1;
                }
            }
        }
    }

    /// <summary>How many lists of words there are that have to stand together.</summary>
    public int Lists => _together.Count;

    /// <summary>The ids of the topics whose weight is worth naming, in the dossier's order.</summary>
    public IReadOnlyList<string> Chosen(ReadOnlySpan<double> weights)
    {
        var most = 0.0;
        foreach (var weight in weights)
            most = Math.Max(most, weight);
        if (most == 0)
            return [];
        var bits = 0UL;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 && weights[i] >= LeastShare * most)
                bits |= 1UL << i;
        }

        return _sets.GetOrAdd(bits, Named);
    }

    /// <summary>Few sets of topics occur, so that each list is made once.</summary>
    private string[] Named(ulong bits)
    {
        List<string> chosen = [];
        for (var i = 0; i < _ids.Length; i++)
        {
            if ((bits >> i & 1) != 0)
                chosen.Add(_ids[i]);
        }

        return [.. chosen];
    }
}
