using System.Collections.Concurrent;
using ClaimTracker.Domain;

namespace ClaimTracker.Extraction;

/// <summary>Article to <see cref="ArticleAnalysis"/>. Safe to use from several threads; holds nothing of an article.</summary>
public sealed class ClaimExtractor
{
    private readonly Engine _engine;
    private readonly ConcurrentBag<ArticleReading> _idle = [];

    /// <summary>An engine for one conflict; compiles the lexicon and the dossier's names once.</summary>
    public ClaimExtractor(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        _engine = new(dossier);
    }

    /// <summary>Changes whenever the same article could give another result.</summary>
    public static string EngineVersion => "1";

    /// <summary>Everything that can be read in one article.</summary>
    public ArticleAnalysis Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var reading = Rent();
        var analysis = reading.Extract(article);
        _idle.Add(reading);
        return analysis;
    }

    /// <summary>The linguistic layer alone.</summary>
    public IReadOnlyList<Attribution> Attributions(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var reading = Rent();
        var found = reading.Attributions(article);
        _idle.Add(reading);
        return found;
    }

    /// <summary>The article's sentences in reading order, apart from one another; boilerplate is in none.</summary>
    public IReadOnlyList<TextSpan> Sentences(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var reading = Rent();
        var sentences = reading.Sentences(article);
        _idle.Add(reading);
        return sentences;
    }

    /// <summary>Working memory that no thread uses. One that fails in an article is not given back: its state is unknown.</summary>
    private ArticleReading Rent() => _idle.TryTake(out var reading) ? reading : new(_engine);
}
