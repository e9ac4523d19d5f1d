using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Storage.Migrations
{
    /// <summary>New rows are put into full-text search by the writer and no longer by a trigger for each: see <see cref="Writing.SearchRows"/>.</summary>
    public partial class SearchRowsOfATransactionAtOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.DropInsertTriggers();

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.CreateInsertTriggers();
    }
}
