using System.Collections.Frozen;

namespace ClaimTracker.Reading.Html;

/// <summary>Elements by what they are to a reader of text.</summary>
internal enum PageTag
{
    /// <summary>An element of no special meaning that breaks no line: <c>span</c>, <c>em</c>, unknown ones.</summary>
    Inline,

    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>An element that stands on lines of its own: <c>div</c>, <c>center</c>.</summary>
    Block,

    Paragraph,
    Heading,
    TopHeading,
    Quote,
    List,
    ListItem,
    Preformatted,
    Table,
    TableRow,
    TableCell,
    Link,
    LineBreak,
    Rule,
    Article,
    Main,
    Section,
    Header,
    Footer,
    Navigation,
    Aside,
    Figure,
    Caption,
    Form,
    Control,
    Time,
    Image,

    /// <summary>Holds nothing to read: <c>script</c>, <c>style</c>, <c>svg</c>.</summary>
    Hidden,
}

internal static class PageTags
{
    private static readonly FrozenDictionary<string, PageTag> ByName = new Dictionary<string, PageTag>(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = PageTag.Paragraph,
        ["h1"] = PageTag.TopHeading,
        ["h2"] = PageTag.Heading,
        ["h3"] = PageTag.Heading,
        ["h4"] = PageTag.Heading,
        ["h5"] = PageTag.Heading,
        ["h6"] = PageTag.Heading,
        ["blockquote"] = PageTag.Quote,
        ["ul"] = PageTag.List,
        ["ol"] = PageTag.List,
        ["dl"] = PageTag.List,
        ["menu"] = PageTag.List,
        ["dir"] = PageTag.List,
        ["li"] = PageTag.ListItem,
        ["dt"] = PageTag.ListItem,
        ["dd"] = PageTag.ListItem,
        ["pre"] = PageTag.Preformatted,
        ["table"] = PageTag.Table,
        ["tr"] = PageTag.TableRow,
        ["td"] = PageTag.TableCell,
        ["th"] = PageTag.TableCell,
        ["a"] = PageTag.Link,
        ["br"] = PageTag.LineBreak,
        ["hr"] = PageTag.Rule,
        ["article"] = PageTag.Article,
        ["main"] = PageTag.Main,
        ["section"] = PageTag.Section,
        ["header"] = PageTag.Header,
        ["footer"] = PageTag.Footer,
        ["nav"] = PageTag.Navigation,
        ["aside"] = PageTag.Aside,
        ["figure"] = PageTag.Figure,
        ["figcaption"] = PageTag.Caption,
        ["caption"] = PageTag.Caption,
        ["form"] = PageTag.Form,
        ["fieldset"] = PageTag.Form,
        ["time"] = PageTag.Time,
        ["img"] = PageTag.Image,
        ["picture"] = PageTag.Image,
        ["video"] = PageTag.Image,
        ["audio"] = PageTag.Image,
        ["button"] = PageTag.Control,
        ["select"] = PageTag.Control,
        ["textarea"] = PageTag.Control,
        ["input"] = PageTag.Control,
        ["label"] = PageTag.Control,
        ["option"] = PageTag.Control,
        ["datalist"] = PageTag.Control,
        ["dialog"] = PageTag.Control,
        ["div"] = PageTag.Block,
        ["center"] = PageTag.Block,
        ["address"] = PageTag.Block,
        ["body"] = PageTag.Block,
        ["html"] = PageTag.Block,
        ["details"] = PageTag.Block,
        ["summary"] = PageTag.Block,
        ["hgroup"] = PageTag.Block,
        ["tbody"] = PageTag.Block,
        ["thead"] = PageTag.Block,
        ["tfoot"] = PageTag.Block,
        ["search"] = PageTag.Form,
        ["script"] = PageTag.Hidden,
        ["style"] = PageTag.Hidden,
        ["noscript"] = PageTag.Hidden,
        ["template"] = PageTag.Hidden,
        ["svg"] = PageTag.Hidden,
        ["math"] = PageTag.Hidden,
        ["iframe"] = PageTag.Hidden,
        ["object"] = PageTag.Hidden,
        ["embed"] = PageTag.Hidden,
        ["canvas"] = PageTag.Hidden,
        ["head"] = PageTag.Hidden,
        ["link"] = PageTag.Hidden,
        ["meta"] = PageTag.Hidden,
        ["title"] = PageTag.Hidden,
        ["map"] = PageTag.Hidden,
        ["frameset"] = PageTag.Hidden,
        ["noframes"] = PageTag.Hidden,
        ["applet"] = PageTag.Hidden,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static PageTag Of(string localName) => ByName.GetValueOrDefault(localName, PageTag.Inline);

    /// <summary>Whether text inside it goes on in the line of what surrounds it.</summary>
    public static bool IsInline(this PageTag tag) =>
        tag is PageTag.Inline or PageTag.Text or PageTag.Link or PageTag.Time or PageTag.Image or PageTag.LineBreak;
}
