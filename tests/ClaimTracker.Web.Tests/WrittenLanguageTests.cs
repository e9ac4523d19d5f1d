using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;

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
        var markup = new Markup();
        Words.Add(markup, claim, null);
        return (await Rendered.OfAsync(page => page.AddContent(0, markup.Done()))).QuerySelector("blockquote")!;
    }
}
