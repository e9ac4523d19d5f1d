using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Text;

/// <summary>An article cut into tokens, sentences and quotations: what every rule reads. Boilerplate is not in it.</summary>
/// <remarks>Reused from article to article by one thread.</remarks>
internal sealed class ArticleTokens(Vocabulary vocabulary, Sentences sentences, WordTable? words = null)
{
    private readonly List<TokenRange> _sentences = [];
    private readonly List<Quotation> _quotations = [];
    private readonly List<Quotation> _outer = [];
    private int[] _quotationAt = new int[1024];
    private int[] _sentenceAt = new int[1024];
    private int[] _paragraphAt = new int[1024];

    public Article Article { get; private set; } = null!;

    /// <summary>The article's text, into which tokens point.</summary>
    public string Text => Article.Text;

    public Vocabulary Vocabulary => vocabulary;

    public TokenBuffer Tokens { get; } = new();

    /// <summary>In reading order, apart from one another, together all tokens.</summary>
    public List<TokenRange> Sentences => _sentences;

    /// <summary>In reading order of their opening marks; nested ones inside outer ones.</summary>
    public List<Quotation> Quotations => _quotations;

    /// <summary>The outermost quotation that holds a token, as an index into <see cref="Outer"/>; −1 for none.</summary>
    public int QuotationAt(int token) => _quotationAt[token];

    /// <summary>The quotations that stand in no other, in reading order.</summary>
    public List<Quotation> Outer => _outer;

    /// <summary>Tokens of the title: the first so many; 0 where there is none in the text.</summary>
    public int TitleEnd { get; private set; }

    /// <summary>Reads another article.</summary>
    public void Read(Article article)
    {
        Article = article;
        Tokens.Clear();
        _sentences.Clear();
        _quotations.Clear();

        if (article.TitleSpan is { } title)
            Tokenizer.Tokenize(article.Text, title, vocabulary, Tokens);
        TitleEnd = Tokens.Count;
        foreach (ref var token in Tokens.Span)
            token.Flags |= TokenFlags.Title;

        var at = article.Body.Start;
        foreach (var left in article.Boilerplate)
        {
            if (left.Start >= article.Body.End)
                break;
            if (left.Start > at)
                Tokenize(at, left.Start);
            at = Math.Max(at, left.End);
        }

        if (at < article.Body.End)
            Tokenize(at, article.Body.End);
        sentences.Cut(Tokens, Text, _sentences);
        words?.Describe(Tokens, Text);
        Extraction.Text.Quotations.Find(Tokens, Text, _quotations);
        if (_quotationAt.Length < Tokens.Count)
        {
            var size = Tokens.Count + (Tokens.Count / 2);
            (_quotationAt, _sentenceAt, _paragraphAt) = (new int[size], new int[size], new int[size]);
        }

        PlaceSentences();
        PlaceQuotations();
    }

    private void PlaceSentences()
    {
        for (var s = 0; s < _sentences.Count; s++)
            _sentenceAt.AsSpan(_sentences[s].Start, _sentences[s].Count).Fill(s);
        var tokens = Tokens.Span;
        var paragraph = 0;
        for (var i = 0; i < tokens.Length; i++)
            _paragraphAt[i] = paragraph = tokens[i].Has(TokenFlags.ParagraphStart) ? i : paragraph;
    }

    /// <summary>Place and day of the dateline are no words of the sentence behind them: they stand apart as if on a line of their own.</summary>
    private void Tokenize(int start, int end)
    {
        if (Article.DatelineSpan is { } dateline && dateline.Start >= start && dateline.End < end)
        {
            Tokenizer.Tokenize(Text, new TextSpan(start, dateline.End), vocabulary, Tokens);
            start = dateline.End;
        }

        Tokenizer.Tokenize(Text, new TextSpan(start, end), vocabulary, Tokens);
    }

    private void PlaceQuotations()
    {
        _quotationAt.AsSpan(0, Tokens.Count).Fill(-1);
        _outer.Clear();
        foreach (var quotation in _quotations)
        {
            if (quotation.Nested)
                continue;
            _quotationAt.AsSpan(quotation.Inside.Start, quotation.Inside.Count).Fill(_outer.Count);
            _outer.Add(quotation);
        }
    }

    /// <summary>The index of the sentence that holds a token; of the last one for a token behind the article.</summary>
    public int SentenceOf(int token) => (uint)token < (uint)Tokens.Count ? _sentenceAt[token] : token < 0 ? 0 : Math.Max(0, _sentences.Count - 1);

    /// <summary>The first token of the paragraph that holds a token.</summary>
    public int ParagraphOf(int token) => (uint)token < (uint)Tokens.Count ? _paragraphAt[token] : token;

    /// <summary>The letters of a token.</summary>
    public ReadOnlySpan<char> Letters(int token) => Tokens[token].In(Text);

    /// <summary>The span of a run of tokens in the article's text.</summary>
    public TextSpan SpanOf(TokenRange range) => Tokens.SpanOf(range);
}
