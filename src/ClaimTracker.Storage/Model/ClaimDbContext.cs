using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Model;

/// <summary>The whole schema; keys, indexes and rules are in <see cref="Schema"/>. As it is, on SQLite; <see cref="Postgres.PostgresContext"/> is the same on PostgreSQL.</summary>
internal class ClaimDbContext : DbContext
{
    public ClaimDbContext(DbContextOptions<ClaimDbContext> options)
        : base(options)
    {
    }

    protected ClaimDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>The open connection that this context was made for, which goes back to where it came from instead of being closed; null where each question opens one.</summary>
    internal KeptConnection? Kept { get; init; }

    public DbSet<SideEntity> Sides => Set<SideEntity>();
    public DbSet<TopicEntity> Topics => Set<TopicEntity>();
    public DbSet<PlaceEntity> Places => Set<PlaceEntity>();
    public DbSet<ActorEntity> Actors => Set<ActorEntity>();
    public DbSet<SourceEntity> Sources => Set<SourceEntity>();
    public DbSet<ArticleEntity> Articles => Set<ArticleEntity>();
    public DbSet<OriginalEntity> Originals => Set<OriginalEntity>();
    public DbSet<ClaimEntity> Claims => Set<ClaimEntity>();
    public DbSet<StatisticEntity> Statistics => Set<StatisticEntity>();
    public DbSet<ClaimStatisticEntity> ClaimStatistics => Set<ClaimStatisticEntity>();
    public DbSet<DisputeEntity> Disputes => Set<DisputeEntity>();
    public DbSet<DisputeClaimEntity> DisputeClaims => Set<DisputeClaimEntity>();
    public DbSet<RepeatEntity> Repeats => Set<RepeatEntity>();
    public DbSet<RepeatClaimEntity> RepeatClaims => Set<RepeatClaimEntity>();
    public DbSet<NotComparableEntity> NotComparable => Set<NotComparableEntity>();
    public DbSet<ShiftEntity> Shifts => Set<ShiftEntity>();
    public DbSet<OriginEntity> Origins => Set<OriginEntity>();
    public DbSet<OriginArticleEntity> OriginArticles => Set<OriginArticleEntity>();
    public DbSet<ArithmeticEntity> ArithmeticChecks => Set<ArithmeticEntity>();
    public DbSet<IngestRunEntity> IngestRuns => Set<IngestRunEntity>();
    public DbSet<StoreStateEntity> StoreState => Set<StoreStateEntity>();
    public DbSet<ArticleChangeEntity> ArticleChanges => Set<ArticleChangeEntity>();

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (Kept?.GiveBack(this) != true) base.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (Kept is null) return base.DisposeAsync();
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // By name, not by number: a member added in the middle of an enum must not change what old rows say.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<IReadOnlyList<TextSpan>>().HaveConversion<SpanList, SpanList.Comparer>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => Schema.Define(modelBuilder);
}
