using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

/// <summary>Short ways to read what a test wrote.</summary>
internal static class Reading
{
    public static Article Text(string text, CatalogueEntry? known = null) => Article("article.txt", Encoding.UTF8.GetBytes(text), known);

    public static Article Page(string html, CatalogueEntry? known = null) => Article("page.html", Encoding.UTF8.GetBytes(html), known);

    public static Article Article(string file, byte[] bytes, CatalogueEntry? known = null) =>
        ArticleReader.Read(file, bytes, known) is ReadOutcome.Read read ? read.Article : throw new Xunit.Sdk.XunitException(Refusal(file, bytes));

    public static string Refusal(string file, byte[] bytes) => Assert.IsType<ReadOutcome.Rejected>(ArticleReader.Read(file, bytes)).Reason;

    public static string BodyOf(Article article) => article.Body.In(article.Text).ToString();

    public static IEnumerable<string> BoilerplateOf(Article article) => article.Boilerplate.Select(span => span.In(article.Text).ToString());
}
