using System.Collections.Frozen;
using System.Text;

namespace ClaimTracker.Reading.Html;

/// <summary>
/// Takes out start tags that would nest deeper than any page made for readers does. A parser's work for each tag grows with
/// the number of elements that are open, so fifty thousand open ones would cost as much as a thousand pages.
/// </summary>
/// <remarks>
/// It counts what is open as the parser does, or more, never less. A page that stays below the limits is given back as it is.
/// </remarks>
internal sealed class NestingLimit
{
    /// <summary>Open elements from which on inline ones are taken out; only emphasis is lost.</summary>
    private const int MostInline = 128;

    /// <summary>Open elements from which on all are taken out.</summary>
    private const int MostOpen = 320;

    private enum Kind
    {
        Inline,
        Block,

        /// <summary>A block through which the end tags of other blocks don't reach.</summary>
        Boundary,

        /// <summary>Its next start tag closes it, so it doesn't pile up.</summary>
        ClosedByNext,
        Void,

        /// <summary>Its content isn't markup.</summary>
        Raw,
    }

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new (Kind Kind, string Names)[]
    {
        (Kind.Block, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
            + "h4 h5 h6 header hgroup listing main menu nav ol pre search section summary ul frameset select plaintext"),
        (Kind.Boundary, "applet button caption marquee object table template svg math foreignobject"),
        (Kind.ClosedByNext, "p li dd dt option optgroup tr td th tbody thead tfoot colgroup html head body rt rp"),
        (Kind.Void, "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"),
        (Kind.Raw, "script style textarea title xmp noembed noframes iframe"),
    }.SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Kind))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _html;
    private readonly List<(int Name, Kind Kind)> _open = [];
    private StringBuilder? _limited;
    private int _copied;

    private NestingLimit(string html) => _html = html;

    /// <summary>The page with nothing nested beyond the limits.</summary>
    public static string Apply(string html) => new NestingLimit(html).Scan();

    private string Scan()
    {
        for (var at = _html.IndexOf('<'); at >= 0 && at + 1 < _html.Length; at = at < _html.Length ? _html.IndexOf('<', at) : -1)
        {
            var next = _html[at + 1];
            if (next == '/') at = End(at);
            else if (char.IsAsciiLetter(next)) at = Start(at);
            else at = next == '!' && string.CompareOrdinal(_html, at, "<!--", 0, 4) == 0 ? Behind("-->", at + 2) : at + 2;
        }

        return _limited is null ? _html : _limited.Append(_html, _copied, _html.Length - _copied).ToString();
    }

    /// <summary>Takes note of a start tag; the index behind it, and behind its content where that isn't markup.</summary>
    private int Start(int at)
    {
        var name = Name(at + 1);
        var end = TagEnd(at + 1 + name.Length);
        var kind = Kinds.TryGetValue(name, out var known) ? known : Kind.Inline;
        if (kind == Kind.Raw) return RawEnd(name, end);
        if (kind is Kind.Void or Kind.ClosedByNext) return end;

        if (_open.Count >= (kind == Kind.Inline ? MostInline : MostOpen))
        {
            (_limited ??= new StringBuilder(_html.Length)).Append(_html, _copied, at - _copied);
            if (kind != Kind.Inline) _limited.Append("<br>");
            _copied = end;
        }
        else
        {
            _open.Add((Hash(name), kind));
        }

        return end;
    }

    private int End(int at)
    {
        var name = Name(at + 2);
        if (name.IsEmpty) return at + 2;
        Close(Hash(name), Kinds.TryGetValue(name, out var known) ? known : Kind.Inline);
        return TagEnd(at + 2 + name.Length);
    }

    /// <summary>An end tag closes the innermost element of its name, unless something between the two holds it up.</summary>
    private void Close(int name, Kind kind)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                _open.RemoveRange(i, _open.Count - i);
                return;
            }

            if (_open[i].Kind == Kind.Boundary || kind == Kind.Inline && _open[i].Kind == Kind.Block) return;
        }
    }

    private ReadOnlySpan<char> Name(int at)
    {
        var rest = _html.AsSpan(at);
        var length = 0;
        var most = Math.Min(rest.Length, LongestName);
        while (length < most && !char.IsWhiteSpace(rest[length]) && rest[length] is not ('>' or '/')) length++;
        return rest[..length];
    }

    /// <summary>The index behind a tag: “&gt;” in a quoted value doesn't end it.</summary>
    private int TagEnd(int at)
    {
        while (at < _html.Length)
        {
            var found = _html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (found < 0) return _html.Length;
            at += found + 1;
            var quote = _html[at - 1];
            if (quote == '>') return at;
            // A quotation mark opens a value only behind “=”; elsewhere it is a slip.
            if (!FollowsEquals(at - 2)) continue;
            var close = _html.IndexOf(quote, at);
            if (close < 0) return _html.Length;
            at = close + 1;
        }

        return _html.Length;
    }

    private bool FollowsEquals(int at)
    {
        while (at >= 0 && char.IsWhiteSpace(_html[at])) at--;
        return at >= 0 && _html[at] == '=';
    }

    private int RawEnd(ReadOnlySpan<char> name, int at)
    {
        while (at < _html.Length)
        {
            var found = _html.AsSpan(at).IndexOf("</");
            if (found < 0) return _html.Length;
            at += found + 2;
            if (_html.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return TagEnd(at + name.Length);
        }

        return _html.Length;
    }

    private int Behind(string mark, int at) =>
        _html.IndexOf(mark, at, StringComparison.Ordinal) is var found and >= 0 ? found + mark.Length : _html.Length;

    private static int Hash(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[LongestName];
        return string.GetHashCode(lower[..name.ToLowerInvariant(lower)]);
    }

    private const int LongestName = 64;
}
