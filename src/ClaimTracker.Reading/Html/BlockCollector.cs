using System.Text;

namespace ClaimTracker.Reading.Html;

/// <summary>Cuts a page, or a part of it, into blocks of text.</summary>
internal sealed class BlockCollector
{
    private readonly PageTree _tree;
    private readonly bool[]? _leftOut;
    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _open = new();
    private int _first = -1;
    private int _length;
    private int _linkLength;
    private int _breaks;
    private bool _space;
    private int _image = -1;

    private BlockCollector(PageTree tree, bool[]? leftOut) => (_tree, _leftOut) = (tree, leftOut);

    /// <summary>The blocks inside a node in reading order, without what lies inside nodes that are left out.</summary>
    public static IReadOnlyList<PageBlock> Collect(PageTree tree, int within = 0, bool[]? leftOut = null)
    {
        var collector = new BlockCollector(tree, leftOut);
        collector.Walk(within);
        return collector._blocks;
    }

    private void Walk(int within)
    {
        var (preformattedEnd, linkEnd) = (0, 0);
        for (var i = within; i < _tree[within].End; i++)
        {
            while (_open.TryPeek(out var open) && _tree[open].End <= i)
            {
                Close();
                _open.Pop();
            }

            ref readonly var node = ref _tree[i];
            if (_leftOut?[i] == true)
            {
                // What is left out ends a paragraph as it would on the page, or leaves a gap in its line.
                if (!node.Tag.IsInline()) Close();
                else _space = true;
                i = node.End - 1;
                continue;
            }

            if (node.Tag == PageTag.Text) Append(node.Text!, i, i < linkEnd, i < preformattedEnd);
            else if (node.Tag == PageTag.LineBreak) Break();
            else if (node.Tag == PageTag.Image) _image = _text.Length == 0 ? i : _image;
            else if (node.Tag == PageTag.Link) linkEnd = Math.Max(linkEnd, node.End);
            else if (!node.Tag.IsInline())
            {
                Close();
                _open.Push(i);
                if (node.Tag == PageTag.Preformatted) preformattedEnd = Math.Max(preformattedEnd, node.End);
            }
        }

        Close();
    }

    /// <summary>One break is a new line, two a new paragraph.</summary>
    private void Break()
    {
        _space = false;
        if (++_breaks >= 2) Close();
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

    /// <summary>What only tells browsers where a line may break: soft hyphen, zero-width space, word joiner, byte-order mark.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>Ends the block in the innermost element that is open.</summary>
    private void Close()
    {
        if (_text.Length > 0)
        {
            _blocks.Add(new PageBlock
            {
                Node = _open.Peek(),
                First = _first,
                Text = _text.ToString(),
                LinkLength = _linkLength,
                Length = _length,
                AfterImage = _image >= 0 && _tree.IsWithin(_image, _open.Peek()),
            });
            _image = -1;
        }

        _text.Clear();
        (_first, _length, _linkLength, _breaks, _space) = (-1, 0, 0, 0, false);
    }
}
