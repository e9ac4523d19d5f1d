using System.Text;
using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Model;

/// <summary>Keys, references and indexes.</summary>
/// <remarks>
/// Every filter has an index that ends in day and id, the order of lists, so that a page by key is a range of one index.
/// What an article brought goes with it; what a curator decided stands on keys and stays (<see cref="ClaimCorrectionEntity"/>).
/// </remarks>
internal static class Schema
{
    public static void Define(ModelBuilder model)
    {
        Dossier(model);
        Articles(model);
        Claims(model);
        Statistics(model);
        Comparisons(model);
        Curators(model);
        Runs(model);
        NameInSnakeCase(model);
    }

    private static void Dossier(ModelBuilder model)
    {
        model.Entity<SideEntity>().HasIndex(s => s.Slug).IsUnique();
        model.Entity<TopicEntity>().HasIndex(t => t.Slug).IsUnique();
        model.Entity<PlaceEntity>().HasIndex(p => p.Slug).IsUnique();
        model.Entity<ActorEntity>().HasIndex(a => a.Slug).IsUnique();
        model.Entity<ActorEntity>().HasMany(a => a.Aliases).WithOne().HasForeignKey(a => a.ActorId);
        model.Entity<ActorAliasEntity>().ToTable("ActorAliases").HasKey(a => new { a.ActorId, a.Ordinal });
        model.Entity<ActorAliasEntity>().HasIndex(a => a.Alias);
        model.Entity<SourceEntity>().HasIndex(s => s.Slug).IsUnique();
    }

    private static void Articles(ModelBuilder model)
    {
        var article = model.Entity<ArticleEntity>();
        article.HasIndex(a => a.Key).IsUnique();
        article.HasIndex(a => a.ContentHash).IsUnique();
        article.HasIndex(a => new { a.PublishedDate, a.Id });
        article.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);

        var original = model.Entity<OriginalEntity>();
        original.HasKey(o => o.ArticleId);
        original.Property(o => o.ArticleId).ValueGeneratedNever();
        original.HasOne(o => o.Article).WithOne().HasForeignKey<OriginalEntity>(o => o.ArticleId);
        original.HasIndex(o => o.Origin);

        var mention = model.Entity<MentionEntity>();
        mention.ToTable("Mentions").HasKey(m => new { m.ArticleId, m.Ordinal });
        mention.HasOne<ArticleEntity>().WithMany(a => a.Mentions).HasForeignKey(m => m.ArticleId);
        mention.HasOne(m => m.Actor).WithMany().HasForeignKey(m => m.ActorId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Claims(ModelBuilder model)
    {
        var claim = model.Entity<ClaimEntity>();
        claim.HasIndex(c => c.Key).IsUnique();
        claim.HasIndex(c => new { c.ArticleId, c.Ordinal });
        claim.HasOne(c => c.Article).WithMany(a => a.Claims).HasForeignKey(c => c.ArticleId);
        claim.HasOne<SourceEntity>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne(c => c.Speaker).WithMany().HasForeignKey(c => c.SpeakerId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne(c => c.Target).WithMany().HasForeignKey(c => c.TargetId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne(c => c.ReportedBy).WithMany().HasForeignKey(c => c.ReportedById).OnDelete(DeleteBehavior.Restrict);

        var topic = model.Entity<ClaimTopicEntity>();
        topic.ToTable("ClaimTopics").HasKey(t => new { t.ClaimId, t.TopicId });
        topic.HasOne<ClaimEntity>().WithMany(c => c.Topics).HasForeignKey(t => t.ClaimId);
        topic.HasOne(t => t.Topic).WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.Restrict);

        var place = model.Entity<ClaimPlaceEntity>();
        place.ToTable("ClaimPlaces").HasKey(p => new { p.ClaimId, p.PlaceId });
        place.HasOne<ClaimEntity>().WithMany(c => c.Places).HasForeignKey(p => p.ClaimId);
        place.HasOne(p => p.Place).WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Statistics(ModelBuilder model)
    {
        var statistic = model.Entity<StatisticEntity>();
        statistic.HasIndex(s => s.Key).IsUnique();
        statistic.HasIndex(s => new { s.ArticleId, s.Start });
        statistic.HasOne<ArticleEntity>().WithMany(a => a.Statistics).HasForeignKey(s => s.ArticleId);
        statistic.HasOne(s => s.ClaimedBy).WithMany().HasForeignKey(s => s.ClaimedById).OnDelete(DeleteBehavior.Restrict);

        var inClaim = model.Entity<ClaimStatisticEntity>();
        inClaim.HasKey(s => new { s.ClaimId, s.StatisticId });
        inClaim.HasOne(s => s.Claim).WithMany(c => c.Statistics).HasForeignKey(s => s.ClaimId);
        inClaim.HasOne(s => s.Statistic).WithMany().HasForeignKey(s => s.StatisticId);
    }

    private static void Comparisons(ModelBuilder model)
    {
        model.Entity<DisputeEntity>().HasIndex(d => d.Slug).IsUnique();
        model.Entity<DisputeEntity>().HasIndex(d => new { d.Score, d.Slug });
        var disputed = model.Entity<DisputeClaimEntity>();
        disputed.HasKey(c => new { c.DisputeId, c.Position, c.Supporting, c.Ordinal });
        disputed.HasOne<DisputeEntity>().WithMany(d => d.Claims).HasForeignKey(c => c.DisputeId);
        disputed.HasOne(c => c.Claim).WithMany().HasForeignKey(c => c.ClaimId);

        var repeated = model.Entity<RepeatClaimEntity>();
        repeated.HasKey(c => new { c.RepeatId, c.Ordinal });
        repeated.HasOne<RepeatEntity>().WithMany(r => r.Claims).HasForeignKey(c => c.RepeatId);
        repeated.HasOne(c => c.Claim).WithMany().HasForeignKey(c => c.ClaimId);

        var apart = model.Entity<NotComparableEntity>();
        apart.HasOne(n => n.FirstClaim).WithMany().HasForeignKey(n => n.FirstClaimId);
        apart.HasOne(n => n.SecondClaim).WithMany().HasForeignKey(n => n.SecondClaimId);

        var shift = model.Entity<ShiftEntity>();
        shift.HasOne(s => s.EarlierClaim).WithMany().HasForeignKey(s => s.EarlierClaimId);
        shift.HasOne(s => s.LaterClaim).WithMany().HasForeignKey(s => s.LaterClaimId);

        var copied = model.Entity<OriginArticleEntity>();
        copied.HasKey(a => new { a.OriginId, a.Ordinal });
        copied.HasOne<OriginEntity>().WithMany(o => o.Articles).HasForeignKey(a => a.OriginId);
        copied.HasOne(a => a.Article).WithMany().HasForeignKey(a => a.ArticleId);

        model.Entity<ArithmeticEntity>().HasOne(a => a.Article).WithMany().HasForeignKey(a => a.ArticleId);
    }

    private static void Curators(ModelBuilder model)
    {
        model.Entity<PairingVerdictEntity>().ToTable("PairingVerdicts").HasIndex(v => new { v.FirstClaim, v.SecondClaim });
        model.Entity<PairingVerdictEntity>().HasIndex(v => v.SecondClaim);
        model.Entity<ClaimCorrectionEntity>().ToTable("ClaimCorrections").HasIndex(c => c.ClaimKey);
    }

    private static void Runs(ModelBuilder model)
    {
        model.Entity<SkippedFileEntity>().ToTable("SkippedFiles");
        model.Entity<SkippedFileEntity>().HasOne<IngestRunEntity>().WithMany(r => r.Files).HasForeignKey(f => f.RunId);
        model.Entity<StoreStateEntity>().ToTable("StoreState").Property(s => s.Id).ValueGeneratedNever();
        model.Entity<ArticleChangeEntity>().HasKey(c => c.ArticleId);
        model.Entity<ArticleChangeEntity>().Property(c => c.ArticleId).ValueGeneratedNever();
        model.Entity<ArticleChangeEntity>().HasIndex(c => c.Version);
    }

    /// <summary>PostgreSQL folds unquoted names to lower case: with these, one SQL text serves both engines.</summary>
    private static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.GetTableName()!));
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
