using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ClaimTracker.Storage.Model;

/// <summary>What <c>dotnet ef migrations add</c> asks for; no database is opened.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<ClaimDbContext>
{
    public ClaimDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ClaimDbContext>().UseSqlite().Options);
}
