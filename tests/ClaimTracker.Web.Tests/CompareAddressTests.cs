using ClaimTracker.Web.Addresses;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Web.Tests;

public sealed class CompareAddressTests
{
    private static readonly Gen<string> Ids = Gen.Elements("ruritania", "the-mayor", "a&b=c", "x:y", "ü ö/?#%", "none");

    private static readonly Gen<DateOnly?> Days = Gen.Choose(700_000, 740_000).Select(day => day % 4 == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(day));

    private static readonly Gen<CompareParty?> Party =
        from kind in Gen.Elements(Enum.GetValues<PartyKind>())
        from id in Ids
        from some in Gen.Choose(0, 4)
        select some == 0 ? null : new CompareParty(kind, id);

    private static readonly Gen<CompareView> Views =
        from claims in Gen.SubListOf("0123456789abcdef-1-2-3", "0123456789abcdef-x-5-9", "0123456789abcdef-7-8-9")
        from left in Party
        from right in Party
        from topic in Ids
        from hasTopic in Gen.Elements(true, false)
        from one in Days
        from other in Days
        from before in Days
        select new CompareView
        {
            Claims = [.. claims],
            Left = left,
            Right = right,
            Topic = hasTopic ? topic : null,
            From = one < other || other is null ? one : other,
            To = one < other || other is null ? other : one,
            Before = before,
        };

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Prop.ForAll(Views.ToArbitrary(), view =>
    {
        var (read, problems) = CompareAddress.Read(QueryOf(Urls.Compare(view)));

        Assert.Empty(problems);
        Assert.Equal(view.Claims, read.Claims);
        Assert.Equal(view with { Claims = [] }, read with { Claims = [] });
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("left=pakistan")]
    [InlineData("left=side:")]
    [InlineData("left=:ruritania")]
    [InlineData("left=Side:ruritania")]
    [InlineData("left=1:ruritania")]
    [InlineData("left=<script>")]
    public void APartyIsReadOnlyAsItIsWritten(string query)
    {
        var (view, problems) = CompareAddress.Read(QueryOf($"/compare?{query}"));

        Assert.Null(view.Left);
        Assert.Equal("left", Assert.Single(problems).Parameter);
    }

    [Fact]
    public void APageEndsBeforeItsDayAndNeverAfterThePeriod()
    {
        var party = new CompareParty(PartyKind.Side, "ruritania");
        var (first, last) = (new DateOnly(2025, 10, 1), new DateOnly(2025, 10, 31));
        var view = new CompareView { From = first, To = last, Before = new(2025, 10, 12) };

        Assert.Equal(new(2025, 10, 11), view.PageOf(view.Of(party)).To);
        Assert.Equal(last, (view with { Before = new(2026, 1, 1) }).PageOf(view.Of(party)).To);
        Assert.False(view.PageOf(view.Of(party)).Undated);
        Assert.True(new CompareView { Before = DateOnly.MinValue }.PageOf(new()).Undated);
    }

    private static QueryCollection QueryOf(string address) =>
        new(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));
}
