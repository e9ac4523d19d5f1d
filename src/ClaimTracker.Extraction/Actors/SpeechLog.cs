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
    private readonly List<Speech> _speeches = [];

    public int Count => _speeches.Count;

    public Speech this[Index index] => _speeches[index];

    public void Clear() => _speeches.Clear();

    public void Add(Speech speech) => _speeches.Add(speech);

    /// <summary>The last speech of someone, or null.</summary>
    public Speech? LastOf(int participant)
    {
        for (var i = _speeches.Count - 1; i >= Math.Max(0, _speeches.Count - 40); i--)
        {
            if (_speeches[i].Participant == participant)
                return _speeches[i];
        }

        return null;
    }
}
