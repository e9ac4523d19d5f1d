using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Claims;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction;

/// <summary>The lexicons and the dossier, compiled: filled when it is made, then only read, by any number of threads.</summary>
internal sealed class Engine
{
    private FigureReading? _firstFigures;

    public Engine(Dossier dossier)
    {
        Dossier = dossier;
        Sentences = new(Vocabulary);
        Classes = new(Vocabulary);
        Cues = new(Vocabulary, Classes);
        Model = AttributionFinder.ShippedModel();
        Calibration = Calibration.Shipped();
        Speakers = new(Vocabulary);
        Names = new(dossier, Vocabulary, Speakers);
        ClaimWords = new(Vocabulary);
        Topics = new(dossier, Vocabulary);
        Places = new(dossier, Vocabulary);
        _firstFigures = new(Vocabulary, dossier, Classes);
        Words = new(Vocabulary, Classes, Speakers);
    }

    public Dossier Dossier { get; }

    public Vocabulary Vocabulary { get; } = new();

    public Sentences Sentences { get; }

    public WordClasses Classes { get; }

    public CueLexicon Cues { get; }

    public LinearModel Model { get; }

    public Calibration Calibration { get; }

    public SpeakerLexicon Speakers { get; }

    /// <summary>What the lexicons know of each token's word.</summary>
    public WordTable Words { get; }

    public ActorNames Names { get; }

    public ClaimLexicon ClaimWords { get; }

    public TopicClassifier Topics { get; }

    public PlaceFinder Places { get; }

    /// <summary>Numbers and times for one thread. The first was made with the engine, so that no later one adds a word to the vocabulary.</summary>
    public FigureReading TakeFigures() => Interlocked.Exchange(ref _firstFigures, null) ?? new(Vocabulary, Dossier, Classes);
}
