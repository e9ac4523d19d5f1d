using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Claims;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction;

/// <summary>Reads one article after another; the working memory of one thread.</summary>
internal sealed class ArticleReading
{
    private readonly Engine _engine;
    private readonly ArticleTokens _tokens;
    private readonly AttributionFinder _attributions;
    private readonly Surroundings _around;
    private readonly ContentEdges _edges;
    private readonly Cast _cast = new();
    private readonly MentionFinder _mentions;
    private readonly ClaimBuilder _builder;
    private readonly ClaimFinisher _finisher;
    private readonly FigureReading _figures;

    public ArticleReading(Engine engine)
    {
        _engine = engine;
        _tokens = new(engine.Vocabulary, engine.Sentences, engine.Words);
        _attributions = new(engine.Classes, engine.Cues, engine.Model, engine.Calibration);
        _around = new(engine.Speakers, engine.Classes);
        _edges = new(engine.Speakers, _around);
        _mentions = new(engine.Names, engine.Speakers, _around);
        _builder = new(engine.Names, engine.Speakers, engine.ClaimWords, engine.Cues, _around, _mentions.Persons);
        _finisher = new(engine.Topics, engine.Places, new FigureAssembly(engine.Names));
        _figures = engine.TakeFigures();
    }

    public ArticleTokens Tokens => _tokens;

    public ArticleAnalysis Extract(Article article)
    {
        _tokens.Read(article);
        _around.Read(_tokens);
        return Build(_edges.Trim(_tokens, _attributions.Find(_tokens)));
    }

    /// <summary>The analysis from attributions of the article last read, wherever they come from.</summary>
    public ArticleAnalysis Build(IReadOnlyList<FoundAttribution> found)
    {
        _around.Read(_tokens);
        _cast.Read(_tokens);
        _cast.Home = Home();
        _mentions.Find(_cast);
        var drafts = _builder.Build(_cast, found);
        _figures.Read(_tokens, found);
        return _finisher.Finish(_cast, found, drafts, _figures);
    }

    public IReadOnlyList<Attribution> Attributions(Article article)
    {
        _tokens.Read(article);
        var found = _attributions.FindOutermost(_tokens);
        var all = new Attribution[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            all[i] = new(Spans(one.Source), Spans(one.Cue), [.. one.Content.Select(_tokens.SpanOf)]) { Confidence = one.Confidence, Rules = one.Rules };
        }

        return all;
    }

    public IReadOnlyList<TextSpan> Sentences(Article article)
    {
        _tokens.Read(article);
        return [.. _tokens.Sentences.Select(_tokens.SpanOf)];
    }

    private IReadOnlyList<TextSpan> Spans(TokenRange? range) => range is { } tokens ? [_tokens.SpanOf(tokens)] : [];

    /// <summary>The state in which the dateline's places lie, if they all lie in one; without a dateline, that of the outlet.</summary>
    private int Home()
    {
        if (_tokens.Article.Dateline is not { } dateline)
            return _tokens.Article.Source is { } source ? _engine.Names.StateOfOutlet(source) : -1;
        var home = -1;
        foreach (var place in dateline.Split(['/', '&', ';'], StringSplitOptions.TrimEntries).SelectMany(p => p.Split(" and ", StringSplitOptions.TrimEntries)))
        {
            if (Ground(place) is not (>= 0 and var state) || (home >= 0 && home != state))
                return -1;
            home = state;
        }

        return home;
    }

    /// <summary>“LIMA”, “Lima (Peru)”, “Cusco, Peru”: the state that the first part tells which is known; −1 for none.</summary>
    private int Ground(string name)
    {
        foreach (var part in name.Split([',', '(', ')', '[', ']'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (_engine.Places.Called(part) is not { } place || _engine.Places.Outermost(place).Id is var country && _engine.Names.Actors.FirstOrDefault(a => a.Actor.Territory == country) is not { } state)
                continue;
            return state.Index;
        }

        return -1;
    }
}
