using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

/// <summary>What the program took in stays, once and whole, however it was ended.</summary>
[Collection(Starting.Name)]
public sealed partial class RestartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("claimtracker-restart-");

    [Fact]
    public async Task ASecondStartFindsEverythingAndReadsNothingAgain()
    {
        var (first, firstRun) = await StartAndStopAsync();
        var (second, secondRun) = await StartAndStopAsync();

        Assert.Equal((Seeds.Count, 0), firstRun);
        Assert.Equal((0, Seeds.Count), secondRun);
        Assert.NotEmpty(first.Claims);
        Assert.Equal(Keys(first), Keys(second));
        Assert.Equal(first.Articles, second.Articles);
        Assert.Equal(first.Disputes.Select(d => d.Slug), second.Disputes.Select(d => d.Slug));
    }

    [Theory]
    [InlineData("killed")]
    [InlineData("stopped by Ctrl+C")]
    public async Task AnEndInTheMiddleOfReadingLosesNothingAndDoublesNothing(string end)
    {
        var articles = _data.CreateSubdirectory("articles").FullName;
        // Articles are stored in their order: while the long one is read, nothing after it can be, and the end comes in the middle on any machine.
        var copies = Seeds.Multiply(articles, times: 8) + Seeds.Lengthen(articles, times: 200);
        await using (var first = await WebProgram.StartAsync(_data.FullName, Seeds.From(articles)))
        {
            await first.LineAsync("Article stored");
            await (end == "killed" ? first.KillAsync() : first.StopAsync());
        }

        await using var second = await WebProgram.StartAsync(_data.FullName, Seeds.From(articles));
        var (stored, known) = Counts(await second.RunOfStartAsync());
        var collection = await Collection.ReadAsync(second.Http);

        Assert.InRange(known, 1, copies - 1);
        Assert.Equal(copies, stored + known);
        Assert.Equal(copies, collection.Articles.Count);
        Assert.Distinct(collection.Articles.Select(a => a.File));
        Assert.Distinct(Keys(collection));
        Assert.Equal(collection.Articles.Sum(a => a.Claims), collection.Claims.Count);
        foreach (var ofOneSeed in collection.Articles.GroupBy(a => Seeds.OriginalOf(a.File)))
            Assert.Single(ofOneSeed.Select(a => a.Claims).Distinct());
    }

    public void Dispose() => _data.Delete(recursive: true);

    private async Task<(Collection Collection, (int Stored, int Known) Run)> StartAndStopAsync()
    {
        await using var program = await WebProgram.StartAsync(_data.FullName);
        var run = Counts(await program.RunOfStartAsync());
        var collection = await Collection.ReadAsync(program.Http);
        await program.StopAsync();
        return (collection, run);
    }

    private static (int Stored, int Known) Counts(string run)
    {
        var counts = StoredAndKnown().Match(run);
        Assert.True(counts.Success, $"Expected “… stored, … known”, found “{run}”.");
        return (int.Parse(counts.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(counts.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Keys(Collection collection) => collection.Claims.Select(c => c.Key).Order(StringComparer.Ordinal);

    [GeneratedRegex("([0-9]+) stored, ([0-9]+) known")]
    private static partial Regex StoredAndKnown();
}
