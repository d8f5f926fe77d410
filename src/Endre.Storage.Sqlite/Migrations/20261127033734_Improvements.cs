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
            migrationBuilder.AlterColumn<Guid>(
                name: "meeting_id",
                table: "routine_events",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "calls_cycles_pdsa",
                table: "organization_looks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "about_id",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "asks_safety",
                table: "matters",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "asks_union",
                table: "matters",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "declined_mails",
                columns: table => new
                {
                    about_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    declined_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declined_mails", x => new { x.about_id, x.address_hash });
                });

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
                name: "driver_diagrams",
                columns: table => new
                {
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nodes = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_driver_diagrams", x => x.improvement_id);
                    table.ForeignKey(
                        name: "fk_driver_diagrams_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "held_routines",
                columns: table => new
                {
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    routine = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    line_owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trained = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    factors = table.Column<string>(type: "TEXT", nullable: false),
                    checks = table.Column<string>(type: "TEXT", nullable: false),
                    last_answered = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_routines", x => x.improvement_id);
                    table.ForeignKey(
                        name: "fk_held_routines_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_held_routines_people_line_owner_id",
                        column: x => x.line_owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "improvement_consultations",
                columns: table => new
                {
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    effect = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    views_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_consultations", x => x.improvement_id);
                    table.ForeignKey(
                        name: "fk_improvement_consultations_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "improvement_voices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    views = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_voices", x => x.id);
                    table.ForeignKey(
                        name: "fk_improvement_voices_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_improvement_voices_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    improvement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    rhythm = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    is_up_better = table.Column<bool>(type: "INTEGER", nullable: false),
                    rules = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    is_in_use = table.Column<bool>(type: "INTEGER", nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                    table.ForeignKey(
                        name: "fk_measures_improvements_improvement_id",
                        column: x => x.improvement_id,
                        principalTable: "improvements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_events",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_events", x => new { x.measure_id, x.number });
                    table.ForeignKey(
                        name: "fk_measure_events_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measure_events_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "measurements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    out_of = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measurements", x => x.id);
                    table.ForeignKey(
                        name: "fk_measurements_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measurement_changes",
                columns: table => new
                {
                    measurement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    number_before = table.Column<long>(type: "INTEGER", nullable: true),
                    out_of_before = table.Column<long>(type: "INTEGER", nullable: true),
                    number_after = table.Column<long>(type: "INTEGER", nullable: true),
                    out_of_after = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measurement_changes", x => new { x.measurement_id, x.number });
                    table.ForeignKey(
                        name: "fk_measurement_changes_measurements_measurement_id",
                        column: x => x.measurement_id,
                        principalTable: "measurements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_about_id",
                table: "messages",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_routines_line_owner_id",
                table: "held_routines",
                column: "line_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_events_owner_id",
                table: "improvement_events",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_events_person_id",
                table: "improvement_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_voices_improvement_id_number",
                table: "improvement_voices",
                columns: new[] { "improvement_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_improvement_voices_person_id",
                table: "improvement_voices",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvements_owner_id_state",
                table: "improvements",
                columns: new[] { "owner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_improvements_unit_id_state",
                table: "improvements",
                columns: new[] { "unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_events_person_id",
                table: "measure_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_measure_id_on_day",
                table: "measurements",
                columns: new[] { "measure_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_measures_improvement_id",
                table: "measures",
                column: "improvement_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_link",
                table: "measures",
                column: "link",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "declined_mails");

            migrationBuilder.DropTable(
                name: "driver_diagrams");

            migrationBuilder.DropTable(
                name: "held_routines");

            migrationBuilder.DropTable(
                name: "improvement_consultations");

            migrationBuilder.DropTable(
                name: "improvement_events");

            migrationBuilder.DropTable(
                name: "improvement_voices");

            migrationBuilder.DropTable(
                name: "measure_events");

            migrationBuilder.DropTable(
                name: "measurement_changes");

            migrationBuilder.DropTable(
                name: "measurements");

            migrationBuilder.DropTable(
                name: "measures");

            migrationBuilder.DropTable(
                name: "improvements");

            migrationBuilder.DropIndex(
                name: "ix_messages_about_id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "calls_cycles_pdsa",
                table: "organization_looks");

            migrationBuilder.DropColumn(
                name: "about_id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "asks_safety",
                table: "matters");

            migrationBuilder.DropColumn(
                name: "asks_union",
                table: "matters");

            migrationBuilder.AlterColumn<Guid>(
                name: "meeting_id",
                table: "routine_events",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
