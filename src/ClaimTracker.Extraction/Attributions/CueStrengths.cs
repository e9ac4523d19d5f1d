namespace ClaimTracker.Extraction.Attributions;

/// <summary>
/// How surely each word of an article is a cue, as a first look at its surroundings tells: what the rankers of shapes and bounds
/// may know of the other cues around. “He did not recall it, but in a later interview said …” ends before the second.
/// </summary>
/// <remarks>Stacked learning (Wolpert 1992): in training, the first look comes from a model that has not seen the article.</remarks>
internal sealed class CueStrengths
{
    private byte[] _codes = new byte[1024];
    private float[] _scores = new float[4096];
    private int[] _next = new int[1025];
    private int[] _previous = new int[1025];
    private int[] _strongBefore = new int[1025];
    private int _count;

    /// <summary>Another one whenever anything here has changed.</summary>
    public int Version { get; private set; }

    /// <summary>Forgets all; the article has <paramref name="tokens"/> tokens.</summary>
    public void Clear(int tokens)
    {
        if (_codes.Length < tokens)
        {
            var size = tokens * 2;
            (_codes, _next, _previous, _strongBefore) = (new byte[size], new int[size + 1], new int[size + 1], new int[size + 1]);
            _scores = new float[size * 4];
        }

        _count = tokens;
        Array.Clear(_codes, 0, tokens);
        Link();
    }

    /// <summary>The scores of the four shapes of the cue that begins at a token: of a first look, once it has been taken.</summary>
    public Span<float> Scores(int token) => _scores.AsSpan(token * 4, 4);

    /// <summary>Notes what the first look found for the cue that begins at a token.</summary>
    public void Set(int token, Shape shape, double probability)
    {
        var level = probability switch { < 0.15 => 0, < 0.4 => 1, < 0.7 => 2, < 0.9 => 3, _ => 4 };
        _codes[token] = (byte)(level == 0 ? 0 : (level * 4) + (int)shape);
    }

    /// <summary>Makes the neighbours known; to be called once all are set.</summary>
    public void Link()
    {
        Version++;
        var next = -1;
        for (var i = _count - 1; i >= 0; i--)
        {
            if (_codes[i] != 0)
                next = i;
            _next[i] = next;
        }

        var (previous, strong) = (-1, 0);
        for (var i = 0; i < _count; i++)
        {
            _strongBefore[i] = strong;
            if (_codes[i] != 0)
                previous = i;
            if (_codes[i] >= 12)
                strong++;
            _previous[i] = previous;
        }

        _strongBefore[_count] = strong;
    }

    /// <summary>Shape and strength in one: 0 for no cue, else four times the strength (1 to 4) and the shape.</summary>
    public uint Code(int token) => (uint)token < (uint)_count ? _codes[token] : 0u;

    /// <summary>The first cue at a token or behind it and before <paramref name="end"/>, or −1.</summary>
    public int First(int start, int end) => (uint)start < (uint)_count && _next[start] is >= 0 and var at && at < end ? at : -1;

    /// <summary>The last cue before <paramref name="end"/> and not before <paramref name="start"/>, or −1.</summary>
    public int Last(int start, int end) => end > 0 && end <= _count && _previous[end - 1] is var at && at >= start ? at : -1;

    /// <summary>How many sure cues stand between two tokens.</summary>
    public int Sure(int start, int end) => end > start && start >= 0 ? _strongBefore[Math.Min(end, _count)] - _strongBefore[Math.Min(start, _count)] : 0;
}
