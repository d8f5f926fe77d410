using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Improvements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "improvements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trying = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    size = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    looks_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvements", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvements_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_improvements_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "improvement_events",
                columns: table => new
                {
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cycle = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_events", x => new { x.improvement_id, x.number });
                    table.ForeignKey(
                        name: "fk_improvement_events_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_improvement_events_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_improvement_events_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_events_owner_id",
                table: "improvement_events",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_events_person_id",
                table: "improvement_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvements_owner_id_state",
                table: "improvements",
                columns: new[] { "owner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_improvements_unit_id_state",
                table: "improvements",
                columns: new[] { "unit_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "improvement_events");

            migrationBuilder.DropTable(
                name: "improvements");
        }
    }
}
