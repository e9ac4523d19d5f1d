using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>How strongly each participant is in the reader's mind at some token: who spoke last, who was the subject before, how long ago.</summary>
internal sealed class Salience(Surroundings around)
{
    private const int SentencesBack = 6;
    private readonly List<Candidate> _found = [];
    private Cast _cast = null!;
    private SpeechLog _log = null!;

    /// <summary>Where the last of those spoke who can be meant; −1 where none did.</summary>
    private int _spoke;

    public void Read(Cast cast, SpeechLog log) => (_cast, _log, Content) = (cast, log, null);

    /// <summary>
    /// What the one who is sought says: “Rebels stormed the mill, they said”. Who is named in it alone doesn't say it. Null where nothing is known of it.
    /// </summary>
    public TokenRange? Content { get; set; }

    /// <summary>The most salient participant that <paramref name="fits"/>, with its lead over the next; −1 for none.</summary>
    public (int Participant, double Lead) Best(int token, Func<Participant, double> fits)
    {
        Gather(token, fits);
        var (best, first, second) = (-1, double.MinValue, double.MinValue);
        foreach (var (participant, score, _) in _found)
        {
            var fit = fits(_cast[participant]);
            if (double.IsNegativeInfinity(fit))
                continue;
            var total = score + fit;
            if (total > first)
                (best, first, second) = (participant, total, first);
            else if (total > second)
                second = total;
        }

        return (best, second == double.MinValue ? 6 : first - second);
    }

    /// <summary>Everyone spoken of in the last sentences and everyone who spoke lately, with their scores before <see cref="Best"/> asks what fits.</summary>
    private void Gather(int token, Func<Participant, double> fits)
    {
        _found.Clear();
        var sentence = _cast.Article.SentenceOf(token);
        var paragraph = around.ParagraphOf(token);
        GatherSpeakers(sentence, paragraph, fits);
        GatherMentions(token, sentence);
    }

    private void GatherSpeakers(int sentence, int paragraph, Func<Participant, double> fits)
    {
        // The last speaker is the last of those who can be meant: a ministry that spoke since leaves “he” with the man who spoke before it.
        var rank = 0;
        _spoke = -1;
        foreach (var speech in _log.Recent)
        {
            var score = rank switch { 0 => 4.0, 1 => 2.0, _ => 1.0 };
            if (!double.IsNegativeInfinity(fits(_cast[speech.Participant])) && rank++ == 0)
                _spoke = speech.Token;
            score += speech.Paragraph == paragraph ? 2 : 0;
            score -= 0.25 * Math.Min(12, sentence - speech.Sentence);
            _found.Add(new(speech.Participant, score, Named: false));
        }
    }

    private void GatherMentions(int token, int sentence)
    {
        var seen = 0;
        for (var i = _cast.LastBefore(token); i >= 0 && seen < 60; i--, seen++)
        {
            var mention = _cast.Mentions[i];
            var distance = sentence - _cast.Article.SentenceOf(mention.Range.Start);
            if (distance > SentencesBack)
                break;
            if (!mention.IsActor || Content?.Contains(mention.Range) == true)
                continue;
            var quoted = around.Has(mention.Range.Start, TokenFlags.Quoted);
            var subject = !quoted && around.IsSubject(mention.Range) && around.IsClauseHead(mention.Range);
            // The subject of the sentence before speaks on, whoever spoke last before it.
            var since = subject && distance <= 1 && _log.Count > 0 && mention.Range.Start > _spoke
                && around.ParagraphOf(mention.Range.Start) == around.ParagraphOf(token) && around.IsMainClause(mention.Range.Start);
            var score = (subject ? since ? 7.5 : 4.0 : quoted ? 0.25 : distance == 0 ? 2.0 : 1.0) - 0.75 * distance;
            if (IndexOf(mention.Participant) is >= 0 and var known)
                Raise(known, score, since);
            else
                _found.Add(new(mention.Participant, score, Named: true));
        }
    }

    /// <summary>The nearest mention of someone who spoke counts half; those before it not at all.</summary>
    private void Raise(int index, double score, bool since)
    {
        var (participant, before, named) = _found[index];
        if (!named)
            _found[index] = new(participant, since ? Math.Max(before, score) + 1 : before + Math.Max(0, score * 0.5), Named: true);
    }

    private int IndexOf(int participant)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Participant == participant)
                return i;
        }

        return -1;
    }

    private readonly record struct Candidate(int Participant, double Score, bool Named);
}
