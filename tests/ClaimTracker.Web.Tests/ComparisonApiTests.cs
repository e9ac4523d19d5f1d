using System.Net;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Tests;

/// <summary>Shifts, origins, pairs that only look alike and unanswered accusations by their addresses.</summary>
public sealed class ComparisonApiTests : IClassFixture<ComparisonApiTests.ComparedSite>
{
    private static readonly string[] Keys = [.. Gold.Articles.SelectMany(a => a.Claims).Select(c => c.Key)];

    /// <summary>Without contested questions, so that accusations are without an answer.</summary>
    private static readonly Comparisons Found = Gold.Comparisons with
    {
        Disputes = [],
        NotComparable =
        [
            new(Keys[0], Keys[1], ApartReason.Days, "another night") { Features = ["other days"], Score = 0.9 },
            new(Keys[0], Keys[2], ApartReason.Group, "others are counted") { Features = ["other group"], Score = 0.8 },
            new(Keys[3], Keys[4], ApartReason.Group, "others are counted") { Features = ["other group"], Score = 0.7 },
        ],
        Shifts =
        [
            new(ShiftKind.Raised, "x", Keys[0], Keys[5], "first fewer, then more") { Difference = "23 / 31", Features = ["same measure"], Score = 0.8 },
            new(ShiftKind.Reversed, "x", Keys[6], Keys[7], "first no, then yes") { Score = 0.7 },
        ],
        Origins = [new([Gold.Articles[0].Article.Key, Gold.Articles[1].Article.Key], "A Wire", "2 articles, one origin") { Features = ["shared wording: 80 %"], Score = 0.8 }],
    };

    private readonly ComparedSite _site;

    public ComparisonApiTests(ComparedSite site) => _site = site;

    [Fact]
    public async Task AShiftHasBothClaimsAndTheDifference()
    {
        var found = await _site.JsonAsync($"/api/v1/shifts?claim={Keys[5]}");

        var shift = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.False(found.GetProperty("more").GetBoolean());
        Assert.Equal(("raised", "23 / 31"), (shift.GetProperty("kind").GetString(), shift.GetProperty("difference").GetString()));
        Assert.Equal((Keys[0], Keys[5]), (Key(shift, "earlier"), Key(shift, "later")));
        Assert.EndsWith($"/claims/{Keys[5]}", shift.GetProperty("later").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShiftsAreThoseOfASpeaker()
    {
        var speaker = Gold.Articles.SelectMany(a => a.Claims).First(c => c.Key == Keys[6]).Speaker.ActorId;

        var found = await _site.JsonAsync($"/api/v1/shifts?actor={speaker}");

        Assert.All(found.GetProperty("items").EnumerateArray(), s => Assert.Contains(speaker, new[] { Speaker(s, "earlier"), Speaker(s, "later") }));
        Assert.Contains(found.GetProperty("items").EnumerateArray(), s => Key(s, "earlier") == Keys[6]);
    }

    [Fact]
    public async Task AListThatIsLongerThanAskedSaysSo()
    {
        var one = await _site.JsonAsync("/api/v1/shifts?pageSize=1");
        var both = await _site.JsonAsync("/api/v1/shifts?pageSize=2");

        Assert.Equal((1, true), (one.GetProperty("items").GetArrayLength(), one.GetProperty("more").GetBoolean()));
        Assert.Equal((2, false), (both.GetProperty("items").GetArrayLength(), both.GetProperty("more").GetBoolean()));
    }

    [Theory]
    [InlineData("shifts")]
    [InlineData("not-comparable")]
    [InlineData("unanswered")]
    public async Task PagesFollowEachOtherToTheLast(string list)
    {
        var whole = (await _site.JsonAsync($"/api/v1/{list}?pageSize=500")).GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
        Assert.True(whole.Count > 1);

        var (items, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await _site.JsonAsync($"/api/v1/{list}?pageSize=1{(next is null ? "" : $"&after={next}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(whole, items);
    }

    [Fact]
    public async Task APlaceThatHasMovedIsFoundByItsKey()
    {
        var all = (await _site.JsonAsync("/api/v1/unanswered?pageSize=500")).GetProperty("items").EnumerateArray().Select(i => Key(i, "claim")).ToList();

        var page = await _site.JsonAsync($"/api/v1/unanswered?pageSize=1&after=1-{all[2]}");

        Assert.Equal(all[3], Key(page.GetProperty("items")[0], "claim"));
    }

    [Fact]
    public async Task CopiesNameTheirOriginAndTheirArticles()
    {
        var found = await _site.JsonAsync("/api/v1/origins");

        var origin = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        Assert.Equal("A Wire", origin.GetProperty("agency").GetString());
        Assert.Equal(Found.Origins[0].Articles, origin.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("key").GetString()!));
    }

    [Fact]
    public async Task PairsThatOnlyLookAlikeAreAskedForByReasonAndByClaim()
    {
        var ofGroup = await _site.JsonAsync("/api/v1/not-comparable?reason=group");
        var ofClaim = await _site.JsonAsync($"/api/v1/not-comparable?claim={Keys[0]}");
        var both = await _site.JsonAsync($"/api/v1/not-comparable?claim={Keys[0]}&reason=group");

        Assert.Equal(["group", "group"], ofGroup.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("reason").GetString()));
        Assert.Equal(["another night", "others are counted"], ofClaim.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("why").GetString()));
        var pair = Assert.Single(both.GetProperty("items").EnumerateArray());
        Assert.Equal(new HashSet<string> { Keys[0], Keys[2] }, [Key(pair, "first"), Key(pair, "second")]);
    }

    [Fact]
    public async Task UnansweredAccusationsFollowTheFilterAndComePageByPage()
    {
        var all = await _site.JsonAsync("/api/v1/unanswered?pageSize=500");
        var total = all.GetProperty("total").GetInt32();
        var first = all.GetProperty("items")[0];
        var next = (await _site.JsonAsync("/api/v1/unanswered?pageSize=1")).GetProperty("next").GetString();
        var second = await _site.JsonAsync($"/api/v1/unanswered?pageSize=1&after={next}");
        var speaker = first.GetProperty("claim").GetProperty("speaker").GetProperty("id").GetString();
        var own = await _site.JsonAsync($"/api/v1/unanswered?actor={speaker}&pageSize=500");

        Assert.True(total > 1);
        Assert.Equal(total, all.GetProperty("items").GetArrayLength());
        Assert.All(all.GetProperty("items").EnumerateArray(), u => Assert.Equal("accuses", u.GetProperty("claim").GetProperty("act").GetString()));
        Assert.Equal(first.GetProperty("claim").GetProperty("target").GetProperty("id").GetString(), first.GetProperty("accused").GetProperty("id").GetString());
        Assert.Equal((total, Key(all.GetProperty("items")[1], "claim")), (second.GetProperty("total").GetInt32(), Key(Assert.Single(second.GetProperty("items").EnumerateArray()), "claim")));
        Assert.All(own.GetProperty("items").EnumerateArray(), u => Assert.Equal(speaker, Speaker(u, "claim")));
    }

    [Theory]
    [InlineData("shifts?actor=nobody", "actor")]
    [InlineData("shifts?claim=none", "claim")]
    [InlineData("shifts?pageSize=0", "pageSize")]
    [InlineData("not-comparable?reason=weather", "reason")]
    [InlineData("not-comparable?reason=days&reason=group", "reason")]
    [InlineData("not-comparable?claim=none", "claim")]
    [InlineData("unanswered?side=atlantis", "side")]
    [InlineData("unanswered?after=junk", "after")]
    [InlineData("shifts?after=1-junk", "after")]
    [InlineData("origins?after=junk", "after")]
    [InlineData("unanswered?pageSize=501", "pageSize")]
    public async Task AWrongParameterIsABadRequestThatNamesIt(string address, string parameter)
    {
        using var response = await _site.GetAsync($"/api/v1/{address}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task OpenApiDescribesThemWithTheirParameters()
    {
        var paths = (await _site.JsonAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(["actor", "claim", "after", "pageSize"], Names(paths, "shifts"));
        Assert.Equal(["reason", "claim", "after", "pageSize"], Names(paths, "not-comparable"));
        Assert.Subset(Names(paths, "unanswered").ToHashSet(), new HashSet<string> { "side", "actor", "topic", "after", "pageSize" });
        Assert.True(paths.TryGetProperty("/api/v1/origins", out _));
    }

    private static List<string> Names(JsonElement paths, string path) =>
        [.. paths.GetProperty($"/api/v1/{path}").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];

    private static string Key(JsonElement item, string claim) => item.GetProperty(claim).GetProperty("key").GetString()!;

    private static string Speaker(JsonElement item, string claim) => item.GetProperty(claim).GetProperty("speaker").GetProperty("id").GetString()!;

    /// <summary>The annotated seeds with a few finds of each kind.</summary>
    public sealed class ComparedSite : Site, IAsyncLifetime
    {
        public Task InitializeAsync() => StoreAsync(Gold.Articles, Found);

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
    }
}
