using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Presentation;

/// <summary>
/// Writes the markup of what stands on a page by the dozen: cards, values of facets, bars of a chart. The renderer keeps a record of each element and attribute
/// of a component to compare it with the next rendering; a page that is sent once pays for that with half of its time.
/// </summary>
/// <remarks>Literal parts are markup as written, holes are encoded; what comes from an article can't become an element.</remarks>
public sealed class Markup
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'");
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _written = new(2048);

    /// <summary>Adds <c>$"&lt;a href=\"{address}\"{("lang", language)}&gt;{words}&lt;/a&gt;"</c>.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        return this;
    }

    /// <summary>Adds words, encoded.</summary>
    public Markup Text(string? words)
    {
        if (words is not null) _written.Append(words.AsSpan().ContainsAny(Special) ? Encoder.Encode(words) : words);
        return this;
    }

    /// <summary>What has been written, for a page.</summary>
    public MarkupString Done() => new(_written.ToString());

    /// <summary>One interpolated text on its way into the markup.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup _into;

        public Piece(int literalLength, int formattedCount, Markup into)
        {
            ArgumentNullException.ThrowIfNull(into);
            _ = (literalLength, formattedCount);
            _into = into;
        }

        public void AppendLiteral(string value) => _into._written.Append(value);

        /// <summary>Words, or the value of an attribute between quotation marks.</summary>
        public void AppendFormatted(string? value) => _into.Text(value);

        public void AppendFormatted(int value) => _into._written.Append(CultureInfo.InvariantCulture, $"{value}");

        /// <summary>Markup that was made elsewhere.</summary>
        public void AppendFormatted(MarkupString value) => _into._written.Append(value.Value);

        /// <summary>An attribute with a blank before it; nothing where it has no value.</summary>
        public void AppendFormatted((string Name, string? Value) attribute)
        {
            if (attribute.Value is null) return;
            _into._written.Append(' ').Append(attribute.Name).Append("=\"");
            _into.Text(attribute.Value);
            _into._written.Append('"');
        }

        /// <summary>An attribute that is there or not.</summary>
        public void AppendFormatted((string Name, bool IsSet) attribute)
        {
            if (attribute.IsSet) _into._written.Append(' ').Append(attribute.Name);
        }
    }
}
