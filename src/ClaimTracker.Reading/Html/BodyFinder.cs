using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>Finds which blocks of a page are the article.</summary>
internal static class BodyFinder
{
    /// <summary>The smallest element that holds nearly all running text is the article's; what else stands in it is left out.</summary>
    public static IReadOnlyList<PageBlock> Find(PageTree tree, IReadOnlyList<PageBlock> blocks, PageTitle title, ReadingLexicon lexicon)
    {
        var regions = new PageRegions(tree, blocks, title.Block, lexicon);
        var container = Named(tree, regions, Container(tree, regions, title.Block < 0 ? -1 : blocks[title.Block].First));
        regions.Mark(container);
        return new BodyTrimmer(tree, title, lexicon).Trim(BlockCollector.Collect(tree, container, regions.Outside));
    }

    private static int Container(PageTree tree, PageRegions regions, int title)
    {
        var node = 0;
        while (true)
        {
            var best = -1;
            for (var child = node + 1; child < tree[node].End; child = tree[child].End)
                if (best < 0 || regions.Mass[child] > regions.Mass[best]) best = child;
            if (best < 0 || regions.Mass[best] <= 0 || !CanContain(tree[best].Tag)) return node;
            var share = regions.Mass[best] / regions.Mass[node];
            if (share < LeadingShare || share < DominantShare && GoesOnBeside(tree, regions, node, best, title)) return node;
            node = best;
        }
    }

    /// <summary>Whether an article that is mostly in one child goes on in others: paragraphs beside it, or elements like it.</summary>
    private static bool GoesOnBeside(PageTree tree, PageRegions regions, int node, int best, int title)
    {
        var beside = 0.0;
        for (var child = node + 1; child < tree[node].End; child = tree[child].End)
        {
            if (child == best) continue;
            var isIntroduction = title >= 0 && child > title && child < best;
            if (isIntroduction || !CanContain(tree[child].Tag) || IsLike(tree[child], tree[best])) beside += regions.Mass[child];
        }

        return beside > BesideShare * regions.Mass[node];
    }

    private static bool IsLike(in PageNode a, in PageNode b) => a.Tag == b.Tag && a.Element!.ClassName == b.Element!.ClassName;

    /// <summary>An element inside that is named as an article’s text and holds most of it.</summary>
    private static int Named(PageTree tree, PageRegions regions, int within)
    {
        var best = within;
        for (var i = within + 1; i < tree[within].End; i++)
        {
            var isEnough = regions.Mass[i] >= NamedShare * regions.Mass[within];
            if (isEnough && (best == within || regions.Mass[i] > regions.Mass[best]) && IsNamed(tree[i])) best = i;
        }

        return best;
    }

    private static bool IsNamed(in PageNode node) =>
        node.Element is { } element && CanContain(node.Tag)
        && (string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase)
            || string.Equals(element.GetAttribute("property"), "articleBody", StringComparison.OrdinalIgnoreCase));

    private static bool CanContain(PageTag tag) =>
        !tag.IsInline() && tag is not (PageTag.Paragraph or PageTag.ListItem or PageTag.Heading or PageTag.TopHeading);

    private const double DominantShare = 0.75;
    private const double LeadingShare = 0.5;
    private const double BesideShare = 0.05;
    private const double NamedShare = 0.5;
}
