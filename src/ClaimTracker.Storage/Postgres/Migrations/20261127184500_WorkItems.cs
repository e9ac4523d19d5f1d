using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Postgres.Migrations;

/// <summary>Files that wait for a worker (<see cref="WaitingFiles"/>). The model, which is that of both engines, doesn't know of them.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261127184500_WorkItems")]
internal sealed class WorkItems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE work_items (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            origin text NOT NULL,
            content_hash text COLLATE "C" NOT NULL UNIQUE,
            catalogue_entry text,
            bytes bytea NOT NULL,
            leased_until timestamptz,
            attempts integer NOT NULL DEFAULT 0);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE work_items;");
}
