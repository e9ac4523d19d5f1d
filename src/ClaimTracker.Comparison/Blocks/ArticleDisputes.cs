using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Disputes that stand in one article: general denials of what was said just before, and denials in nearly the words of a claim.</summary>
internal sealed class ArticleDisputes(ConflictModel model, DisputeWriter writer)
{
    public EpisodeResult Compare(ArticleFacts article) => new(
    [
        .. article.Accounts.Select(p => Write(p.Denial, p.Denied, TextName.AccountQuestion, TextName.AccountWhy, "account",
            "general denial of what stands before it", "")),
        .. article.Worded.Select(p => Write(p.Denial, p.Denied, TextName.WordingQuestion, TextName.WordingWhy, "denied", "same words, denied", p.Words)),
    ], [], []);

    private Dispute Write(ClaimFacts denial, List<ClaimFacts> denied, string question, string why, string slug, string feature, string rejected)
    {
        var cells = new CellMaker(model);
        var positions = new PositionList(model, cells.Places);
        foreach (var (rank, claim) in denied.Append(denial).OrderBy(c => c.Key, StringComparer.Ordinal).Index())
            positions.Add(cells.Of(claim, claim.Places, 0, false), rank, false);
        var window = denial.Window.Basis == WindowBasis.Event ? denial.Window : EventWindow.Unknown;
        var accuser = denied[0].Side;
        (string, string?)[] words =
        [
            ("agent", writer.SideName(accuser)), ("accuser", writer.SideName(accuser)), ("denier", writer.SideName(denial.Side)),
            ("days", Days.Of(window)), ("words", rejected),
        ];
        var dispute = new Dispute(DisputeWriter.Slug(slug, writer.SideId(accuser), denial.Article.Key[..8],
            denial.Start.ToString(System.Globalization.CultureInfo.InvariantCulture)), writer.Text(question, words),
            DisputeKind.Denial, positions.Positions(), 0, writer.Text(why, words));
        return writer.Finish(dispute, positions, window, null, [feature]);
    }
}
