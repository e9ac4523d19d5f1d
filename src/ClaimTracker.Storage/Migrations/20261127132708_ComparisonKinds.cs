using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ComparisonKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "features",
                table: "repeats",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<double>(
                name: "score",
                table: "repeats",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "from_day",
                table: "disputes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "to_day",
                table: "disputes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "not_comparable",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    first_claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    second_claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    features = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_not_comparable", x => x.id);
                    table.ForeignKey(
                        name: "FK_not_comparable_claims_first_claim_id",
                        column: x => x.first_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_not_comparable_claims_second_claim_id",
                        column: x => x.second_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "origins",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agency = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    features = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_origins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shifts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    earlier_claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    later_claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    difference = table.Column<string>(type: "TEXT", nullable: true),
                    features = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shifts", x => x.id);
                    table.ForeignKey(
                        name: "FK_shifts_claims_earlier_claim_id",
                        column: x => x.earlier_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_shifts_claims_later_claim_id",
                        column: x => x.later_claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "origin_articles",
                columns: table => new
                {
                    origin_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_origin_articles", x => new { x.origin_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_origin_articles_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_origin_articles_origins_origin_id",
                        column: x => x.origin_id,
                        principalTable: "origins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disputes_score_slug",
                table: "disputes",
                columns: new[] { "score", "slug" });

            migrationBuilder.CreateIndex(
                name: "IX_not_comparable_first_claim_id",
                table: "not_comparable",
                column: "first_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_not_comparable_second_claim_id",
                table: "not_comparable",
                column: "second_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_origin_articles_article_id",
                table: "origin_articles",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_shifts_earlier_claim_id",
                table: "shifts",
                column: "earlier_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_shifts_later_claim_id",
                table: "shifts",
                column: "later_claim_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "not_comparable");

            migrationBuilder.DropTable(
                name: "origin_articles");

            migrationBuilder.DropTable(
                name: "shifts");

            migrationBuilder.DropTable(
                name: "origins");

            migrationBuilder.DropIndex(
                name: "IX_disputes_score_slug",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "features",
                table: "repeats");

            migrationBuilder.DropColumn(
                name: "score",
                table: "repeats");

            migrationBuilder.DropColumn(
                name: "from_day",
                table: "disputes");

            migrationBuilder.DropColumn(
                name: "to_day",
                table: "disputes");
        }
    }
}
