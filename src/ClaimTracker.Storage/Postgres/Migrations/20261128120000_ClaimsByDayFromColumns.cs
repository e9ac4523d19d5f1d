using ClaimTracker.Storage.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Postgres.Migrations;

/// <inheritdoc cref="ClaimIndexes"/>
[DbContext(typeof(PostgresContext))]
[Migration("20261128120000_ClaimsByDayFromColumns")]
internal sealed class ClaimsByDayFromColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.KeepThoseOfReferences();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.MakeThoseByDay();
}
