using System.Runtime.CompilerServices;

namespace ClaimTracker.Extraction.Text;

/// <summary>Finds phrases of one or more words in a run of tokens, the longest first.</summary>
/// <remarks>
/// Phrases are tokenized as articles are, so “Jean-Luc de la Tour” or “U.S.” match as they stand. A trailing <c>*</c>
/// on a phrase's last word stands for any ending. Filled while an engine is made, then only read.
/// </remarks>
internal sealed class PhraseTrie<T>
{
    private readonly TokenBuffer _buffer = new();
    private readonly Dictionary<long, int> _next = [];

    /// <summary>The open words behind a node by the <see cref="Token.Head"/>s of words that can begin with them, the shortest first.</summary>
    private readonly Dictionary<long, List<(string Prefix, T Value)>> _open = [];
    private Node[] _nodes = new Node[1];
    private int _count = 1;

    /// <summary>The node behind each word that begins a phrase, by word id; 0 for others. As bits besides, which are few enough to stay at hand.</summary>
    private int[] _first = new int[64];
    private ulong[] _starts = new ulong[1];

    /// <summary>The <see cref="Token.Head"/>s with which an open word can begin a phrase, as bits; empty where no phrase begins with one.</summary>
    private ulong[] _openStarts = [];

    private struct Node
    {
        public T? Value;

        /// <summary>Whether a phrase ends here.</summary>
        public bool Ends;

        /// <summary>Whether a longer phrase goes on with a whole word.</summary>
        public bool Continues;

        /// <summary>Whether one goes on with an open word.</summary>
        public bool Opens;
    }

    /// <summary>Adds a phrase; of two values for one phrase the first stays, and false is returned.</summary>
    public bool Add(Vocabulary vocabulary, string phrase, T value)
    {
        var open = phrase.EndsWith('*');
        var buffer = _buffer;
        buffer.Clear();
        Tokenizer.Tokenize(open ? phrase[..^1] : phrase, vocabulary, buffer, learn: !open);
        if (buffer.Count == 0)
            return false;

        var node = 0;
        var last = open ? buffer.Count - 1 : buffer.Count;
        for (var i = 0; i < last; i++)
        {
            var word = WordOf(vocabulary, phrase, buffer[i]);
            node = Next(node, word) is > 0 and var next ? next : AddNode(node, word);
        }

        if (open)
        {
            _nodes[node].Opens = true;
            return AddOpen(node, new([.. buffer[last].In(phrase).ToString().Select(Vocabulary.Fold)]), value);
        }

        if (_nodes[node].Ends)
            return false;
        (_nodes[node].Ends, _nodes[node].Value) = (true, value);
        return true;
    }

    private int Next(int node, int word) =>
        node != 0 ? _next.GetValueOrDefault(Key(node, word)) : word < _first.Length ? _first[word] : 0;

    private int AddNode(int before, int word)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, _count * 2);
        _nodes[before].Continues = true;
        if (before != 0)
            return _next[Key(before, word)] = _count++;
        if (word >= _first.Length)
        {
            Array.Resize(ref _first, Math.Max(word + 1, _first.Length * 2));
            Array.Resize(ref _starts, (_first.Length + 63) / 64);
        }

        _starts[word >> 6] |= 1UL << word;
        return _first[word] = _count++;
    }

    /// <summary>Whether a phrase can begin at a token; most tokens are dismissed by this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CanBegin(in Token token)
    {
        var (starts, cell) = (_starts, token.Word >> 6);
        return ((uint)cell < (uint)starts.Length && (starts[cell] >> token.Word & 1) != 0)
            || (_openStarts is { Length: > 0 } open && (open[token.Head >> 6] >> token.Head & 1) != 0);
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    /// <returns>Its length in tokens, or 0 where none begins here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Match(TokenBuffer tokens, string text, int at, out T? value)
    {
        if (CanBegin(tokens[at]))
            return Longest(tokens, text, at, tokens.Count, out value);
        value = default;
        return 0;
    }

    /// <summary>The longest phrase that begins at a token and has fewer tokens than <paramref name="length"/>; 0 for none.</summary>
    public int MatchBelow(TokenBuffer tokens, string text, int at, int length, out T? value) => Longest(tokens, text, at, at + length - 1, out value);

    private int Longest(TokenBuffer tokens, string text, int at, int end, out T? value)
    {
        value = default;
        var (best, node) = (0, 0);
        for (var i = at; i < end; i++)
        {
            ref readonly var here = ref _nodes[node];
            if (here.Opens && MatchPrefix(node, tokens[i], text, out var open))
                (best, value) = (i - at + 1, open);
            if (!here.Continues || tokens[i].Word == 0 || (i > at && tokens[i].Has(TokenFlags.ParagraphStart)))
                break;
            node = Next(node, tokens[i].Word);
            if (node == 0)
                break;
            if (_nodes[node].Ends)
                (best, value) = (i - at + 1, _nodes[node].Value);
        }

        return best;
    }

    private static int WordOf(Vocabulary vocabulary, string phrase, Token token) => token.Word != 0 ? token.Word : vocabulary.Add(token.In(phrase));

    private bool AddOpen(int node, string prefix, T value)
    {
        if (_openStarts.Length == 0)
            _openStarts = new ulong[(Token.NoHead >> 6) + 1];
        var head = Tokenizer.HeadOf(prefix);
        var (more, added) = (prefix.Length > 2 ? 0 : prefix.Length == 2 ? 31 : 1023, false);
        for (var rest = 0; rest <= more; rest++)
        {
            if (node == 0)
                _openStarts[(head | rest) >> 6] |= 1UL << (head | rest);
            if (!_open.TryGetValue(Key(node, head | rest), out var words))
                _open[Key(node, head | rest)] = words = [];
            if (words.Exists(w => w.Prefix == prefix))
                continue;
            words.Insert(words.TakeWhile(w => w.Prefix.Length < prefix.Length).Count(), (prefix, value));
            added = true;
        }

        return added;
    }

    /// <summary>The longest open word that a word begins with.</summary>
    private bool MatchPrefix(int node, in Token token, string text, out T? value)
    {
        value = default;
        if (!_open.TryGetValue(Key(node, token.Head), out var words))
            return false;
        var word = token.In(text);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (!StartsWith(word, words[i].Prefix))
                continue;
            value = words[i].Value;
            return true;
        }

        return false;
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
