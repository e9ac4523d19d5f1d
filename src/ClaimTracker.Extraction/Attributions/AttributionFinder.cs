using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>Finds who says what in an article: cue by cue with the trained rankers, then what rules know of nouns, denials and nesting.</summary>
/// <remarks>Not safe for two threads at once: it reuses its lists. One for each thread.</remarks>
internal sealed class AttributionFinder
{
    /// <summary>The least probability at which a word counts as a cue: where precision and recall balance on articles kept aside.</summary>
    private const double LeastProbability = 0.5;

    private readonly Choices _choices;
    private readonly CueReader _reader;
    private readonly NestedNouns _nouns;
    private readonly List<CueCandidate> _cues = [];
    private readonly List<Draft> _drafts = [];

    public AttributionFinder(WordClasses classes, CueLexicon cues, LinearModel model)
    {
        _choices = new(classes, cues, model.Clusters);
        _reader = new(_choices, model);
        _nouns = new(_choices, cues);
    }

    /// <summary>The weights that ship with the engine.</summary>
    public static LinearModel ShippedModel()
    {
        using var stream = typeof(AttributionFinder).Assembly.GetManifestResourceStream("lexicon/attribution.model")
            ?? throw new InvalidDataException("the engine was built without its attribution model");
        return LinearModel.Read(stream);
    }

    /// <summary>The attributions of an article in reading order of their cues.</summary>
    public IReadOnlyList<FoundAttribution> Find(ArticleTokens article)
    {
        _choices.Read(article);
        _cues.Clear();
        _drafts.Clear();
        _choices.FindCues(_cues);
        foreach (var cue in _cues)
        {
            if (_reader.Probability(cue) is var probability && probability < LeastProbability)
                continue;
            var reading = _reader.Read(cue);
            if (reading.Shape != Shape.None)
                _drafts.Add(Draft.Of(cue, reading));
        }

        DropRivals();
        _nouns.Apply(_drafts);
        return Finish();
    }

    /// <summary>Of two cues that stand in each other's content, one reads the other's words wrongly: the less probable goes.</summary>
    private void DropRivals()
    {
        for (var i = 0; i < _drafts.Count; i++)
        {
            for (var j = i + 1; j < _drafts.Count && j < i + 12; j++)
            {
                var (a, b) = (_drafts[i], _drafts[j]);
                if (a.Dropped || b.Dropped || !a.Holds(b.Cue.Range) || !b.Holds(a.Cue.Range))
                    continue;
                (a.Probability < b.Probability ? a : b).Dropped = true;
            }
        }

        _drafts.RemoveAll(d => d.Dropped);
    }

    private List<FoundAttribution> Finish()
    {
        _drafts.Sort((a, b) => a.Cue.Range.Start != b.Cue.Range.Start ? a.Cue.Range.Start.CompareTo(b.Cue.Range.Start) : a.Cue.Range.End.CompareTo(b.Cue.Range.End));
        List<FoundAttribution> found = new(_drafts.Count);
        for (var i = 0; i < _drafts.Count; i++)
            found.Add(_drafts[i].ToAttribution(_choices, Holder(i)));
        return found;
    }

    /// <summary>The innermost other attribution whose content holds this one's cue.</summary>
    private int Holder(int index)
    {
        var (cue, best, size) = (_drafts[index].Cue.Range, -1, int.MaxValue);
        for (var i = Math.Max(0, index - 40); i < Math.Min(_drafts.Count, index + 40); i++)
        {
            var other = _drafts[i];
            if (i != index && (other.Holds(cue) || other.NounInside == cue) && other.Size < size)
                (best, size) = (i, other.Size);
        }

        return best;
    }
}
