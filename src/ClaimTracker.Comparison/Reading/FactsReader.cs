using ClaimTracker.Comparison.Copies;
using ClaimTracker.Comparison.Denials;
using ClaimTracker.Comparison.Repeats;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Article analysis to <see cref="ArticleFacts"/>: what comparing needs of it, as numbers. Holds nothing of an article afterwards.</summary>
internal sealed class FactsReader
{
    private readonly ConflictModel _model;
    private readonly ContentReader _content;
    private readonly StanceReader _stances;
    private readonly FigureReader _figures;
    private readonly NoneFigures _none;
    private readonly PhraseTable _timeless;
    private readonly AgencyReader _agencies;
    private readonly WordReader _words;
    private readonly SharedLists _lists = new();
    private int _articles, _claims;

    public FactsReader(ConflictModel model)
    {
        _model = model;
        _content = new(model);
        _stances = new(model, _content);
        _figures = new(model, _lists);
        _none = new(model);
        _agencies = new(model);
        _words = new(model.Vocabulary);
        _timeless = PhraseTable.Of(model.Vocabulary, model.Lexicon.Words["timeless"]);
    }

    /// <summary>Reads an article whose actors the model knows.</summary>
    public ArticleFacts Read(ArticleAnalysis analysis)
    {
        var article = new ArticleFacts(analysis.Article.Key)
        {
            Number = _articles++,
            Published = analysis.Article.Published.Date?.DayNumber ?? LastSaid(analysis),
            Source = analysis.Article.Source?.Id,
            Agency = _agencies.Read(analysis.Article),
            Fingerprints = Fingerprints.Of(analysis.Article, _words)
        };
        var paragraphs = new Paragraphs(analysis.Article.Text);
        var topics = TopicsByParagraph(analysis, paragraphs);
        List<DenialContext> denials = [];
        List<FigureFacts[]> none = [];
        foreach (var claim in analysis.Claims)
        {
            _content.Read(analysis.Article.Text, claim.Content);
            var paragraph = paragraphs.Of(claim.Content[0].Start);
            var facts = Facts(claim, article, paragraph, new HashSet<string>(claim.Topics.Concat(topics[paragraph]).Concat(topics[paragraph - 1]), StringComparer.Ordinal));
            article.Claims.Add(facts);
            none.Add([.. _none.Of(analysis.Article.Text, facts, _content)]);
            if (claim.Act == ClaimAct.Denies || _content.CallsBaseless)
                denials.Add(new(claim, facts, _content.Refers(), claim.Target is { } target ? _model.Actor(target) : _content.NamedActor,
                    analysis.Article.Text, _content.SpeaksOfWords, _content.RejectedStart(), _content.OwnStems()));
            else if (facts.Negative && _model.IsParty(facts.Side) && facts.Stances.Length == 0 && WordedDenial.Of(facts, _content.OwnStems(), WordedDenial.Printed(claim, analysis.Article.Text)) is { } worded)
                article.Worded.Add(worded);
        }

        var byKey = article.Claims.ToDictionary(c => c.Key, StringComparer.Ordinal);
        _figures.Read(analysis, article.Claims);
        for (var i = 0; i < none.Count; i++)
            article.Claims[i].Figures = [.. article.Claims[i].Figures, .. none[i].Where(n => !Array.Exists(article.Claims[i].Figures, f => f.Measure == n.Measure))];
        new DenialResolver(_model, article).Resolve(denials);
        WindowInheritance.Apply(article, byKey, _model.Places);
        article.SharedWindows = WindowInheritance.OfExchanges(article);
        article.Arithmetic = Arithmetic.ArithmeticReader.Read(analysis, _model.Places);
        return article;
    }

    private static ILookup<int, string> TopicsByParagraph(ArticleAnalysis analysis, Paragraphs paragraphs) =>
        analysis.Claims.SelectMany(c => c.Topics, (c, topic) => (Paragraph: paragraphs.Of(c.Content[0].Start), topic)).Distinct().ToLookup(t => t.Paragraph, t => t.topic);

    /// <summary>The last day on which anything was said: an article without a date is about as old as that. Null where nothing tells.</summary>
    private static int? LastSaid(ArticleAnalysis analysis) => analysis.Claims.Max(c => (c.SaidOn?.To ?? c.SaidOn?.From)?.DayNumber);

    private ClaimFacts Facts(Claim claim, ArticleFacts article, int paragraph, IReadOnlySet<string> around)
    {
        var side = _model.Side(claim.Speaker.Side) is >= 0 and var own ? own : _model.SideOfActor(claim.Speaker.ActorId);
        var stems = _content.Stems();
        var places = _lists.Of(claim.Places.Select(_model.Places.Find).Where(p => p >= 0).Distinct().Order());
        return new()
        {
            Key = claim.Key,
            Number = _claims++,
            Article = article,
            Speaker = _model.Actor(claim.Speaker.ActorId),
            Side = side,
            Act = claim.Act,
            Wish = _content.IsWish,
            Denied = claim.ContentDenied,
            Negative = _content.IsNegative,
            Window = Window(claim, article),
            Timeless = claim.EventDate is null && _timeless.Count(_content.Words, 0, _content.Words.Length) > 0,
            Day = claim.SaidOn?.From?.DayNumber ?? claim.SaidOn?.To?.DayNumber ?? article.Published,
            SaidKnown = claim.SaidOn is { From: not null },
            Places = places,
            Stems = stems,
            StemBits = Wordings.Bits(stems),
            LikeBits = Wordings.Bits(Array.ConvertAll(stems, _model.Like.Of)),
            TellingStems = _model.Telling.Of(stems),
            Words = _content.WordIds(),
            Stances = _stances.Read(claim, side, around),
            Confidence = claim.Confidence,
            Start = claim.Content[0].Start,
            End = claim.Content[^1].End,
            Paragraph = paragraph,
            Topics = _lists.Of(claim.Topics.Select(_model.Topic).Where(t => t >= 0)),
            NestedIn = claim.NestedIn,
            InTitle = claim.InTitle,
        };
    }

    /// <summary>The event's days; without them the day on which it was said and the one before, a night touching both; else the article's last days.</summary>
    private static EventWindow Window(Claim claim, ArticleFacts article)
    {
        if (claim.EventDate is { } range && (range.From is not null || range.To is not null))
            return EventWindow.Of(range, WindowBasis.Event);
        if (claim.SaidOn is { From: { } said })
            return new(said.DayNumber - 1, said.DayNumber, WindowBasis.Said);
        return article.Published is { } day ? new(day - 3, day, WindowBasis.Published) : EventWindow.Unknown;
    }
}

/// <summary>Which paragraph a place in a text is in. A line is a paragraph; empty ones do not count.</summary>
internal sealed class Paragraphs
{
    private readonly List<int> _starts = [];

    public Paragraphs(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
                _starts.Add(at);
            at = end + 1;
        }
    }

    /// <summary>Zero-based; −1 before the first.</summary>
    public int Of(int offset)
    {
        var found = _starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }
}
