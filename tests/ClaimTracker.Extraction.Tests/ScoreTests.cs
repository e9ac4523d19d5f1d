using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Training;

namespace ClaimTracker.Extraction.Tests;

/// <summary>Scores that are added up while an article is read are those that were learned over lists of features.</summary>
public class ScoreTests
{
    private const string Text = "“The bridge is shut,” the owner said on Monday, adding that two boats (of 12) had sunk.\n"
        + "According to the port, officials denied claims that it would close; they said: “We are open. Nobody was told.”\n“Nobody at all,” he added.";

    private static readonly AttributionEngineParts Parts = new();
    private readonly LinearModel _model = AttributionFinder.ShippedModel();
    private readonly Features _features = new();
    private readonly Choices _choices;
    private readonly ChoiceFeatures _describe;
    private readonly ChoiceScores _scores;
    private readonly List<CueCandidate> _cues = [];

    public ScoreTests()
    {
        var article = new ArticleTokens(Parts.Vocabulary, Parts.Sentences);
        article.Read(new Article { FileName = "a.txt", ContentHash = new string('0', 64), Text = Text, Body = new TextSpan(0, Text.Length) });
        _choices = new(Parts.Classes, Parts.Cues, _model.Clusters);
        (_describe, _scores) = (new(_choices), new(_choices, _model));
        _choices.Read(article);
        _choices.FindCues(_cues);
        new CueReader(_choices, _model).LookAt(_cues);
    }

    [Fact]
    public void TheScoreOfAPlaceWhereContentBeginsIsTheSumOfItsFeatures()
    {
        var compared = 0;
        foreach (var cue in _cues)
        {
            List<int> places = [];
            _choices.AfterStarts(cue, places);
            foreach (var place in places)
            {
                _describe.AfterStart(cue, place, _features);
                Assert.Equal(_model.Score(_features), _scores.AfterStart(cue, place));
                compared++;
            }
        }

        Assert.True(compared > 50);
    }

    [Fact]
    public void TheScoreOfAPlaceWhereContentEndsIsTheSumOfItsFeaturesHoweverOftenItIsAskedFor()
    {
        var compared = 0;
        foreach (var cue in _cues)
        {
            for (var start = cue.Range.End; start < Math.Min(cue.Range.End + 8, _choices.Article.Tokens.Count); start++)
            {
                if (!_choices.CanBegin(start))
                    continue;
                List<int> ends = [];
                _choices.Ends(start, ends);
                for (var i = 0; i < ends.Count; i++)
                {
                    _describe.AfterEnd(cue, start, ends[i], i, ends.Count, _features);
                    Assert.Equal(_model.Score(_features), _scores.AfterEnd(cue, start, ends[i], i, ends.Count));
                    compared++;
                }
            }
        }

        Assert.True(compared > 50);
    }

    [Fact]
    public void TheScoreOfAShapeIsTheSumOfItsFeatures()
    {
        Assert.NotEmpty(_cues);
        Assert.All(_cues, cue =>
        {
            var scores = new float[4];
            _scores.Shape(cue, scores);

            _describe.Shape(cue, _features);
            Assert.Equal([_model.Score(_features, 1), _model.Score(_features, 2), _model.Score(_features, 3), _model.Score(_features, 4)], scores);
        });
    }
}
