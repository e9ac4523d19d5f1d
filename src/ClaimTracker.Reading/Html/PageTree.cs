using AngleSharp.Dom;

namespace ClaimTracker.Reading.Html;

/// <summary>A node of a page: an element or a piece of text. What lies inside it follows it, up to <see cref="End"/>.</summary>
internal struct PageNode
{
    public PageTag Tag;

    /// <summary>The index of the node around it; -1 for the first.</summary>
    public int Parent;

    /// <summary>One past the index of the last node inside it.</summary>
    public int End;

    /// <summary>Null for text.</summary>
    public IElement? Element;

    /// <summary>Null for elements.</summary>
    public string? Text;
}

/// <summary>A page's body as one flat array in reading order, so that every pass over it is a loop: nothing recurses.</summary>
internal sealed class PageTree
{
    private readonly PageNode[] _nodes;

    private PageTree(PageNode[] nodes) => _nodes = nodes;

    public int Count => _nodes.Length;

    public ref readonly PageNode this[int index] => ref _nodes[index];

    /// <summary>Lays out everything below an element; what a reader never sees is left out.</summary>
    public static PageTree Of(IElement root)
    {
        var nodes = new List<PageNode>(4096);
        // The children lists are indexed: a node's next sibling is a search among them, so a walk along siblings would be quadratic.
        var open = new Stack<(INodeList Children, int Next, int Index)>();
        Enter(root, -1);
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Children.Length)
            {
                var done = nodes[at.Index];
                done.End = nodes.Count;
                nodes[at.Index] = done;
                continue;
            }

            open.Push(at with { Next = at.Next + 1 });
            var child = at.Children[at.Next];
            if (child is IText text)
                nodes.Add(new PageNode { Tag = PageTag.Text, Parent = at.Index, End = nodes.Count + 1, Text = text.Data });
            else if (child is IElement element && PageTags.Of(element.LocalName) != PageTag.Hidden) Enter(element, at.Index);
        }

        return new PageTree([.. nodes]);

        void Enter(IElement element, int parent)
        {
            nodes.Add(new PageNode { Tag = PageTags.Of(element.LocalName), Parent = parent, Element = element });
            open.Push((element.ChildNodes, 0, nodes.Count - 1));
        }
    }

    /// <summary>Whether one node lies inside another, or is it.</summary>
    public bool IsWithin(int node, int ancestor) => ancestor <= node && node < _nodes[ancestor].End;
}
