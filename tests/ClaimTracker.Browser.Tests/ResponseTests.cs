using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

/// <summary>What every page answers with: its status, its rules for the browser, and nothing to complain about.</summary>
[Collection(OnTheSite.Name)]
public sealed class ResponseTests(Site site)
{
    public static TheoryData<string> Pages => [.. SitePages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APageLoadsWithoutComplaintUnderAPolicyThatAllowsNothingInline(string page)
    {
        await using var visitor = await site.OpenAsync();

        var address = SitePages.AddressOf(page, site.Collection);
        var answer = await visitor.GoAsync(address);

        Assert.Equal(page.StartsWith("no such", StringComparison.Ordinal) ? 404 : 200, answer.Status);
        AssertIsStrict(await answer.HeaderValueAsync("Content-Security-Policy"), mayBeFramed: address.StartsWith("/embed/", StringComparison.Ordinal));
        Assert.Equal("nosniff", await answer.HeaderValueAsync("X-Content-Type-Options"));
        Assert.Empty(visitor.Complaints);
        Assert.Equal(1, await visitor.Title.CountAsync());
        Assert.NotEqual("", await visitor.Page.TitleAsync());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APageReadsTheSameWithScriptOff(string page)
    {
        var address = SitePages.AddressOf(page, site.Collection);
        await using var scripted = await site.OpenAsync();
        await using var plain = await site.OpenAsync(new Window(Script: false));

        await scripted.GoAsync(address);
        await plain.GoAsync(address);

        Assert.Equal(await scripted.Title.InnerTextAsync(), await plain.Title.InnerTextAsync());
        Assert.Equal(await scripted.WordsAsync(), await plain.WordsAsync());
    }

    private static void AssertIsStrict(string? policy, bool mayBeFramed)
    {
        Assert.NotNull(policy);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        const string AnyFrame = "frame-ancestors *";
        Assert.Equal(mayBeFramed, policy.Contains(AnyFrame, StringComparison.Ordinal));
        Assert.DoesNotContain("*", policy.Replace(AnyFrame, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
