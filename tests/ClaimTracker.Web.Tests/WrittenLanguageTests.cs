using AngleSharp;
using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Web.Tests;

public sealed class WrittenLanguageTests
{
    public static IEnumerable<object[]> Cases =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "languages.txt")).Where(l => l is not ("" or ['#', ..]))
            .Select(l => l.Split(' ', 2)).Select(c => (object[])[c[0], c[1].Trim()]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheLettersTellTheLanguageOrLeaveItOpen(string language, string words) =>
        Assert.Equal(language == "-" ? null : language, WrittenLanguage.Of(words));

    [Fact]
    public async Task AnUrduQuotationInAnEnglishSentenceIsTaggedAndTheSentenceIsNot()
    {
        const string Sentence = "The spokesman said: یہ الزام بے بنیاد ہے";
        var quotation = await RenderAsync(Rows.Claim(Sentence, content: [(20, Sentence.Length)]));

        var said = quotation.QuerySelector(".said")!;
        Assert.Equal(("ur", "rtl"), (said.GetAttribute("lang"), said.GetAttribute("dir")));
        Assert.Null(quotation.GetAttribute("lang"));
        Assert.Equal(Sentence, quotation.TextContent);
    }

    [Fact]
    public async Task ASentenceInPashtoIsTaggedAsAWhole()
    {
        var quotation = await RenderAsync(Rows.Claim("ویاند وویل چې پنځه سرتېري ټپیان شوي دي"));

        Assert.Equal(("ps", "auto"), (quotation.GetAttribute("lang"), quotation.GetAttribute("dir")));
        Assert.False(quotation.QuerySelector(".said")!.HasAttribute("lang"));
    }

    private static async Task<AngleSharp.Dom.IElement> RenderAsync(Storage.Queries.ClaimRow claim)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Shown>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Shown.Content)] = Words.Of(claim, null) }))).ToHtmlString());
        return (await BrowsingContext.New().OpenAsync(r => r.Content(html))).QuerySelector("blockquote")!;
    }

    private sealed class Shown : ComponentBase
    {
        [Parameter] public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
