using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>Finds which blocks of a page are the article.</summary>
internal static class BodyFinder
{
    public static IReadOnlyList<PageBlock> Find(PageTree tree, IReadOnlyList<PageBlock> blocks, ReadingLexicon lexicon)
    {
        var outside = Outside(tree, lexicon);
        var inside = blocks.Where(block => !outside[block.Node]).ToList();
        var container = Container(tree, inside);
        return [.. inside.Where(block => tree.IsWithin(block.Node, container) && block.LinkDensity < 0.6)];
    }

    private static bool[] Outside(PageTree tree, ReadingLexicon lexicon)
    {
        var outside = new bool[tree.Count];
        for (var i = 0; i < tree.Count; i++)
        {
            ref readonly var node = ref tree[i];
            outside[i] = node.Parent >= 0 && outside[node.Parent] || IsOutside(node, lexicon);
        }

        return outside;
    }

    private static bool IsOutside(in PageNode node, ReadingLexicon lexicon)
    {
        if (node.Tag is PageTag.Navigation or PageTag.Footer or PageTag.Aside or PageTag.Form or PageTag.Control or PageTag.Figure or PageTag.Caption) return true;
        if (node.Element is not { } element || node.Parent <= 0 || node.Tag is PageTag.Article or PageTag.Main) return false;
        return MarkupWords.Any(element.ClassName, lexicon.OutsideWords.Contains) || MarkupWords.Any(element.Id, lexicon.OutsideWords.Contains);
    }

    private static int Container(PageTree tree, List<PageBlock> blocks)
    {
        var score = new double[tree.Count];
        foreach (var block in blocks)
        {
            if (block.Length < 40) continue;
            var worth = block.Length * (1 - block.LinkDensity);
            var share = 1.0;
            for (var node = tree[block.Node].Tag is PageTag.Block ? block.Node : tree[block.Node].Parent; node >= 0 && share > 0.05; node = tree[node].Parent, share *= 0.6)
                score[node] += worth * share;
        }

        return Array.IndexOf(score, score.Max());
    }
}
