using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Disputes that stand in one article: general denials of what was said just before.</summary>
internal sealed class ArticleDisputes(ConflictModel model, DisputeWriter writer)
{
    private readonly PositionList _positions = new(model);

    public EpisodeResult Compare(ArticleFacts article) => new([.. article.Accounts.Select(p => Write(p.Denial, p.Denied))], [], []);

    private Dispute Write(ClaimFacts denial, List<ClaimFacts> denied)
    {
        var positions = _positions.Of(denied.Append(denial));
        var window = denial.Window.Basis == WindowBasis.Event ? denial.Window : EventWindow.Unknown;
        var accuser = denied[0].Side;
        (string, string?)[] words =
        [
            ("agent", writer.SideName(accuser)), ("accuser", writer.SideName(accuser)), ("denier", writer.SideName(denial.Side)),
            ("days", Days.Of(window)),
        ];
        var dispute = new Dispute(DisputeWriter.Slug("account", writer.SideId(accuser), denial.Article.Key[..8],
            denial.Start.ToString(System.Globalization.CultureInfo.InvariantCulture)), writer.Text(TextName.AccountQuestion, words),
            DisputeKind.Denial, positions.Positions(), 0, writer.Text(TextName.AccountWhy, words));
        return writer.Finish(dispute, positions, window, null, ["general denial of what stands before it"]);
    }
}
