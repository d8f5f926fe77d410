using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WorkshopFacilitators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "facilitators",
                table: "workshops",
                type: "text",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "facilitators",
                table: "workshops");
        }
    }
}
