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
    private readonly List<NounGroup> _found = [];
    private int _foundIn = -1;
    private WordClass[] _classes = new WordClass[1024];
    private uint[] _tags = new uint[1024];
    private uint[] _endings = new uint[1024];
    private readonly CueStrengths _strengths = new();
    private ArticleTokens _article = null!;

    public ArticleTokens Article => _article;

    /// <summary>What a first look made of each word that can be a cue.</summary>
    public CueStrengths Strengths => _strengths;

    /// <summary>Prepares the classes of all tokens of an article.</summary>
    public void Read(ArticleTokens article)
    {
        _article = article;
        _foundIn = -1;
        _strengths.Clear(article.Tokens.Count);
        if (_classes.Length < article.Tokens.Count)
        {
            var size = article.Tokens.Count * 2;
            (_classes, _tags, _endings) = (new WordClass[size], new uint[size], new uint[size]);
        }

        for (var i = 0; i < article.Tokens.Count; i++)
        {
            ref readonly var token = ref article.Tokens[i];
            _classes[i] = classes[token, article.Text];
            _tags[i] = TagOf(token, i);
            _endings[i] = token.IsWord ? EndingOf(article.Letters(i)) : 0;
        }
    }

    /// <summary>What a token is, without its letters: classes for words that have any, else capital or not, the learned class, the ending; the mark itself for marks.</summary>
    public uint Tag(int token) => (uint)token < (uint)_article.Tokens.Count ? _tags[token] : 2;

    /// <summary>A hash of the last three letters of a word; 0 for marks.</summary>
    public uint Ending(int token) => (uint)token < (uint)_article.Tokens.Count ? _endings[token] : 0;

    private static uint EndingOf(ReadOnlySpan<char> letters) => Vocabulary.Hash(letters.Length > 3 ? letters[^3..] : letters);

    private uint TagOf(in Token token, int index)
    {
        if (token.Kind != TokenKind.Word)
            return 0x80000000u | token.Hash;
        var word = (uint)(_classes[index] & ~WordClass.Light);
        return word != 0 ? word : token.Has(TokenFlags.Capital) ? 7u : clusters[token.Hash] is >= 0 and var cluster ? 0x40000000u + (uint)cluster : 8u + (uint)Suffix(index);
    }

    /// <summary>Classes of a token; none outside the article.</summary>
    public WordClass Class(int token) => (uint)token < (uint)_article.Tokens.Count ? _classes[token] : 0;

    /// <summary>What an ending tells of an open-class word: 0 nothing, 1 plural or third person, 2 noun of action, 3 noun of person, 4 adjective.</summary>
    private int Suffix(int token)
    {
        var letters = _article.Letters(token);
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
        for (var s = 0; s < _article.Sentences.Count; s++)
        {
            var sentence = _article.Sentences[s];
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var word = _article.Tokens[i].Word;
                if (word == 0)
                    continue;
                var length = cues.Phrase(_article.Tokens, _article.Text, i, out var phrase);
                if (length > 0)
                    found.Add(new(new(i, i + length), phrase!, s));
                else if ((cues.Verb(word) ?? cues.Noun(word) ?? cues.Adverb(word)) is { } entry && Entry(i, word, entry) is { } here)
                    found.Add(new(new(i, i + 1), here, s));
            }
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
    public IReadOnlyList<NounGroup> Groups(int sentence)
    {
        if (_foundIn != sentence)
        {
            _found.Clear();
            _groups.Find(_article, _article.Sentences[sentence], _found);
            _foundIn = sentence;
        }

        return _found;
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
