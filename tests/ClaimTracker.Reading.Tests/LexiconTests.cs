using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Tests;

public sealed class LexiconTests
{
    [Fact]
    public void EveryShippedFileIsRead()
    {
        var (lexicon, problems) = ReadingLexicon.Read(ReadingLexicon.ShippedText);

        Assert.Empty(problems);
        Assert.NotNull(lexicon);
        Assert.Equal(8, ReadingLexicon.Files.Count);
    }

    [Theory]
    [InlineData("calendar.txt", "january = 1", "january = 13", "expected 'name = number from 1 to 12', found 'january = 13'")]
    [InlineData("calendar.txt", "january = 1", "january", "expected 'name = number from 1 to 12', found 'january'")]
    [InlineData("calendar.txt", "jan = 1", "january = 1", "expected each entry once, found 'january' again")]
    [InlineData("datelines.txt", "reuters", "Reuters", "expected lower case, found 'Reuters'")]
    [InlineData("datelines.txt", "reuters", "reuters = 1", "expected words alone, found 'reuters = 1'")]
    [InlineData("furniture.txt", "post comment", "* +", "expected at least one word in a pattern, found '* +'")]
    [InlineData("furniture.txt", "post comment", "post {comment}", "expected lower-case words, *, +, {number} or {date}, found '{comment}'")]
    [InlineData("furniture.txt", "post comment", "comment", "expected each pattern once, found 'comment' again")]
    [InlineData("encodings.txt", "ru = windows-1251", "ru", "expected 'name = value', found 'ru'")]
    [InlineData("labels.txt", "[outlet]", "[outlets]", "expected one of title, author, outlet, found section 'outlets'")]
    public void ABadLineIsReportedWithItsFileAndLineNumber(string file, string line, string bad, string sentence)
    {
        var lines = ReadingLexicon.ShippedText(file).Split('\n');
        var at = Array.IndexOf(lines, line);
        lines[at] = bad;

        var (lexicon, problems) = ReadingLexicon.Read(name => name == file ? string.Join('\n', lines) : ReadingLexicon.ShippedText(name));

        Assert.Null(lexicon);
        Assert.Contains(new DataProblem(file, at + 1, sentence), problems);
    }

    [Fact]
    public void AMissingSectionIsReported()
    {
        var (lexicon, problems) = ReadingLexicon.Read(name => name == "labels.txt" ? "[title]\ntitle\n[author]\nby\n" : ReadingLexicon.ShippedText(name));

        Assert.Null(lexicon);
        Assert.Equal([new DataProblem("labels.txt", 0, "expected a section [outlet], found none")], problems);
    }

    [Fact]
    public void WordsBeforeAnySectionAndASectionTwiceAreReportedTogether()
    {
        var problems = new List<DataProblem>();

        LexiconSections.Read("a.txt", "word\n[one]\n# comment\n[one]\n", ["one"], problems);

        Assert.Equal([
            new DataProblem("a.txt", 1, "expected a section such as [one] first, found 'word'"),
            new DataProblem("a.txt", 4, "expected each section once, found 'one' again"),
        ], problems);
    }

    [Theory]
    [InlineData("read more : *", "Read more: one, two", true)]
    [InlineData("read more : *", "READ MORE:", true)]
    [InlineData("read more : *", "Read more", false)]
    [InlineData("sponsored by +", "Sponsored by", false)]
    [InlineData("sponsored by +", "Sponsored by The Bank", true)]
    [InlineData("see the + here", "See the long list here.", true)]
    [InlineData("see the + here", "See the long list here, please", false)]
    [InlineData("{number} comments", "1,204 comments", true)]
    [InlineData("{number} comments", "Many comments", false)]
    [InlineData("published in + {date}", "Published in Post, March 5th, 2026", true)]
    [InlineData("{date} edition", "Thursday, 5 March 2026 10:30 am GMT edition", true)]
    [InlineData("editor's picks", "Editor’s Picks", true)]
    public void APatternMatchesAWholeLine(string pattern, string line, bool matches)
    {
        var problems = new List<DataProblem>();
        var patterns = LinePatterns.Read(LexiconSections.Read("p.txt", $"[p]\n{pattern}", ["p"], problems), "p");

        Assert.Empty(problems);
        Assert.Equal(matches, patterns.Match(new LineWords(line, new TextSpan(0, line.Length)), ReadingLexicon.Shipped));
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026-03-05T21:15:00Z", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("2026.03.05", "2026-03-05")]
    [InlineData("March 5, 2026", "2026-03-05")]
    [InlineData("Mar. 5, 2026", "2026-03-05")]
    [InlineData("MARCH 5TH, 2026", "2026-03-05")]
    [InlineData("5 March 2026", "2026-03-05")]
    [InlineData("5th of March, 2026", "2026-03-05")]
    [InlineData("Thursday, 5th March 2026", "2026-03-05")]
    [InlineData("Thu 05 Mar 2026 10:00", "2026-03-05")]
    [InlineData("15/03/2026", "2026-03-15")]
    [InlineData("03/15/2026", "2026-03-15")]
    [InlineData("05/05/2026", "2026-05-05")]
    [InlineData("03/05/2026", null)]
    [InlineData("29 February 2024", "2024-02-29")]
    [InlineData("29 February 2025", null)]
    [InlineData("march 5, 2026", null)]
    [InlineData("2026-13-05", null)]
    [InlineData("1.2.3", null)]
    [InlineData("March 2026", null)]
    public void ADateIsReadWhereItCanBeOnlyOneDay(string line, string? day)
    {
        var words = new LineWords(line, new TextSpan(0, line.Length));

        var date = DateScanner.ReadAt(words, 0, ReadingLexicon.Shipped);

        Assert.Equal(day, date?.Full?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }
}
