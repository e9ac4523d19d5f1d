using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Numbers and times of one article after another; the working memory of one thread.</summary>
/// <remarks>Making one adds the words of its lexicons to the vocabulary. A second one for the same vocabulary finds them all there and only reads.</remarks>
internal sealed class FigureReading
{
    private readonly StatisticFinder _statistics;
    private readonly ArticleTimes _times;
    private readonly Entities _entities = new();
    private ArticleTokens _article = null!;

    public FigureReading(Vocabulary vocabulary, Dossier dossier, WordClasses classes)
    {
        _statistics = new(vocabulary, dossier, classes);
        var words = new TimeWords(vocabulary);
        _times = new(new TimeFinder(words, new NumberReader(new NumberWords(vocabulary)), classes),
            dossier.Events.Select(e => e.From.Year).DefaultIfEmpty(1).Min(), dossier.Events.Select(e => e.To.Year).DefaultIfEmpty(0).Max(), [.. dossier.Events.Select(e => (e, PlaceNames(dossier, e)))],
            new([.. dossier.Events.Where(e => e.To.DayNumber - e.From.DayNumber < LongestSite).Select(e => new KnownEvent(e, SiteNames(dossier, e), LineNames(dossier, e)))]));
        Speech = new(words, classes);
        Events = new(vocabulary, dossier, new EventWords(vocabulary), _statistics.Names, classes);
    }

    /// <summary>Days that an event can last of which an article is the report.</summary>
    private const int LongestSite = 3;

    private static IReadOnlyList<string>[] SiteNames(Dossier dossier, ConflictEvent one) =>
        [.. dossier.Places.Where(p => one.Places.Contains(p.Id) && p.Kind is not (PlaceKind.Country or PlaceKind.Border or PlaceKind.Region) && dossier.Actors.All(a => a.Capital != p.Id))
            .Select(p => p.Aliases.Append(p.Name).Distinct(StringComparer.Ordinal).ToArray())];

    private static string[] LineNames(Dossier dossier, ConflictEvent one) =>
        [.. dossier.Places.Where(p => one.Places.Contains(p.Id) && p.Kind == PlaceKind.Border).SelectMany(p => p.Aliases.Append(p.Name)).Distinct(StringComparer.Ordinal)];

    private static string[] PlaceNames(Dossier dossier, ConflictEvent one) =>
        [.. dossier.Places.Where(p => one.Places.Contains(p.Id)).SelectMany(p => p.Aliases.Append(p.Name).Concat(p.GenericNames)).Distinct(StringComparer.Ordinal)];

    /// <summary>When words were said.</summary>
    public SpeechTimes Speech { get; }

    /// <summary>When what they tell took place.</summary>
    public EventTimes Events { get; }

    /// <summary>Finds the times of another article and what they belong to.</summary>
    public void Read(ArticleTokens article, IReadOnlyList<FoundAttribution> attributions)
    {
        _article = article;
        _times.Read(article);
        _statistics.Names.Find(article, _entities);
        Speech.Read(article, _times, attributions);
        Events.Read(article, _times, _entities, Speech);
    }

    /// <summary>The last place that some words name as where something was, not as where somebody spoke; null for none.</summary>
    public string? Place(TokenRange words) => _entities.LastPlace(words)?.PlaceId;

    /// <summary>The statistics of the article last read.</summary>
    /// <param name="spoken">When the words at a token were said; null for the day of the report.</param>
    public IReadOnlyList<FoundStatistic> Find(Func<int, DateOnly?> spoken) => _statistics.Find(_article, _times, _entities, Events, Speech, spoken);
}
