using System.Text;

namespace ClaimTracker.Reading.Html;

/// <summary>Cuts a page into blocks of text.</summary>
internal sealed class BlockCollector
{
    private readonly PageTree _tree;
    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _first = -1;
    private int _length;
    private int _linkLength;
    private int _breaks;
    private bool _space;

    private BlockCollector(PageTree tree) => _tree = tree;

    /// <summary>The blocks in reading order.</summary>
    public static IReadOnlyList<PageBlock> Collect(PageTree tree)
    {
        var collector = new BlockCollector(tree);
        collector.Walk();
        return collector._blocks;
    }

    private void Walk()
    {
        // The elements that stand on their own lines, and links, with the index where each ends.
        var blocks = new Stack<int>();
        var preformattedEnd = 0;
        var linkEnd = 0;
        for (var i = 0; i < _tree.Count; i++)
        {
            while (blocks.TryPeek(out var open) && _tree[open].End <= i)
            {
                Close(open);
                blocks.Pop();
            }

            ref readonly var node = ref _tree[i];
            if (node.Tag == PageTag.Text) Append(node.Text!, i, i < linkEnd, i < preformattedEnd);
            else if (node.Tag == PageTag.LineBreak) Break(blocks);
            else if (node.Tag == PageTag.Link) linkEnd = Math.Max(linkEnd, node.End);
            else if (!node.Tag.IsInline())
            {
                if (blocks.TryPeek(out var around)) Close(around);
                blocks.Push(i);
                if (node.Tag == PageTag.Preformatted) preformattedEnd = Math.Max(preformattedEnd, node.End);
            }
        }

        while (blocks.TryPop(out var open)) Close(open);
    }

    /// <summary>One break is a new line, two a new paragraph.</summary>
    private void Break(Stack<int> blocks)
    {
        _space = false;
        if (++_breaks < 2 || !blocks.TryPeek(out var around)) return;
        Close(around);
    }

    private void Append(string text, int node, bool inLink, bool preformatted)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (preformatted && c == '\n') _breaks = 1;
                _space = true;
                continue;
            }

            if (IsInvisible(c)) continue;
            if (_text.Length > 0)
                if (_breaks > 0) _text.Append('\n');
                else if (_space) _text.Append(' ');
            if (_first < 0) _first = node;
            (_space, _breaks) = (false, 0);
            _text.Append(c);
            _length++;
            if (inLink) _linkLength++;
        }
    }

    /// <summary>Characters that only tell browsers where a line may break: soft hyphen, zero-width space, byte-order mark.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060';

    private void Close(int around)
    {
        if (_text.Length > 0)
            _blocks.Add(new PageBlock { Node = around, First = _first, Text = _text.ToString(), LinkLength = _linkLength, Length = _length });
        _text.Clear();
        (_first, _length, _linkLength, _breaks, _space) = (-1, 0, 0, 0, false);
    }
}
