using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Storage.Migrations
{
    /// <summary>What hangs on claims and articles is kept once, in the order of its key: see <see cref="LinkTables"/>.</summary>
    public partial class LinksByTheirKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.RebuildLinkTables(withRowId: false);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.RebuildLinkTables(withRowId: true);
    }
}
