using System.Runtime.CompilerServices;

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
    private ulong[] _starts = new ulong[64];
    private readonly Dictionary<long, (string Prefix, T Value)> _prefixes = [];
    private readonly ulong[] _openStarts = new ulong[(Token.NoHead >> 6) + 1];
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
                MarkStart(word);
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
                MarkOpenStart(prefix);
            return _prefixes.TryAdd(Key(node, (int)Vocabulary.Hash(prefix)), (new string([.. prefix.ToString().Select(Vocabulary.Fold)]), value));
        }

        if (_nodes[node].Set)
            return false;
        _nodes[node] = (true, value);
        return true;
    }

    /// <summary>Whether a phrase can begin at a token; most tokens are dismissed by this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CanBegin(in Token token)
    {
        var (starts, cell) = (_starts, token.Word >> 6);
        return ((uint)cell < (uint)starts.Length && (starts[cell] >> token.Word & 1) != 0)
            || (_prefixLengths != 0 && (_openStarts[token.Head >> 6] >> token.Head & 1) != 0);
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>Its length in tokens, or 0 where none begins here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Match(TokenBuffer tokens, string text, int at, out T? value)
    {
        if (CanBegin(tokens[at]))
            return Longest(tokens, text, at, out value);
        value = default;
        return 0;
    }

    private int Longest(TokenBuffer tokens, string text, int at, out T? value)
    {
        value = default;
        var best = 0;
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

    private void MarkStart(int word)
    {
        if (word >> 6 >= _starts.Length)
            Array.Resize(ref _starts, Math.Max((word >> 6) + 1, _starts.Length * 2));
        _starts[word >> 6] |= 1UL << word;
    }

    /// <summary>Most words begin with no open word's first three letters: a table of them spares the hashing.</summary>
    private void MarkOpenStart(ReadOnlySpan<char> prefix)
    {
        var head = Tokenizer.HeadOf(prefix);
        var more = prefix.Length > 2 ? 0 : prefix.Length == 2 ? 31 : 1023;
        for (var rest = 0; rest <= more; rest++)
            _openStarts[head >> 6 | rest >> 6] |= 1UL << (head | rest);
    }

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
