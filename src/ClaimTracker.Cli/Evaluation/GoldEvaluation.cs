using ClaimTracker.Comparison;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Everything that a gold file can tell of what the engine read and compared.</summary>
/// <param name="Figures">Claims, statistics, rates, then disputes, repeats and sums.</param>
/// <param name="Calibration">Confidence against truth, by tenths.</param>
/// <param name="Missing">Articles of the gold that were not among those read.</param>
internal sealed record GoldEvaluation(IReadOnlyList<Figure> Figures, IReadOnlyList<CalibrationBin> Calibration, IReadOnlyList<string> Missing)
{
    public static GoldEvaluation Of(Gold gold, Dossier dossier, IReadOnlyList<ArticleAnalysis> analyses)
    {
        // Of two files with one name the later stands, as in a list of lines by name.
        Dictionary<string, ArticleAnalysis> read = [];
        foreach (var analysis in analyses)
            read[analysis.Article.FileName] = analysis;
        var scorer = new ClaimScorer(gold);
        IReadOnlyList<Figure> figures = [.. scorer.Score(read), .. new PairScorer(gold, read).Score(new ClaimComparer(dossier).Compare(analyses))];
        return new(figures, scorer.Calibration.Bins(), [.. gold.Articles.Select(a => a.File).Where(f => !read.ContainsKey(f))]);
    }
}
