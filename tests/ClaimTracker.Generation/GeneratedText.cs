using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>An article while it is written, with the place of whatever was written last.</summary>
internal sealed class GeneratedText(int capacity)
{
    private readonly StringBuilder _text = new(capacity);

    public int Length => _text.Length;

    public TextSpan Add(string words)
    {
        var start = _text.Length;
        _text.Append(words);
        return new(start, _text.Length);
    }

    public override string ToString() => _text.ToString();
}
