using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

public sealed class DatelineTests
{
    private const string Rest = "The river rose by two metres overnight, the water authority of the province said, and three bridges were closed.";

    [Theory]
    [InlineData("LIMA: ", "LIMA")]
    [InlineData("LIMA — ", "LIMA")]
    [InlineData("LIMA – ", "LIMA")]
    [InlineData("LIMA - ", "LIMA")]
    [InlineData("LIMA -- ", "LIMA")]
    [InlineData("NEW DELHI: ", "NEW DELHI")]
    [InlineData("LIMA/QUITO: ", "LIMA/QUITO")]
    [InlineData("LIMA, Peru — ", "LIMA, Peru")]
    [InlineData("LIMA, Peru (AP) — ", "LIMA, Peru")]
    [InlineData("LIMA (Reuters) - ", "LIMA")]
    [InlineData("Lima, Peru (AP) — ", "Lima, Peru")]
    [InlineData("LIMA/QUITO, Oct 12 (Reuters) - ", "LIMA/QUITO")]
    [InlineData("Lima, Oct 12 (Reuters) - ", "Lima")]
    [InlineData("LIMA, Oct. 12, 2025 (AFP) – ", "LIMA")]
    [InlineData("ST. LOUIS — ", "ST. LOUIS")]
    [InlineData("MANCHESTER, N.H. — ", "MANCHESTER, N.H.")]
    [InlineData(" date 2026-03-05 LIMA: ", "LIMA")]
    [InlineData("UNITED NATIONS: ", "UNITED NATIONS")]
    [InlineData("Lima (VNA) - ", "Lima")]
    [InlineData("LIMA, Oct 12 (XYZ): ", "LIMA")]
    [InlineData("LIMA, Oct 12 (XYZ-BNA) – ", "LIMA")]
    [InlineData("(ABCDE- Northern News Network) LIMA, Oct 12 (XYZ-BNA) – ", "LIMA")]
    [InlineData("Cusco Valley [Peru], April 28 (XYZ): ", "Cusco Valley [Peru]")]
    [InlineData("Lima (Peru): ", "Lima")]
    [InlineData("Lima (Peru):", "Lima")]
    [InlineData("LIMA (Own Correspondent): ", "LIMA")]
    [InlineData("LIMA, Oct 12 (River Newswire): ", "LIMA")]
    [InlineData("Lima (Peru) (River Agency) – ", "Lima (Peru)")]
    [InlineData("New York: ", "New York")]
    [InlineData("Washington: ", "Washington")]
    public void APlaceBeforeTheFirstWordsIsTheDateline(string beginning, string place) =>
        Assert.Equal(place, Reading.Text(beginning + Rest).Dateline);

    [Theory]
    [InlineData("The mayor — ")]
    [InlineData("Analysis: ")]
    [InlineData("EXCLUSIVE: ")]
    [InlineData("UPDATE — ")]
    [InlineData("Ana Ruiz, the mayor - ")]
    [InlineData("He said: ")]
    [InlineData("“LIMA”: ")]
    [InlineData("‘NO WARNING’: ")]
    [InlineData("Ruiz: ")]
    [InlineData("")]
    public void OtherWordsBeforeAColonOrDashAreNone(string beginning) => Assert.Null(Reading.Text(beginning + Rest).Dateline);

    [Fact]
    public void ADatelineBelowATitleIsFound()
    {
        var article = Reading.Text($"River floods three towns\n\nLIMA: {Rest}");

        Assert.Equal("LIMA", article.Dateline);
        Assert.Equal("River floods three towns", article.Title);
    }

    [Fact]
    public void APlaceBeforeADayAboveTheTextIsTheDateline()
    {
        var article = Reading.Text($"River floods three towns\n\nBy Ana Ruiz\nLIMA - October 12, 2025\n\n{Rest}");

        Assert.Equal("LIMA", article.Dateline);
        Assert.Equal(new DateOnly(2025, 10, 12), article.Published.Date);
    }

    [Fact]
    public void TheDatelineHasItsPlaceInTheText()
    {
        var article = Reading.Text($"LIMA, Oct 12 (Reuters) – {Rest}");

        Assert.Equal(new TextSpan(0, "LIMA, Oct 12 (Reuters) –".Length), article.DatelineSpan);
    }

    [Theory]
    [InlineData("Mourners stand on the bridge in Lima, Peru March 5, 2025.")]
    [InlineData("Briefing of the Water Board")]
    public void ADatelineBelowACaptionOrASecondHeadlineIsFound(string line) => Assert.Equal("LIMA", Reading.Text($"River floods three towns\n\n{line}\n\nLIMA: {Rest}").Dateline);

    [Fact]
    public void ADatelineInTheMiddleOfATextIsNone() => Assert.Null(Reading.Text($"{Rest}\n\nLIMA: {Rest}").Dateline);

    [Fact]
    public void ADayWithItsYearInTheDatelineIsThePublishedDate()
    {
        var published = Reading.Text("LIMA, Oct. 12, 2025 (AFP) – " + Rest).Published;

        Assert.Equal((new DateOnly(2025, 10, 12), DateBasis.Stated), (published.Date, published.Basis));
        Assert.Equal("The article prints “Oct. 12, 2025”.", published.Evidence);
    }
}
