using System.Net;
using System.Net.Sockets;
using ClaimTracker.Ingestion.Files;
using Microsoft.AspNetCore.Builder;

namespace ClaimTracker.Web.Tests;

/// <summary>The program from its start to its end, with all that runs beside its pages.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("claims-web-").FullName;

    [Fact]
    public async Task ToldToStopItEndsQuietlyAndClosesItsDatabase()
    {
        await using (var app = Make("http://127.0.0.1:0"))
        {
            await app.StartAsync();
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri($"{app.Urls.Single()}/claims"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await app.StopAsync();
        }

        Assert.False(File.Exists(Path.Combine(_data, "claims.db-wal")));
        // Noted as closed: the next start need not look it through.
        Assert.DoesNotContain(" 0 0", await File.ReadAllTextAsync(Path.Combine(_data, "claims.db-seen")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoppedBeforeItIsReadyItEndsQuietlyToo()
    {
        await using (var app = Make("http://127.0.0.1:0"))
        {
            await app.StartAsync();
            await app.StopAsync();
        }

        Assert.False(File.Exists(Path.Combine(_data, "claims.db-wal")));
    }

    [Fact]
    public async Task WhereItsAddressIsTakenItEndsWithThatErrorAndNoOther()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var app = Make($"http://{other.LocalEndpoint}");

        var error = await Assert.ThrowsAsync<IOException>(() => app.StartAsync());
        await app.DisposeAsync();

        Assert.Contains("address already in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithABrokenDossierItEndsBeforeAnythingIsOpened()
    {
        var dossier = Path.Combine(_data, "dossier.yaml");
        await File.WriteAllTextAsync(dossier, "sides: 7\n");

        var broken = Assert.Throws<InvalidDataFileException>(() => Make("http://127.0.0.1:0", "--ClaimTracker:Dossier", dossier));

        Assert.All(broken.Problems, p => Assert.Contains("dossier.yaml", p.ToString(), StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_data, "claims.db")));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Folders.Delete(_data);
    }

    private WebApplication Make(string address, params string[] more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = Repository.PathOf("src", "ClaimTracker.Web"),
            Args = ["--urls", address, "--ClaimTracker:DataPath", _data, "--ClaimTracker:Ingest", "false", "--Serilog:MinimumLevel", "Error", .. more],
        });
        builder.AddClaimTracker();
        var app = builder.Build();
        app.MapClaimTracker();
        return app;
    }
}
