using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FactorIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The ids on both sides of the key change kind, so the key is off meanwhile.
            migrationBuilder.DropForeignKey(
                name: "fk_factor_changes_factors_factor_id",
                table: "factor_changes");

            migrationBuilder.AlterColumn<string>(
                name: "nn",
                table: "factors",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.AlterColumn<string>(
                name: "nb",
                table: "factors",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.AlterColumn<string>(
                name: "en",
                table: "factors",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.AlterColumn<string>(
                name: "id",
                table: "factors",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "description_en",
                table: "factors",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description_nb",
                table: "factors",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description_nn",
                table: "factors",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "factor_id",
                table: "factor_changes",
                type: "character varying(60)",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddForeignKey(
                name: "fk_factor_changes_factors_factor_id",
                table: "factor_changes",
                column: "factor_id",
                principalTable: "factors",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The ids on both sides of the key change kind, so the key is off meanwhile.
            migrationBuilder.DropForeignKey(
                name: "fk_factor_changes_factors_factor_id",
                table: "factor_changes");

            migrationBuilder.DropColumn(
                name: "description_en",
                table: "factors");

            migrationBuilder.DropColumn(
                name: "description_nb",
                table: "factors");

            migrationBuilder.DropColumn(
                name: "description_nn",
                table: "factors");

            migrationBuilder.AlterColumn<string>(
                name: "nn",
                table: "factors",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(120)",
                oldMaxLength: 120);

            migrationBuilder.AlterColumn<string>(
                name: "nb",
                table: "factors",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(120)",
                oldMaxLength: 120);

            migrationBuilder.AlterColumn<string>(
                name: "en",
                table: "factors",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(120)",
                oldMaxLength: 120);

            migrationBuilder.Sql("ALTER TABLE factors ALTER COLUMN id TYPE uuid USING id::uuid;");

            migrationBuilder.Sql("ALTER TABLE factor_changes ALTER COLUMN factor_id TYPE uuid USING factor_id::uuid;");

            migrationBuilder.AddForeignKey(
                name: "fk_factor_changes_factors_factor_id",
                table: "factor_changes",
                column: "factor_id",
                principalTable: "factors",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
