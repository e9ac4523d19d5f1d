using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ClaimTracker.Storage.Postgres;

/// <summary>The same model on PostgreSQL, with migrations of its own.</summary>
/// <remarks>
/// Texts are compared by their bytes, as SQLite does: lists come in the same order on both, whatever the server's language, and a newer
/// version of the system's collations leaves no index wrong. What the model doesn't know of is in <see cref="PartitionedClaims"/>.
/// </remarks>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ClaimDbContext(options)
{
    private const string ByBytes = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation(ByBytes);
        configurationBuilder.Properties<Enum>().UseCollation(ByBytes);
        configurationBuilder.Properties<IReadOnlyList<TextSpan>>().UseCollation(ByBytes);
    }
}

/// <summary>What <c>dotnet ef migrations add --context PostgresContext --output-dir Postgres/Migrations</c> asks for; no database is opened.</summary>
internal sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql().Options);
}
