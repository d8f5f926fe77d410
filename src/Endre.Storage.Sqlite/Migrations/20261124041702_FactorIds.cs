using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FactorIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "description_en",
                table: "factors",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description_nb",
                table: "factors",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description_nn",
                table: "factors",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "description_en",
                table: "factors");

            migrationBuilder.DropColumn(
                name: "description_nb",
                table: "factors");

            migrationBuilder.DropColumn(
                name: "description_nn",
                table: "factors");
        }
    }
}
