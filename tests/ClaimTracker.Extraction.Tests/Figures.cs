using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Tests;

/// <summary>Numbers and times of one text, read with the dossier that ships and without claims around them.</summary>
internal sealed class Figures
{
    private readonly StatisticFinder _statistics;
    private readonly Entities _entities = new();

    public Figures(Dossier dossier)
    {
        var vocabulary = new Vocabulary();
        Classes = new WordClasses(vocabulary);
        _ = new CueLexicon(vocabulary, Classes); // adds what words report to their classes
        _statistics = new(vocabulary, dossier, Classes);
        var words = new TimeWords(vocabulary);
        Times = new(new TimeFinder(words, new NumberReader(new NumberWords(vocabulary)), Classes), 2021, 2026, [], new([]));
        Speech = new(words, Classes);
        Events = new(vocabulary, dossier, new EventWords(vocabulary), _statistics.Names, Classes);
        Tokens = new(vocabulary, new Sentences(vocabulary));
    }

    public WordClasses Classes { get; }

    public ArticleTokens Tokens { get; }

    public ArticleTimes Times { get; }

    public SpeechTimes Speech { get; }

    public EventTimes Events { get; }

    public void Read(Article article, Func<ArticleTokens, IReadOnlyList<FoundAttribution>>? attributions = null)
    {
        Tokens.Read(article);
        Times.Read(Tokens);
        _statistics.Names.Find(Tokens, _entities);
        Speech.Read(Tokens, Times, attributions?.Invoke(Tokens) ?? []);
        Events.Read(Tokens, Times, _entities, Speech);
    }

    public IReadOnlyList<FoundStatistic> Find(Func<int, DateOnly?>? spoken = null) => _statistics.Find(Tokens, Times, _entities, Events, Speech, spoken);

    /// <summary>“at_least” for <see cref="Qualifier.AtLeast"/>, as in files.</summary>
    public static string NameOf(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

/// <summary>One engine for the tests of a class: making one costs more than most tests.</summary>
public sealed class FiguresFixture
{
    internal Figures Figures { get; } = new(SeedGold.Dossier);
}
