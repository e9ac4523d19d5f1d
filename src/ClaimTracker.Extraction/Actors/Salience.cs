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

    /// <summary>Those of whom a paragraph tells before a token, so far as they fit.</summary>
    /// <param name="Acting">Who speaks there or is the subject of a sentence.</param>
    /// <param name="Named">Whom it names.</param>
    /// <param name="Before">Whether a sentence before the token's own names anybody.</param>
    public sealed record Nearby(HashSet<Participant> Acting, HashSet<Participant> Named, bool Before)
    {
        /// <summary>Whether the paragraph told of others, and not of this one.</summary>
        public bool LeavesOut(Participant taken) => Acting.Count == 0 && Before && !Named.Contains(taken);
    }

    /// <summary>Who is meant by “he” is somebody of whom the paragraph tells, where it tells of anybody.</summary>
    public Nearby InParagraph(int token, Func<Participant, double> fits)
    {
        var (paragraph, sentence) = (around.ParagraphOf(token), _cast.Article.SentenceOf(token));
        HashSet<Participant> acting = [];
        foreach (var speech in _log.Recent)
        {
            if (speech.Paragraph == paragraph && !double.IsNegativeInfinity(fits(_cast[speech.Participant])))
                acting.Add(_cast[speech.Participant]);
        }

        HashSet<Participant> named = [];
        var earlier = false;
        foreach (var mention in People(token, paragraph, fits))
        {
            if (around.IsSubject(mention.Range) && around.IsClauseHead(mention.Range))
                acting.Add(_cast[mention.Participant]);
            named.Add(_cast[mention.Participant]);
            earlier |= _cast.Article.SentenceOf(mention.Range.Start) < sentence;
        }

        return new(acting, named, earlier);
    }

    /// <summary>Whether one neither spoke nor is named in a token's paragraph and the one before, and another has spoken since.</summary>
    public bool IsFar(int token, int taken)
    {
        var paragraph = around.ParagraphOf(token);
        var before = paragraph > 0 ? around.ParagraphOf(paragraph - 1) : paragraph;
        if (_log.Count == 0 || _log[^1].Participant == taken)
            return false;
        foreach (var speech in _log.Recent)
        {
            if (speech.Participant == taken && speech.Token >= before)
                return false;
        }

        for (var i = _cast.LastBefore(token); i >= 0 && _cast.Mentions[i].Range.Start >= before; i--)
        {
            if (_cast.Mentions[i].Participant == taken)
                return false;
        }

        return true;
    }

    /// <summary>Those without names of whom one spoke last in a token's paragraph: “…, said one of them”, behind which “he” is that one; −1 for none.</summary>
    public int OneOfSeveral(int token)
    {
        if (_log.Count == 0 || _log[^1] is var last && (last.Paragraph != around.ParagraphOf(token) || _cast[last.Participant] is not { Plural: true, Kind: ActorKind.Anonymous, IsHuman: true }))
            return -1;
        var sentence = _cast.Article.Sentences[last.Sentence];
        for (var i = sentence.Start; i + 2 < sentence.End; i++)
        {
            if (_cast.Article.Letters(i) is "one" && around.Word(i + 1) == around.Lexicon.OfWord && around.Is(i + 2, SpeakerWord.Plural))
                return last.Participant;
        }

        return -1;
    }

    /// <summary>
    /// Whether the sentence before a token's own is about one other person and not about the one who is taken for “he”: “The remark drew an answer from
    /// Ruiz. …, he said.” Then either can be meant.
    /// </summary>
    public bool Between(int token, int taken, Func<Participant, double> fits)
    {
        var before = _cast.Article.SentenceOf(token) - 1;
        if (before < 0 || around.ParagraphOf(_cast.Article.Sentences[before].Start) != around.ParagraphOf(token))
            return false;
        foreach (var speech in _log.Recent)
        {
            if (speech.Participant == taken && speech.Sentence >= before)
                return false;
        }

        var range = _cast.Article.Sentences[before];
        for (var i = range.Start; i < range.End; i++)
        {
            if (around.Is(i, SpeakerWord.Pronoun) && around.Is(i, SpeakerWord.Masculine | SpeakerWord.Feminine) && !around.Has(i, TokenFlags.Quoted) && around.IsVerb(i + 1))
                return false;
        }

        var others = People(token, around.ParagraphOf(token), fits).Where(m => _cast.Article.SentenceOf(m.Range.Start) == before).Select(m => m.Participant).Distinct().ToList();
        return others is [var only] && only != taken;
    }

    /// <summary>People named in a paragraph before a token, neither in quotation marks nor in what the one who is sought says.</summary>
    private IEnumerable<NameMention> People(int token, int paragraph, Func<Participant, double> fits)
    {
        for (var i = _cast.LastBefore(token); i >= 0 && _cast.Mentions[i].Range.Start >= paragraph; i--)
        {
            var mention = _cast.Mentions[i];
            if (mention.IsActor && _cast[mention.Participant].IsOnePerson && Content?.Contains(mention.Range) != true
                && !around.Has(mention.Range.Start, TokenFlags.Quoted) && !double.IsNegativeInfinity(fits(_cast[mention.Participant])))
                yield return mention;
        }
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
            var score = (subject ? since ? distance == 0 ? 9.5 : 7.5 : 4.0 : quoted ? 0.25 : distance == 0 ? 2.0 : 1.0) - 0.75 * distance;
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
