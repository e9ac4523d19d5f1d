using AngleSharp.Dom;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>
/// Which elements of a page hold running text, how much of it, and which stand outside the article: navigation, comments,
/// related links, share rows, captions, subscription boxes.
/// </summary>
internal sealed class PageRegions
{
    private readonly PageTree _tree;
    private readonly ReadingLexicon _lexicon;
    private readonly IReadOnlyList<PageBlock> _blocks;
    private readonly int _title;
    private readonly double[] _length;
    private readonly double[] _quoted;
    private readonly double[] _linked;
    private readonly double[] _linkedHeadings;
    private readonly bool[] _beginsAsFurniture;

    /// <param name="tree">The page.</param>
    /// <param name="blocks">All its blocks.</param>
    /// <param name="title">The index of the block that prints the headline, or -1.</param>
    /// <param name="lexicon">The words that tell elements apart.</param>
    public PageRegions(PageTree tree, IReadOnlyList<PageBlock> blocks, int title, ReadingLexicon lexicon)
    {
        (_tree, _blocks, _title, _lexicon) = (tree, blocks, title, lexicon);
        Outside = new bool[tree.Count];
        _length = Sum(block => block.Length);
        _linked = Sum(block => block.LinkLength);
        _linkedHeadings = Sum(block => IsHeading(block) && block.LinkDensity > 0.8 ? 1 : 0);
        _beginsAsFurniture = BeginsAsFurniture();
        _quoted = Sum(block => IsQuoted(block) ? block.Length : 0);
        Mass = Sum(Weight);
        Mark(0);
        Mass = Sum(block => Outside[block.Node] ? 0 : Weight(block));
    }

    /// <summary>By node: whether it is no part of the article.</summary>
    public bool[] Outside { get; }

    /// <summary>
    /// By node: how much running text lies inside it, in characters. Short pieces, and what stands before the headline, count for less.
    /// </summary>
    public double[] Mass { get; }

    /// <summary>Marks what stands outside the article among the nodes inside one; shares are measured against that node.</summary>
    public void Mark(int within)
    {
        var dominant = Dominant(within, PageTag.Article);
        for (var i = within + 1; i < _tree[within].End; i++)
            Outside[i] = Outside[_tree[i].Parent]
                || dominant >= 0 && IsOtherArticle(i, dominant)
                || IsOutside(i, Mass[i] / (Mass[within] + 1));
    }

    private const int LongestTeaser = 500;
    private const int LongestHeading = 60;

    private double[] Sum(Func<PageBlock, double> worth)
    {
        var sum = new double[_tree.Count];
        foreach (var block in _blocks) sum[block.Node] += worth(block);
        // From the back: what lies inside a node follows it.
        for (var i = _tree.Count - 1; i > 0; i--) sum[_tree[i].Parent] += sum[i];
        return sum;
    }

    private double Weight(PageBlock block)
    {
        if (block.LinkDensity >= 0.5 || block.Length < 25) return 0;
        var weight = block.Length * (1 - block.LinkDensity);
        if (block.Length < 80) weight *= 0.3;
        if (_tree[block.Node].Tag == PageTag.ListItem && block.LinkDensity > 0.15) weight *= 0.2;
        if (_title >= 0 && block.First < _blocks[_title].First) weight *= 0.3;
        return weight;
    }

    private bool IsQuoted(PageBlock block)
    {
        for (var (node, steps) = (block.Node, 0); node >= 0 && steps < 4; node = _tree[node].Parent, steps++)
            if (_tree[node].Tag == PageTag.Quote) return true;
        return false;
    }

    /// <summary>The element of a kind that holds more than half of a node’s running text, or -1.</summary>
    private int Dominant(int within, PageTag tag)
    {
        var best = -1;
        for (var i = within; i < _tree[within].End; i++)
            if (_tree[i].Tag == tag && Mass[i] > 0.5 * Mass[within]) best = i;
        return best;
    }

    /// <summary>An article element beside or inside the one that holds most of the text: a teaser, or the next article.</summary>
    private bool IsOtherArticle(int node, int dominant) =>
        _tree[node].Tag == PageTag.Article && node != dominant && !_tree.IsWithin(dominant, node);

    private bool IsOutside(int index, double share)
    {
        ref readonly var node = ref _tree[index];
        if (node.Element is not { } element) return false;
        if (node.Tag.IsInline()) return Signs(element).HasFlag(MarkupSigns.Invisible) || IsHidden(element);
        switch (node.Tag)
        {
            case PageTag.TableRow or PageTag.TableCell:
                return false;
            case PageTag.Navigation or PageTag.Control or PageTag.Figure or PageTag.Caption:
            case PageTag.Footer or PageTag.Aside or PageTag.Form when share < 0.5:
                return true;
            case PageTag.Article or PageTag.Main:
                return false;
        }

        if (share < 0.5 && IsHidden(element)) return true;
        if (share < 0.3 && (IsLinkList(index) || IsTeaser(index) || _beginsAsFurniture[index])) return true;
        var signs = Signs(element);
        if (signs.HasFlag(MarkupSigns.Never) && share < 0.95 && !HoldsTitle(index)) return true;
        return share < 0.4 && (signs & (MarkupSigns.Outside | MarkupSigns.Invisible)) != 0 && _quoted[index] < 0.5 * _length[index];
    }

    /// <summary>Several links and little else.</summary>
    private bool IsLinkList(int node) =>
        _tree[node].Tag is PageTag.List or PageTag.Block or PageTag.Section or PageTag.Table
        && _length[node] > 40 && _linked[node] > 0.6 * _length[node] && _quoted[node] == 0;

    /// <summary>A heading that is a link, with a line or two about what it leads to.</summary>
    private bool IsTeaser(int node) =>
        _tree[node].Tag is PageTag.ListItem or PageTag.Block or PageTag.Section
        && _linkedHeadings[node] >= 1 && _length[node] < LongestTeaser * _linkedHeadings[node] && !HoldsTitle(node);

    private bool IsFurniture(PageBlock block) =>
        _lexicon.Anywhere.Match(new LineWords(block.Text, new Domain.TextSpan(0, block.Text.Length)), _lexicon);

    /// <summary>By node: whether its first words are a heading such as “Related stories”.</summary>
    private bool[] BeginsAsFurniture()
    {
        var begins = new bool[_tree.Count];
        foreach (var block in _blocks) begins[block.First] = block.Length < LongestHeading && IsHeading(block) && IsFurniture(block);
        // From the back, so that what a node keeps is said by the first text in it.
        for (var i = _tree.Count - 1; i > 0; i--)
            if (_tree[i].Tag != PageTag.Text || !string.IsNullOrWhiteSpace(_tree[i].Text)) begins[_tree[i].Parent] = begins[i];
        return begins;
    }

    private bool IsHeading(PageBlock block)
    {
        for (var (node, steps) = (block.Node, 0); node >= 0 && steps < 3; node = _tree[node].Parent, steps++)
            if (_tree[node].Tag is PageTag.Heading or PageTag.TopHeading) return true;
        return false;
    }

    private bool HoldsTitle(int node) => _title >= 0 && _tree.IsWithin(_blocks[_title].First, node);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private MarkupSigns Signs(IElement element) =>
        _lexicon.Markup.Read(element.ClassName) | _lexicon.Markup.Read(element.Id) | _lexicon.Markup.Read(element.GetAttribute("role"));
}
