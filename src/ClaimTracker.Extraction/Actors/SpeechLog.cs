namespace ClaimTracker.Extraction.Actors;

/// <summary>Someone who has spoken so far.</summary>
/// <param name="Participant">Index into the cast.</param>
/// <param name="Token">Where the words stand that name the speaker, else the cue, else the content.</param>
/// <param name="Sentence">The sentence of that token.</param>
/// <param name="Paragraph">The first token of its paragraph.</param>
internal readonly record struct Speech(int Participant, int Token, int Sentence, int Paragraph);

/// <summary>Who has spoken so far, in reading order of cues; the memory behind “he said”.</summary>
internal sealed class SpeechLog
{
    /// <summary>Speakers back from the last that still count.</summary>
    private const int Remembered = 6;

    private readonly List<Speech> _speeches = [];
    private readonly List<Speech> _recent = [];

    public int Count => _speeches.Count;

    public Speech this[Index index] => _speeches[index];

    /// <summary>The last speech of each of those who spoke last, the latest first.</summary>
    public IReadOnlyList<Speech> Recent => _recent;

    public void Clear()
    {
        _speeches.Clear();
        _recent.Clear();
    }

    public void Add(Speech speech)
    {
        _speeches.Add(speech);
        var known = _recent.FindIndex(s => s.Participant == speech.Participant);
        if (known >= 0 || _recent.Count == Remembered)
            _recent.RemoveAt(known >= 0 ? known : Remembered - 1);
        _recent.Insert(0, speech);
    }
}
