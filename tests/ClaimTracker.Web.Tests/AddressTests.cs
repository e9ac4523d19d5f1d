using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Web.Tests;

public sealed class AddressTests
{
    private static Gen<string> Word => ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => Valid(s.Get)).Where(s => s.Length is > 0 and < 60);

    private static Gen<DateOnly?> Day => Gen.Choose(0, 900_000).Select(n => n % 3 == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(n));

    private static Gen<ClaimFilter> Filters =>
        from sides in Ids
        from actors in Ids
        from places in Ids
        from topics in Ids
        from acts in Some<ClaimAct>()
        from quotations in Some<QuotationKind>()
        from one in Day
        from other in Day
        from text in Gen.OneOf(Gen.Constant((string?)null), Word.Select(w => (string?)w.Trim()).Where(w => w != ""))
        from days in Gen.Elements(Enum.GetValues<ClaimDays>())
        from undated in Gen.Elements(true, false)
        from statistics in Gen.Elements(true, false, (bool?)null)
        from disputed in Gen.Elements(true, (bool?)null)
        from sort in Gen.Elements(Enum.GetValues<ClaimSort>())
        from grouping in Gen.Elements(Enum.GetValues<ClaimGrouping>())
        select new ClaimFilter
        {
            Sides = sides,
            Actors = actors,
            Places = places,
            Topics = topics,
            Acts = acts,
            Quotations = quotations,
            Text = text,
            Days = days,
            Undated = undated,
            From = one is { } a && other is { } b && b < a ? other : one,
            To = one is { } c && other is { } d && d < c ? one : other,
            WithStatistics = statistics,
            Disputed = disputed,
            Sort = sort,
            Group = grouping,
        };

    private static Gen<IReadOnlyList<string>> Ids => Word.ListOf().Select(IReadOnlyList<string> (w) => [.. w.Distinct().Take(4)]);

    [Fact]
    public void WhatAnAddressIsWrittenFromIsWhatIsReadFromIt()
    {
        var views =
            from filter in Filters
            from layout in Gen.Elements(Enum.GetValues<ClaimLayout>())
            from after in Gen.OneOf(Gen.Constant((string?)null), Word.Select(w => (string?)w))
            from size in Gen.Choose(1, ClaimView.LargestPageSize)
            select new ClaimView { Filter = filter, Layout = layout, After = after, PageSize = size };

        Prop.ForAll(Arb.From(views), view =>
        {
            var address = Urls.Claims(view);

            var (read, problems) = ClaimAddress.Read(QueryOf(address));

            Assert.Empty(problems);
            Assert.Equal(address, Urls.Claims(read));
            Assert.Equal(Flat(view), Flat(read));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void JunkIsReportedOrIgnoredAndNeverThrown()
    {
        var names = Gen.Elements("side", "actor", "source", "topic", "place", "act", "quotation", "article", "days", "from", "to", "undated", "statistics",
            "disputed", "q", "sort", "view", "after", "pageSize", "unknown");
        var values = ArbMap.Default.GeneratorFor<string>();

        Prop.ForAll(Arb.From(names.SelectMany(n => values.Select(v => (n, v))).ListOf()), pairs =>
        {
            var query = new QueryCollection(pairs.GroupBy(p => p.n).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(p => p.v)])));

            var (view, _) = ClaimAddress.Read(query);

            Assert.InRange(view.PageSize, 1, ClaimView.LargestPageSize);
            Assert.StartsWith("/claims", Urls.Claims(view), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("from=yesterday", "from", "yesterday")]
    [InlineData("to=2025-02-30", "to", "2025-02-30")]
    [InlineData("from=2025-11-30&to=2025-11-01", "from", "2025-11-30")]
    [InlineData("act=shouts", "act", "shouts")]
    [InlineData("act=1", "act", "1")]
    [InlineData("act=CallsFor", "act", "calls_for")]
    [InlineData("quotation=loud", "quotation", "direct, indirect, mixed")]
    [InlineData("statistics=maybe", "statistics", "maybe")]
    [InlineData("pageSize=0", "pageSize", "500")]
    [InlineData("pageSize=501", "pageSize", "501")]
    [InlineData("pageSize=-1", "pageSize", "-1")]
    [InlineData("sort=best", "sort", "relevance")]
    [InlineData("from=2025-01-01&from=2025-01-02", "from", "several")]
    public void AWrongParameterIsNamedWithWhatWasExpected(string query, string parameter, string words)
    {
        var (_, problems) = ClaimAddress.Read(QueryOf($"?{query}"));

        var problem = Assert.Single(problems);
        Assert.Equal(parameter, problem.Parameter);
        Assert.Contains(words, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyValuesAskForNothing()
    {
        var (view, problems) = ClaimAddress.Read(QueryOf("?q=&from=&to=&side=&sort="));

        Assert.Empty(problems);
        Assert.True(view.Filter.IsEmpty);
    }

    [Fact]
    public void AnEmptyViewHasABareAddress() => Assert.Equal("/claims", Urls.Claims(new ClaimView()));

    [Fact]
    public void ClaimsToCompareAreReadRepeatedOrSeparatedByCommas()
    {
        const string one = "0123456789abcdef-1-2-3";
        const string other = "0123456789abcdef-x-5-9";

        var (view, problems) = CompareAddress.Read(QueryOf($"?claims={one}&claims={other},{one}&claims=nonsense"));

        Assert.Equal([one, other], view.Claims);
        Assert.Contains("nonsense", Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.Equal([one, other], CompareAddress.Read(QueryOf(Urls.Compare(view))).View.Claims);
    }

    [Theory]
    [InlineData("/claims?q=a", true)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void OnlyAddressesOfThisSiteAreLocal(string? address, bool local) => Assert.Equal(local, Urls.IsLocal(address));

    [Fact]
    public void EveryPartOfAnAddressIsEscaped()
    {
        Assert.Equal("/actors/a%2Fb%3Fc", Urls.Actor("a/b?c"));
        Assert.Equal("/claims?q=%3Cb%3E%26", Urls.Claims(new ClaimFilter { Text = "<b>&" }));
    }

    private static Gen<IReadOnlyList<T>> Some<T>()
        where T : struct, Enum => Gen.SubListOf(Enum.GetValues<T>()).Select(IReadOnlyList<T> (list) => [.. list]);

    /// <summary>Lone surrogates cannot be written into an address.</summary>
    private static string Valid(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r != System.Text.Rune.ReplacementChar).Select(r => r.ToString()));

    private static QueryCollection QueryOf(string address) =>
        new(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));

    private static string Flat(ClaimView view) => System.Text.Json.JsonSerializer.Serialize(view);
}
