using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Tests;

/// <summary>What is written by the dozen without the renderer: its holes can hold anything that stands in an article.</summary>
public sealed class MarkupTests
{
    private const string Hostile = "<script>alert(\"1\")</script> & 'so'";

    private static AngleSharp.Dom.IElement Read(Markup markup) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(markup.Done().Value).Body!;

    [Fact]
    public void WordsOfAnArticleStayWords()
    {
        var page = Read(new Markup().Add($"<p>{Hostile}</p>").Text(Hostile));

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(Hostile + Hostile, page.TextContent);
    }

    [Fact]
    public void TheValueOfAnAttributeCannotEndIt()
    {
        var link = Read(new Markup().Add($"<a href=\"{Hostile}\"{("title", Hostile)}>x</a>")).QuerySelector("a")!;

        Assert.Equal((Hostile, Hostile, 2), (link.GetAttribute("href"), link.GetAttribute("title"), link.Attributes.Length));
    }

    [Fact]
    public void AnAttributeWithoutAValueIsLeftOut()
    {
        var box = Read(new Markup().Add($"<input{("lang", (string?)null)}{("checked", true)}{("disabled", false)}>")).QuerySelector("input")!;

        Assert.Equal(["checked"], box.Attributes.Select(a => a.Name));
    }

    [Fact]
    public void MarkupThatWasMadeElsewhereIsKept() =>
        Assert.Equal("<p>ښه, “2,461” <b>5</b></p>", new Markup().Add($"<p>{"ښه"}, “2,461” {new MarkupString("<b>5</b>")}</p>").Done().Value);
}
