using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>Finds which blocks of a page are the article.</summary>
internal static class BodyFinder
{
    /// <summary>The smallest element that holds nearly all running text is the article's; what stands outside it within is left out.</summary>
    public static IReadOnlyList<PageBlock> Find(PageTree tree, IReadOnlyList<PageBlock> blocks, PageTitle title, ReadingLexicon lexicon)
    {
        var regions = new PageRegions(tree, blocks, title.Block, lexicon);
        var container = Container(tree, regions);
        regions.Mark(container);
        return new BodyTrimmer(tree, title, lexicon).Trim(BlockCollector.Collect(tree, container, regions.Outside));
    }

    private static int Container(PageTree tree, PageRegions regions)
    {
        var node = 0;
        while (true)
        {
            var best = -1;
            for (var child = node + 1; child < tree[node].End; child = tree[child].End)
                if (best < 0 || regions.Mass[child] > regions.Mass[best]) best = child;
            if (best < 0 || regions.Mass[best] <= 0 || regions.Mass[best] < DominantShare * regions.Mass[node] || !CanContain(tree[best].Tag)) return node;
            node = best;
        }
    }

    private static bool CanContain(PageTag tag) => !tag.IsInline() && tag is not (PageTag.Paragraph or PageTag.ListItem or PageTag.Heading or PageTag.TopHeading);

    private const double DominantShare = 0.75;
}
