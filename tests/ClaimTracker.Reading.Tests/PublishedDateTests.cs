using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

public sealed class PublishedDateTests
{
    private const string Body = "The river rose by two metres overnight, the water authority of the province said, and three bridges were closed.";

    [Theory]
    [InlineData(" date 2026-03-05 LIMA: ")]
    [InlineData("Published March 5, 2026\n\n")]
    [InlineData("Published: 5 March 2026 10:30 am PST\n\n")]
    [InlineData("Published on: Thursday, 5th March, 2026\n\n")]
    [InlineData("Posted on Mar 5, 2026 at 10:30\n\n")]
    [InlineData("River floods towns\nMarch 5, 2026\n\n")]
    [InlineData("River floods towns\nThursday, March 5th 2026, 10:30 AM\n\n")]
    [InlineData("2026/03/05\n\n")]
    [InlineData("15/03/2026\n\n", 15)]
    public void APrintedDateIsStated(string beginning, int day = 5)
    {
        var published = Reading.Text(beginning + Body).Published;

        Assert.Equal((new DateOnly(2026, 3, day), DateBasis.Stated), (published.Date, published.Basis));
        Assert.Equal((published.Date, published.Date), (published.Earliest, published.Latest));
        Assert.StartsWith("The article prints “", published.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/05/2026\n\n")]
    [InlineData("March 5\n\n")]
    [InlineData("Updated March 5, 2026\n\n")]
    [InlineData("On March 5, 2026, the dam was inspected. ")]
    [InlineData("February 30, 2026\n\n")]
    [InlineData(Body + "\n\nMarch 5, 2026\n\n")]
    public void ADateThatCouldBeAnotherDayOrSaysSomethingElseIsNot(string beginning) => Assert.Null(Reading.Text(beginning + Body).Published.Date);

    [Fact]
    public void AnUpdateIsTheModifiedDate() => Assert.Equal(new DateOnly(2026, 3, 5), Reading.Text("Last updated: March 5, 2026\n\n" + Body).Modified);

    [Fact]
    public void ALineBelowTheTextCanNameOutletAndDay()
    {
        var article = Reading.Text($"{Body}\n\nPublished in The Valley Post, March 5th, 2026");

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Stated), (article.Published.Date, article.Published.Basis));
        Assert.Equal("The Valley Post", article.Source?.Name);
    }

    [Fact]
    public void WhatIsPrintedWinsOverTheCatalogue()
    {
        var published = Reading.Text("Published March 5, 2026\n\n" + Body, Known(new DateOnly(2026, 3, 9))).Published;

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Stated), (published.Date, published.Basis));
    }

    [Fact]
    public void TheCatalogueWinsOverWhatIsInferredAndKeepsItsBounds()
    {
        var known = Known(new DateOnly(2026, 3, 9));

        var published = Reading.Text(Counted, known).Published;

        Assert.Equal(known.Published, published);
    }

    [Fact]
    public void ThePagesMetadataWinsOverTheCatalogue()
    {
        var published = Reading.Page($"<meta property='article:published_time' content='2026-03-05T23:30:00+05:00'><p>{Body}", Known(new DateOnly(2026, 3, 9))).Published;

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Metadata), (published.Date, published.Basis));
        Assert.Equal("The page’s metadata says article:published_time “2026-03-05T23:30:00+05:00”.", published.Evidence);
    }

    private const string Counted = "The flood office, mended in August 2025, said on Tuesday that 4,910 sandbags had been filled since November 4, amounting to 233 per day.";

    [Fact]
    public void ACountAndItsRateGiveTheDayWhereWeekdayAndYearAgree()
    {
        var published = Reading.Text(Counted).Published;

        Assert.Equal((new DateOnly(2025, 11, 25), DateBasis.Inferred), (published.Date, published.Basis));
        Assert.Equal((new DateOnly(2025, 11, 25), new DateOnly(2025, 11, 26)), (published.Earliest, published.Latest));
        Assert.Equal("“4,910 sandbags had been filled since November 4, amounting to 233 per day” makes 21 days; 25 November 2025, "
            + "in the last year the text names, is a Tuesday.", published.Evidence);
    }

    [Fact]
    public void WithoutAnyYearACountGivesNoDate()
    {
        var published = Reading.Text(Counted.Replace(", mended in August 2025,", "", StringComparison.Ordinal)).Published;

        Assert.Equal(PublishedDate.Unknown, published);
    }

    [Fact]
    public void ACountWhoseWeekdayDoesNotFitTheYearGivesNoDate() =>
        Assert.Null(Reading.Text(Counted.Replace("August 2025", "August 2024", StringComparison.Ordinal)).Published.Date);

    [Fact]
    public void ADatelinesDayGetsItsYearFromTheWeekdayOfTheNews()
    {
        var published = Reading.Text($"LIMA, Oct 12 (Reuters) - The dam of 2021 held on Sunday, the authority said. Floods in May 2025 had damaged it. {Body}").Published;

        Assert.Equal((new DateOnly(2025, 10, 12), DateBasis.Inferred), (published.Date, published.Basis));
        Assert.Equal("The dateline prints “Oct 12”, a Sunday in 2025, the last year that the text names.", published.Evidence);
    }

    [Fact]
    public void ADatelinesDayThatTheWeekdayDoesNotFitGivesNoDate() =>
        Assert.Null(Reading.Text($"LIMA, Oct 12 (Reuters) - Floods in 2025 damaged the dam, which held on Monday. {Body}").Published.Date);

    [Theory]
    [InlineData("The dam broke yesterday, March 4, 2026, the authority said. ", 5)]
    [InlineData("The dam breaks records today (March 5, 2026), the authority said. ", 5)]
    public void YesterdayBesideADateGivesTheDay(string beginning, int day) => Assert.Equal(new DateOnly(2026, 3, day), Reading.Text(beginning + Body).Published.Date);

    [Fact]
    public void AWeekdayWithItsDateInBracketsGivesTheDayAndTheNext()
    {
        var published = Reading.Text("The dam held on Thursday (March 5), the authority founded in January 2026 said. " + Body).Published;

        Assert.Equal((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 6)), (published.Earliest, published.Latest));
        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Inferred), (published.Date, published.Basis));
    }

    [Theory]
    [InlineData("On Tuesday the authority said that the dam, built in 2021, had held since October 12. ")]
    [InlineData("The authority said Wednesday that the talks of May 10 had failed. ")]
    [InlineData("The dam will be finished by December 2031, the authority said on Monday. ")]
    public void AWeekdayAndADateApartGiveNoDate(string beginning) => Assert.Null(Reading.Text(beginning + Body).Published.Date);

    [Fact]
    public void AnUnknownDateKeepsTheEarliestDayThatTheTextTells()
    {
        var published = Reading.Text("The dam, built in 2021, was mended in December 2024 and will be raised by May 2031. " + Body).Published;

        Assert.Equal((null, DateBasis.Unknown, new DateOnly(2024, 12, 1), null), (published.Date, published.Basis, published.Earliest, published.Latest));
    }

    private static CatalogueEntry Known(DateOnly day) =>
        new("article.txt", null, new PublishedDate(day, DateBasis.Catalogue, "about", day.AddDays(-1), day.AddDays(1)));
}
