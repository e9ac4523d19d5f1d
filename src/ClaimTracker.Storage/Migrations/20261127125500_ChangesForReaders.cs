using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ChangesForReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "comparisons_version",
                table: "store_state",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "rebuilt_version",
                table: "store_state",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "article_changes",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_changes", x => x.article_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_article_changes_version",
                table: "article_changes",
                column: "version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_changes");

            migrationBuilder.DropColumn(
                name: "comparisons_version",
                table: "store_state");

            migrationBuilder.DropColumn(
                name: "rebuilt_version",
                table: "store_state");
        }
    }
}
