namespace ClaimTracker.Extraction.Text;

/// <summary>Finds phrases of one or more words in a run of tokens, the longest first.</summary>
/// <remarks>
/// Phrases are tokenized as articles are, so “Jean-Luc de la Tour” or “U.S.” match as they stand. A trailing <c>*</c>
/// on a phrase's last word stands for any ending. Filled while an engine is made, then only read.
/// </remarks>
internal sealed class PhraseTrie<T>
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<(bool Set, T? Value)> _nodes = [(false, default)];
    private readonly WordMap<byte[]> _starts = new();
    private readonly Dictionary<long, (string Prefix, T Value)> _prefixes = [];
    private readonly ulong[] _openStarts = new ulong[16];
    private ulong _prefixLengths;

    /// <summary>Adds a phrase; of two values for one phrase the first stays, and false is returned.</summary>
    public bool Add(Vocabulary vocabulary, string phrase, T value)
    {
        var open = phrase.EndsWith('*');
        var buffer = new TokenBuffer();
        Tokenizer.Tokenize(open ? phrase[..^1] : phrase, vocabulary, buffer, learn: !open);
        if (buffer.Count == 0)
            return false;

        var node = 0;
        var last = open ? buffer.Count - 1 : buffer.Count;
        for (var i = 0; i < last; i++)
        {
            var word = WordOf(vocabulary, phrase, buffer[i]);
            if (i == 0)
                _starts.Set(word, []);
            var key = Key(node, word);
            if (!_next.TryGetValue(key, out var next))
            {
                _nodes.Add((false, default));
                _next[key] = next = _nodes.Count - 1;
            }

            node = next;
        }

        if (open)
        {
            var prefix = buffer[last].In(phrase);
            _prefixLengths |= 1UL << Math.Min(63, prefix.Length);
            if (node == 0)
                MarkStart(prefix);
            return _prefixes.TryAdd(Key(node, (int)Vocabulary.Hash(prefix)), (new string([.. prefix.ToString().Select(Vocabulary.Fold)]), value));
        }

        if (_nodes[node].Set)
            return false;
        _nodes[node] = (true, value);
        return true;
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>Its length in tokens, or 0 where none begins here.</returns>
    public int Match(TokenBuffer tokens, string text, int at, out T? value)
    {
        value = default;
        var best = 0;
        if ((tokens[at].Word == 0 || _starts[tokens[at].Word] is null) && !(_prefixLengths != 0 && CanOpen(tokens[at].In(text))))
            return 0;

        var node = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            if (_prefixLengths != 0 && MatchPrefix(node, tokens[i].In(text), out var open))
                (best, value) = (i - at + 1, open);

            if (tokens[i].Word == 0 || (i > at && tokens[i].Has(TokenFlags.ParagraphStart)) || !_next.TryGetValue(Key(node, tokens[i].Word), out node))
                break;
            if (_nodes[node].Set)
                (best, value) = (i - at + 1, _nodes[node].Value);
        }

        return best;
    }

    private static int WordOf(Vocabulary vocabulary, string phrase, Token token) => token.Word != 0 ? token.Word : vocabulary.Add(token.In(phrase));

    /// <summary>Most words begin with no open word's first two letters: a table of them spares the hashing.</summary>
    private void MarkStart(ReadOnlySpan<char> prefix)
    {
        if (prefix.Length > 1)
        {
            var pair = Pair(prefix[0], prefix[1]);
            _openStarts[pair >> 6] |= 1UL << (pair & 63);
            return;
        }

        for (var c = 'a'; c <= 'z'; c++)
            MarkStart([prefix[0], c]);
    }

    private bool CanOpen(ReadOnlySpan<char> word) =>
        word.Length > 1 ? (_openStarts[Pair(word[0], word[1]) >> 6] >> (Pair(word[0], word[1]) & 63) & 1) != 0 : word.Length == 1;

    private static int Pair(char first, char second) => (Vocabulary.Fold(first) & 31) << 5 | (Vocabulary.Fold(second) & 31);

    /// <summary>The longest open word that a word begins with, found by the hashes of its first letters.</summary>
    private bool MatchPrefix(int node, ReadOnlySpan<char> word, out T? value)
    {
        value = default;
        var (hash, found) = (Vocabulary.HashStart, false);
        for (var i = 0; i < word.Length && i < 63; i++)
        {
            hash = Vocabulary.HashNext(hash, word[i]);
            if ((_prefixLengths >> (i + 1) & 1) != 0 && _prefixes.TryGetValue(Key(node, (int)Vocabulary.HashEnd(hash)), out var entry) && StartsWith(word, entry.Prefix))
                (value, found) = (entry.Value, true);
        }

        return found;
    }

    private static bool StartsWith(ReadOnlySpan<char> word, string prefix)
    {
        if (word.Length < prefix.Length)
            return false;
        for (var i = 0; i < prefix.Length; i++)
        {
            if (Vocabulary.Fold(word[i]) != prefix[i])
                return false;
        }

        return true;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
