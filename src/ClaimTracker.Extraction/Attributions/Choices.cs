using System.Runtime.CompilerServices;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Where the content of a cue stands.</summary>
internal enum Shape
{
    /// <summary>The word reports nothing here.</summary>
    None,

    /// <summary>After the cue.</summary>
    After,

    /// <summary>Before it.</summary>
    Before,

    /// <summary>On both sides.</summary>
    Around,
}

/// <summary>A word that can be a cue, where it stands.</summary>
/// <param name="Range">Its tokens: one, or those of a phrase.</param>
/// <param name="Entry">What the lexicon has of it.</param>
/// <param name="Sentence">The index of its sentence.</param>
internal readonly record struct CueCandidate(TokenRange Range, CueEntry Entry, int Sentence);

/// <summary>What learned weights are told of one token.</summary>
internal struct Sight
{
    public WordClass Class;
    public uint Tag;
    public uint Ending;

    /// <summary>A hash of the folded letters.</summary>
    public uint Word;

    /// <summary>What kind of thing it is between two others, as a bit.</summary>
    public uint Between;

    /// <summary>What is told of a token that there isn't.</summary>
    public static Sight Outside => new() { Tag = 2, Word = 1 };
}

/// <summary>
/// The choices that make an attribution out of a cue – its shape, the four bounds of content, its source – each as a list of
/// candidates with their features. Learning and reading go through the same lists, so that they cannot drift apart.
/// </summary>
/// <remarks>One choice after the other, a linear ranker for each: what a clause is, punctuation and closed classes tell well enough.</remarks>
internal sealed class Choices(WordClasses classes, CueLexicon cues, WordClusters clusters)
{
    /// <summary>How many paragraphs a quotation goes on for, at most.</summary>
    private const int LongestQuotation = 30;

    /// <summary>How many tokens away from one bound of content the other is looked for.</summary>
    private const int FarthestBound = 1500;

    private readonly NounGroups _groups = new(classes);
    private readonly List<List<NounGroup>> _found = [];
    private bool[] _isFound = new bool[64];
    private Sight[] _sights = new Sight[1024];
    private (uint Ending, int Cluster)[] _known = [];
    private readonly CueStrengths _strengths = new();
    private ArticleTokens _article = null!;

    public ArticleTokens Article => _article;

    /// <summary>What a first look made of each word that can be a cue.</summary>
    public CueStrengths Strengths => _strengths;

    /// <summary>Prepares the classes of all tokens of an article.</summary>
    public void Read(ArticleTokens article)
    {
        _article = article;
        _strengths.Clear(article.Tokens.Count);
        ForgetGroups();
        if (_known.Length != article.Vocabulary.Count)
            Learn(article.Vocabulary);
        var tokens = article.Tokens.Span;
        if (_sights.Length < tokens.Length + (2 * Margin))
            _sights = new Sight[(tokens.Length * 3 / 2) + (2 * Margin)];
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            ref var sight = ref _sights[i + Margin];
            sight.Class = classes[token, article.Text];
            sight.Word = token.Hash;
            if (token.IsWord)
            {
                sight.Ending = token.Word != 0 ? _known[token.Word].Ending : EndingOf(token.In(article.Text));
                sight.Tag = TagOf(token, sight.Class);
            }
            else
                (sight.Ending, sight.Tag) = (0, 0x80000000u | token.Hash);
            sight.Between = BetweenOf(token, sight.Class);
        }

        for (var i = 0; i < Margin; i++)
            _sights[i] = _sights[tokens.Length + Margin + i] = Sight.Outside;
    }

    /// <summary>What is known by heart of the words of the lexicons.</summary>
    private void Learn(Vocabulary vocabulary)
    {
        _known = new (uint, int)[vocabulary.Count];
        for (var id = 1; id < _known.Length; id++)
            _known[id] = (EndingOf(vocabulary[id]), clusters[Vocabulary.Hash(vocabulary[id])]);
    }

    /// <summary>Tokens beyond both ends of an article that can be asked for.</summary>
    private const int Margin = 8;

    /// <summary>What learned weights are told of a token; of none where it lies outside the article.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Sight At(int token)
    {
        var (sights, at) = (_sights, token + Margin);
        return ref (uint)at < (uint)sights.Length && at < _article.Tokens.Count + (2 * Margin) ? ref sights[at] : ref sights[0];
    }

    /// <summary>The same of the tokens from one to another.</summary>
    public ReadOnlySpan<Sight> Sights(int from, int to) => to <= from ? [] : _sights.AsSpan(from + Margin, to - from);

    /// <summary>What a token is, without its letters: classes for words that have any, else capital or not, the learned class, the ending; the mark itself for marks.</summary>
    public uint Tag(int token) => At(token).Tag;

    /// <summary>A hash of the last three letters of a word; 0 for marks.</summary>
    public uint Ending(int token) => At(token).Ending;

    /// <summary>What kind of thing a token is between two others, as a bit.</summary>
    private static uint BetweenOf(in Token token, WordClass word) => token.Kind switch
    {
        TokenKind.Word => (word & (WordClass.Aux | WordClass.Modal | WordClass.Verb)) != 0 ? 1u
            : (word & (WordClass.Conj | WordClass.Subord)) != 0 ? 2u
            : (word & WordClass.Prep) != 0 ? 4u
            : (word & WordClass.That) != 0 ? 8u
            : (word & (WordClass.Wh | WordClass.Pron)) != 0 ? 16u
            : (word & WordClass.CueVerb) != 0 ? 32u
            : (word & (WordClass.Ed | WordClass.Ing)) != 0 ? 64u
            : token.Has(TokenFlags.Capital) ? 128u : 256u,
        TokenKind.Comma => 512u,
        TokenKind.Quote => 1024u,
        TokenKind.Colon => 2048u,
        TokenKind.Number => 4096u,
        _ => 8192u,
    };

    private static uint EndingOf(ReadOnlySpan<char> letters) => Vocabulary.Hash(letters.Length > 3 ? letters[^3..] : letters);

    private uint TagOf(in Token token, WordClass classes)
    {
        var word = (uint)(classes & ~WordClass.Light);
        if (word != 0)
            return word;
        if (token.Has(TokenFlags.Capital))
            return 7u;
        var cluster = token.Word != 0 ? _known[token.Word].Cluster : clusters[token.Hash];
        return cluster >= 0 ? 0x40000000u + (uint)cluster : 8u + (uint)Suffix(token.In(_article.Text));
    }

    /// <summary>Classes of a token; none outside the article.</summary>
    public WordClass Class(int token) => At(token).Class;

    /// <summary>What an ending tells of an open-class word: 0 nothing, 1 plural or third person, 2 noun of action, 3 noun of person, 4 adjective.</summary>
    private static int Suffix(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 4)
            return 0;
        foreach (var (ending, kind) in Endings)
        {
            if (letters.EndsWith(ending, StringComparison.Ordinal))
                return kind;
        }

        return letters[^1] == 's' && letters[^2] != 's' ? 1 : 0;
    }

    private static readonly (string Ending, int Kind)[] Endings =
    [
        ("tion", 2), ("sion", 2), ("ment", 2), ("ness", 2), ("ity", 2), ("ism", 2), ("ance", 2), ("ence", 2), ("tions", 2), ("ments", 2), ("ship", 2), ("ure", 2),
        ("er", 3), ("ers", 3), ("or", 3), ("ors", 3), ("ist", 3), ("ists", 3), ("ian", 3), ("ians", 3), ("ant", 3), ("ants", 3),
        ("al", 4), ("ive", 4), ("ous", 4), ("ful", 4), ("less", 4), ("ic", 4), ("ble", 4), ("ary", 4), ("ish", 4),
    ];

    /// <summary>Appends every token that can be a cue.</summary>
    public void FindCues(List<CueCandidate> found)
    {
        var tokens = _article.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Word == 0 || ((_sights[i + Margin].Class & (WordClass.CueVerb | WordClass.CueNoun | WordClass.Adv)) == 0 && !cues.CanBeginPhrase(token)))
                continue;
            var s = _article.SentenceOf(i);
            var length = cues.Phrase(tokens, _article.Text, i, out var phrase);
            if (length > 0)
                found.Add(new(new(i, i + length), phrase!, s));
            else if ((cues.Verb(token.Word) ?? cues.Noun(token.Word) ?? cues.Adverb(token.Word)) is { } entry && Entry(i, token.Word, entry) is { } here)
                found.Add(new(new(i, i + 1), here, s));
        }
    }

    /// <summary>Noun or verb, as the words before tell; null for a verb right behind an article: “the blast”.</summary>
    private CueEntry? Entry(int i, int word, CueEntry entry)
    {
        if (IsNounHere(i, word))
            return cues.Noun(word);
        return entry.Kind == CueKind.Verb && (Class(i - 1) & (WordClass.Det | WordClass.Pron | WordClass.That | WordClass.Quant)) == WordClass.Det ? null : entry;
    }

    /// <summary>“claims”, “report”: a noun after an article, a possessive, an adjective of a kind, a preposition; a verb elsewhere.</summary>
    private bool IsNounHere(int i, int word)
    {
        if (cues.Noun(word) is null)
            return false;
        if (cues.Verb(word) is null)
            return true;
        var before = Class(i - 1);
        if ((before & (WordClass.Det | WordClass.Poss | WordClass.Prep)) != 0 && (before & WordClass.To) == 0 && (before & WordClass.That) == 0)
            return true;
        if ((before & (WordClass.Pron | WordClass.Modal | WordClass.To | WordClass.Have | WordClass.Adv | WordClass.Ly | WordClass.Conj)) != 0)
            return false;
        if ((Class(i + 1) & WordClass.Prep) != 0 && _article.Letters(i + 1) is "of" or "by" or "from")
            return true;
        return (before & (WordClass.Ed | WordClass.Ing)) != 0 && HasArticleBefore(i - 1);
    }

    /// <summary>“the logical and reasoned demands”: an article before the adjectives.</summary>
    private bool HasArticleBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 3); i--)
        {
            if ((Class(i) & WordClass.Det) != 0)
                return true;
            if ((Class(i) & (WordClass.Prep | WordClass.Aux | WordClass.Verb | WordClass.Subject)) != 0 || !_article.Tokens[i].IsWord)
                return false;
        }

        return false;
    }

    /// <summary>The noun groups of a sentence.</summary>
    public List<NounGroup> Groups(int sentence)
    {
        if (!_isFound[sentence])
        {
            _groups.Find(_article, _article.Sentences[sentence], _found[sentence]);
            _isFound[sentence] = true;
        }

        return _found[sentence];
    }

    private void ForgetGroups()
    {
        var count = _article.Sentences.Count;
        if (_isFound.Length < count)
            _isFound = new bool[count * 2];
        while (_found.Count < count)
            _found.Add([]);
        for (var i = 0; i < count; i++)
        {
            _found[i].Clear();
            _isFound[i] = false;
        }
    }

    /// <summary>Appends where content after a cue can begin: each word soon after it, or the quotation that opens the next sentence.</summary>
    public void AfterStarts(in CueCandidate cue, List<int> found)
    {
        var sentence = _article.Sentences[cue.Sentence];
        for (var i = cue.Range.End; i < Math.Min(sentence.End, cue.Range.End + 24); i++)
        {
            if (CanBegin(i))
                found.Add(i);
        }

        if (cue.Sentence + 1 < _article.Sentences.Count && _article.Sentences[cue.Sentence + 1] is var next && _article.Tokens[next.Start].Kind == TokenKind.Quote
            && next.Count > 1)
            found.Add(next.Start + 1);
    }

    /// <summary>Appends where content that begins at a token can end (exclusive): before marks and words that part clauses, with sentences, with quotations.</summary>
    public void Ends(int start, List<int> found)
    {
        var s = _article.SentenceOf(start);
        var stop = _article.Sentences[s].End;
        if (_article.QuotationAt(start) is >= 0 and var quotation)
        {
            // A quotation runs on over its sentences, and over paragraphs that begin with an opening mark.
            for (var last = quotation + LongestQuotation; quotation < last && _article.Outer[quotation].GoesOn && quotation + 1 < _article.Outer.Count;)
                quotation++;
            stop = Math.Max(stop, _article.Sentences[_article.SentenceOf(_article.Outer[quotation].Inside.End - 1)].End);
        }

        for (var i = start + 1; i <= stop; i++)
        {
            if (i == stop || IsEdge(i))
            {
                var end = TrimmedEnd(start, i);
                if (end > start && (found.Count == 0 || found[^1] != end))
                    found.Add(end);
            }

            if (found.Count > 0 && (found.Count >= 60 || i - start >= FarthestBound))
            {
                found[^1] = TrimmedEnd(start, stop);
                break;
            }
        }
    }

    /// <summary>Appends where content before a cue can end (exclusive), nearest first.</summary>
    public void BeforeEnds(in CueCandidate cue, List<int> found)
    {
        var sentence = _article.Sentences[cue.Sentence];
        for (var i = cue.Range.Start; i > Math.Max(sentence.Start, cue.Range.Start - 30); i--)
        {
            if (i == cue.Range.Start || _article.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Hyphen or TokenKind.Symbol))
            {
                var end = TrimmedEnd(sentence.Start, i);
                if (end > sentence.Start && (found.Count == 0 || found[^1] != end))
                    found.Add(end);
            }
        }

        if (cue.Sentence > 0 && cue.Range.Start - sentence.Start < 12)
        {
            var before = _article.Sentences[cue.Sentence - 1];
            if (_article.Tokens[before.End - 1].Kind == TokenKind.Quote && TrimmedEnd(before.Start, before.End) is var end && end > before.Start)
                found.Add(end);
        }
    }

    /// <summary>Appends where content that ends at a token (exclusive) can begin.</summary>
    public void Starts(int end, List<int> found)
    {
        var s = _article.SentenceOf(end - 1);
        var from = _article.Sentences[s].Start;
        if (_article.QuotationAt(end - 1) is >= 0 and var quotation)
        {
            for (var first = quotation - LongestQuotation; quotation > Math.Max(0, first) && _article.Outer[quotation - 1].GoesOn;)
                quotation--;
            from = Math.Min(from, _article.Outer[quotation].Inside.Start);
        }

        for (var i = end - 1; i >= from; i--)
        {
            if (!CanBegin(i))
                continue;
            if (i == from || _article.Tokens[i].Has(TokenFlags.SentenceStart) || !CanBegin(i - 1)
                || (Class(i - 1) & (WordClass.Conj | WordClass.Subord | WordClass.That)) != 0)
                found.Add(i);
            if (found.Count >= 40 || end - i >= FarthestBound)
                break;
        }
    }

    /// <summary>Whether content can begin at a token: a word, a number, a currency sign.</summary>
    public bool CanBegin(int token) => _article.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Symbol;

    /// <summary>“Aug 12, 2024”: the comma of a date parts nothing.</summary>
    private bool IsInDate(int comma) =>
        comma > 0 && comma + 1 < _article.Tokens.Count && _article.Tokens[comma - 1].Kind == TokenKind.Number
        && _article.Tokens[comma + 1] is { Kind: TokenKind.Number } year && year.End - year.Start == 4;

    private bool IsEdge(int token) => !(_article.Tokens[token].Kind == TokenKind.Comma && IsInDate(token)) && (
        _article.Tokens[token].Kind is TokenKind.Comma or TokenKind.Colon or TokenKind.Dash or TokenKind.Stop or TokenKind.Close or TokenKind.Open or TokenKind.Quote
        || (Class(token) & (WordClass.Conj | WordClass.Subord | WordClass.Prep)) != 0
        || (_article.Tokens[token].Has(TokenFlags.SentenceStart) && token > 0));

    /// <summary>Back over marks, so that an end stands behind a word.</summary>
    private int TrimmedEnd(int start, int end)
    {
        while (end > start && _article.Tokens[end - 1].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Symbol))
            end--;
        return end;
    }
}
