using System.Globalization;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Tests;

/// <summary>Articles with as many claims as a test wants: what an engine would read in “The mayor said: word 1.”</summary>
internal static class Crowd
{
    /// <summary>One article.</summary>
    /// <param name="name">Of its file; with the words it makes its key.</param>
    /// <param name="words">What is said, a claim each.</param>
    public static ArticleAnalysis Article(string name, IEnumerable<string> words)
    {
        var speaker = Gold.Dossier.Actors[0];
        var (text, claims) = (new StringBuilder($"{name}\n"), new List<(TextSpan Speaker, TextSpan Cue, TextSpan Content)>());
        foreach (var said in words)
        {
            var start = text.Length;
            text.Append("Mayor said: ").Append(said);
            claims.Add((new(start, start + 5), new(start + 6, start + 10), new(start + 12, text.Length)));
            text.Append('\n');
        }

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        var article = new Article
        {
            FileName = name,
            ContentHash = hash,
            Text = text.ToString(),
            Title = name,
            TitleSpan = new(0, name.Length),
            Body = new(name.Length, text.Length),
            Published = new(new DateOnly(2026, 1, 1), DateBasis.Stated),
        };
        return new(article, [.. claims.Select(c => new Claim
        {
            Key = ClaimKey.Of(article.Key, c.Cue, [c.Content]),
            Speaker = new(speaker.Id, speaker.Name, speaker.Side, c.Speaker, false),
            Cue = new("say", c.Cue),
            Act = ClaimAct.Asserts,
            Quotation = QuotationKind.Indirect,
            Content = [c.Content],
            Confidence = 0.9,
        })], [], [], []);
    }

    /// <summary>Articles with some claims each, all different.</summary>
    public static IReadOnlyList<ArticleAnalysis> Articles(int articles, int claims) =>
        [.. Enumerable.Range(0, articles).Select(a => Article(
            string.Create(CultureInfo.InvariantCulture, $"Article {a}"),
            Enumerable.Range(0, claims).Select(c => string.Create(CultureInfo.InvariantCulture, $"word {a} of {c}."))))];
}
