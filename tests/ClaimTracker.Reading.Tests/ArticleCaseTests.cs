using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

/// <summary>Whole plain texts, as a reader takes them; the form stands at the head of <c>Cases/articles.txt</c>.</summary>
public sealed class ArticleCaseTests
{
    public static TheoryData<ReadingCase> Cases => [.. ReadingCase.ReadAll(Repository.PathOf("tests", "ClaimTracker.Reading.Tests", "Cases", "articles.txt"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ATextIsReadAsAReaderTakesIt(ReadingCase one)
    {
        var article = Reading.Text(one.Text);

        Assert.Empty(one.Expected.Where(e => !Holds(e, article)).Select(e => $"expected {e}, found {Describe(article)}"));
    }

    [Fact]
    public void LineEndsMakeNoDifference()
    {
        foreach (var one in ReadingCase.ReadAll(Repository.PathOf("tests", "ClaimTracker.Reading.Tests", "Cases", "articles.txt")))
        {
            var (unix, windows) = (Reading.Text(one.Text), Reading.Text(one.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

            Assert.Equal((unix.Title, unix.Dateline, unix.Published.Date, unix.Author), (windows.Title, windows.Dateline, windows.Published.Date, windows.Author));
        }
    }

    [Fact]
    public void TheFileHasItsCases() => Assert.InRange(Cases.Count, 30, 5000);

    private static bool Holds(string expected, Article article)
    {
        var (key, value) = expected.Split(' ', 2) is [var k, var v] ? (k, v) : (expected, "");
        return key switch
        {
            "title" => (article.Title ?? "-") == value,
            "dateline" => (article.Dateline ?? "-") == value,
            "author" => (article.Author ?? "-") == value,
            "published" => Day(article) == value,
            "in" => IsIn(article, value),
            "out" => article.Text.Contains(value, StringComparison.Ordinal) && !IsIn(article, value),
            _ => throw new InvalidDataException($"'{key}' is no key of cases; expected title, dateline, author, published, in or out"),
        };
    }

    private static string Day(Article article) => article.Published.Date is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {article.Published.Basis.ToString().ToLowerInvariant()}") : "-";

    private static bool IsIn(Article article, string words)
    {
        for (var at = article.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = article.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + words.Length);
            if (article.Body.Contains(span) && !article.Boilerplate.Any(span.Overlaps))
                return true;
        }

        return false;
    }

    private static string Describe(Article a) =>
        $"title {a.Title ?? "-"}, dateline {a.Dateline ?? "-"}, author {a.Author ?? "-"}, published {Day(a)}, out {string.Join(" / ", a.Boilerplate.Select(b => b.In(a.Text).ToString().Trim()))}";
}

/// <summary>A text with what is expected of it.</summary>
public sealed record ReadingCase(string Heading, int Line, string Text, IReadOnlyList<string> Expected)
{
    public static IEnumerable<ReadingCase> ReadAll(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal))
                continue;
            var start = i;
            List<string> text = [], expected = [];
            while (i + 1 < lines.Length && !lines[i + 1].StartsWith("## ", StringComparison.Ordinal))
            {
                i++;
                if (lines[i].StartsWith("=> ", StringComparison.Ordinal))
                    expected.Add(lines[i][3..].Trim());
                else
                    text.Add(lines[i]);
            }

            yield return new(lines[start][3..], start + 1, string.Join('\n', text).Trim('\n'), expected);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Line}: {Heading}";
}
