using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Tests;

/// <summary>What becomes of the server from outside: each is one sentence with the next step.</summary>
public sealed class PostgresFaultTests
{
    [Fact]
    public void AServerThatIsNotThereIsSaidSo()
    {
        using var database = ClaimDatabase.OnServer("Host=/nowhere;Database=claims;Timeout=2");

        var fault = Assert.Throws<StoreUnavailableException>(database.Open).Fault;

        Assert.Equal((StoreFaultKind.Away, false), (fault.Kind, fault.CanRead));
        Assert.Contains("Start it, or correct Host and Port in ClaimTracker:Database.", fault.Sentence, StringComparison.Ordinal);
        Assert.Equal(fault, database.Fault);
    }

    [Fact]
    public void AWrongPasswordIsSaidSo()
    {
        var address = PostgresServer.Instance.Create();
        using var database = ClaimDatabase.OnServer(address.Replace("Username=claims", "Username=guarded;Password=wrong", StringComparison.Ordinal));

        var fault = Assert.Throws<StoreUnavailableException>(database.Open).Fault;
        PostgresServer.Instance.Drop(address);

        Assert.Equal(StoreFaultKind.Refused, fault.Kind);
        Assert.Contains("Correct Username and Password in ClaimTracker:Database.", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ADatabaseThatIsNotThereIsSaidSo()
    {
        using var database = ClaimDatabase.OnServer(PostgresServer.Instance.Address("nowhere"));

        var fault = Assert.Throws<StoreUnavailableException>(database.Open).Fault;

        Assert.Equal(StoreFaultKind.Refused, fault.Kind);
        Assert.Contains("Make it with CREATE DATABASE", fault.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=a;Colour=blue")]
    [InlineData("Database=claims")]
    public void AnAddressThatCannotBeReadIsSaidSo(string address)
    {
        var fault = Assert.Throws<StoreUnavailableException>(() => ClaimDatabase.OnServer(address)).Fault;

        Assert.Equal(StoreFaultKind.Refused, fault.Kind);
        Assert.Contains("Expected ClaimTracker:Database to be like 'Host=server;", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ADatabaseOfAnotherProgramIsNotTouched()
    {
        var address = PostgresServer.Instance.Create();
        PostgresServer.Instance.Sql(PostgresServer.NameIn(address), "CREATE TABLE articles (price money)");
        using var database = ClaimDatabase.OnServer(address);

        var fault = Assert.Throws<StoreUnavailableException>(database.Open).Fault;
        PostgresServer.Instance.Drop(address);

        Assert.Equal(StoreFaultKind.Foreign, fault.Kind);
    }

    [Fact]
    public void ADatabaseThatANewerProgramHasChangedIsNotTouched()
    {
        using var store = StoreEngine.Postgres.New();
        store.Sql("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')", _ => 0);
        using var database = store.OpenAgain();

        var fault = Assert.Throws<StoreUnavailableException>(database.Open).Fault;

        Assert.Equal(StoreFaultKind.Newer, fault.Kind);
        Assert.Contains("29990101000000_Later", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheServerHasEndedAllConnectionsReadingAndWritingGoOn()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        Assert.Equal(1, (await store.Queries.TotalsAsync(default)).Articles);
        store.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", _ => 0);

        var read = await Record.ExceptionAsync(() => store.Queries.TotalsAsync(default));
        var written = await Record.ExceptionAsync(() => store.StoreAsync(Sample.Article("Two", null)));
        if (read is not null) Assert.Equal(StoreFaultKind.Away, store.Database.Explain(read)?.Kind);
        if (written is not null) Assert.Equal(StoreFaultKind.Away, Assert.IsType<StoreUnavailableException>(written).Fault.Kind);

        await store.StoreAsync(Sample.Article("Two", null));
        Assert.Equal(2, (await store.Queries.TotalsAsync(default)).Articles);
        Assert.Null(store.Database.Fault);
    }

    [Fact]
    public async Task WhoWaitsDoesNotNoticeThatTheServerHasEndedAllConnections()
    {
        using var store = await StoreEngine.Postgres.WithAsync(Sample.Dossier, Sample.Article("One", null, new SampleClaim("council", "It said [so].")));
        store.Database.WaitFor(TimeSpan.FromMinutes(2));
        await store.Database.Work!.OfferAsync("one", "/one", new('a', 64), null, new byte[1], default);
        store.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", _ => 0);

        var taken = await store.Database.Work!.ClaimAsync(10, default);
        store.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", _ => 0);
        await store.StoreAsync(Sample.Article("Two", null));

        Assert.Equal("one", Assert.Single(taken).Name);
        Assert.Equal(2, (await store.Queries.TotalsAsync(default)).Articles);
        Assert.Null(store.Database.Fault);
    }

    [Fact]
    public async Task AMistakeOfOursIsNoFaultOfTheStore()
    {
        using var store = StoreEngine.Postgres.New();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => store.Database.WriteAsync(session => session.Execute("SELECT nothing FROM nowhere"), default));

        Assert.Null(store.Database.Fault);
        await store.Database.WriteAsync(_ => { }, default);
    }

    [Fact]
    public void ACopyIsTakenWithTheServersOwnMeans()
    {
        using var store = StoreEngine.Postgres.New();

        Assert.Contains("pg_dump", Assert.Throws<StoreUnavailableException>(() => store.Database.BackUp(Path.Combine(store.Folder, "copy"))).Message, StringComparison.Ordinal);
    }
}
