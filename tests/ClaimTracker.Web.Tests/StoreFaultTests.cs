using System.Net;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests;

/// <summary>What a person sees when something is wrong with the database: one sentence with the next step, on the page, on /health, in the API and in the log.</summary>
public sealed class StoreFaultTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "junk", "found a file of something else. Put a backup in its place" },
        { "cut short", "found it damaged (database disk image is malformed). Put a backup in its place" },
        { "newer", "found one that a newer version has changed (29990101000000_Later). Start the newer version" },
        { "locked", "another program keeps it locked. End that program or wait for it." },
        { "not to be opened", "Let the program's user write to the file and its folder" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhereItCannotBeReadThePageSaysSoWith503AndGoesOnWhenItCan(string what, string sentence)
    {
        await using var site = new Site();
        await PutGoodDatabaseAsync(site.Data);
        var database = Path.Combine(site.Data, "claims.db");
        var good = await File.ReadAllBytesAsync(database);

        using (Spoil(database, what))
        {
            using var page = await site.GetAsync("/claims");
            using var api = await site.GetAsync("/api/v1/claims");
            using var health = await site.GetAsync("/health");

            foreach (var (response, type) in new[] { (page, "text/html"), (api, "application/problem+json"), (health, "application/json") })
            {
                Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
                var text = Plain(await response.Content.ReadAsStringAsync());
                Assert.Contains(sentence, text, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            }

            Assert.Equal("5", page.Headers.RetryAfter?.ToString());
            Assert.Equal(1, await LoggedSoonAsync(site.Data, sentence));
            Assert.Equal(0, Logged(site.Data, "Exception"));
        }

        await PutBackAsync(database, good, what);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        using var after = await site.GetAsync("/claims");
        using var healthy = await site.GetAsync("/health");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (after.StatusCode, healthy.StatusCode));
        Assert.Contains("17 claims", await healthy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A limit on the file's size refuses writing as a full disk does, on every system.</summary>
    [Fact]
    public async Task WhereTheDiskIsFullPagesStillComeAndSayThatNothingNewDoes()
    {
        await using var site = new Site();
        await PutGoodDatabaseAsync(site.Data);
        using var before = await site.GetAsync("/claims");
        var run = await site.Services.GetRequiredService<RunLog>().StartAsync("start", DateTimeOffset.UnixEpoch, default);
        await site.Services.GetRequiredService<ClaimDatabase>().WriteAsync(session => session.Number("PRAGMA max_page_count = 1"), default);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => site.Services.GetRequiredService<RunLog>().SkipAsync(run, new("a.txt", new string('x', 1_000_000)), default));
        using var page = await site.GetAsync("/claims");
        using var health = await site.GetAsync("/health");
        await site.Services.GetRequiredService<ClaimDatabase>().TryAgainAsync(default);
        using var after = await site.GetAsync("/claims");

        const string sentence = "found the disk full. Make room on it. It is tried again every few seconds, and nothing is lost.";
        Assert.EndsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [before.StatusCode, page.StatusCode, health.StatusCode, after.StatusCode]);
        Assert.DoesNotContain(sentence, Plain(await before.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains(sentence, Plain(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains(sentence, Plain(await health.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Degraded", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, Plain(await after.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await LoggedSoonAsync(site.Data, sentence));
    }

    private static async Task PutGoodDatabaseAsync(string data)
    {
        await using var other = new Site();
        await other.StoreAsync([Gold.Articles[2]]);
        other.Services.GetRequiredService<ClaimDatabase>().BackUp(Path.Combine(data, "claims.db"));
    }

    private static SqliteConnection? Spoil(string database, string what)
    {
        switch (what)
        {
            case "junk":
                File.WriteAllText(database, string.Concat(Enumerable.Repeat("junk ", 9_000)));
                return null;
            case "cut short":
                using (var file = File.OpenWrite(database)) file.SetLength(file.Length / 2);
                return null;
            case "newer":
                using (Run(database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')")) return null;
            case "locked":
                return Run(database, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO sources (slug, name, described) VALUES ('x', 'X', 0);");
            default:
                File.Delete(database);
                Directory.CreateDirectory(database);
                return null;
        }
    }

    private static async Task PutBackAsync(string database, byte[] good, string what)
    {
        if (what == "locked") return;
        if (Directory.Exists(database)) Directory.Delete(database);
        await File.WriteAllBytesAsync(database, good);
    }

    private static SqliteConnection Run(string database, string sql)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return connection;
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(text).Replace("\\u0027", "'", StringComparison.Ordinal);

    /// <summary>How often the log has it, once it has it: the page doesn't wait for the log.</summary>
    private static async Task<int> LoggedSoonAsync(string data, string words)
    {
        for (var tries = 0; tries < 100 && Logged(data, words) == 0; tries++)
            await Task.Delay(100);
        return Logged(data, words);
    }

    private static int Logged(string data, string words)
    {
        var log = "";
        if (!Directory.Exists(Path.Combine(data, "logs")))
            return 0;
        foreach (var path in Directory.GetFiles(Path.Combine(data, "logs")))
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            log += file.ReadToEnd();
        }

        return log.Split(words).Length - 1;
    }
}
