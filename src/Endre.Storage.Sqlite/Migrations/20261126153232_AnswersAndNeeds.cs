using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AnswersAndNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "done",
                table: "hassles",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "gone_day",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "gone_week",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_off_screen",
                table: "hassles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "left_minutes",
                table: "hassles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "left_people",
                table: "hassles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "left_times_per_week",
                table: "hassles",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "lifted_on",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "moved_on",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "moved_to_id",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_by",
                table: "hassles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "promised_who",
                table: "hassles",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_absences_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lineage_links",
                columns: table => new
                {
                    from_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_within = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_within = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lineage_links", x => new { x.from_kind, x.from_id, x.to_kind, x.to_id });
                });

            migrationBuilder.CreateTable(
                name: "needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    open_diamond = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => x.id);
                    table.ForeignKey(
                        name: "fk_needs_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pulse_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    yes = table.Column<int>(type: "INTEGER", nullable: false),
                    somewhat = table.Column<int>(type: "INTEGER", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    word_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    word_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pulse_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_pulse_rounds_people_word_by_id",
                        column: x => x.word_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pulse_rounds_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pulses",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rhythm = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    chosen_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    chosen_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pulses", x => x.unit_id);
                    table.ForeignKey(
                        name: "fk_pulses_people_chosen_by_id",
                        column: x => x.chosen_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_pulses_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wall_screens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wall_screens", x => x.id);
                    table.ForeignKey(
                        name: "fk_wall_screens_people_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_wall_screens_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need_events",
                columns: table => new
                {
                    need_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    diamond = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_events", x => new { x.need_id, x.number });
                    table.ForeignKey(
                        name: "fk_need_events_needs_need_id",
                        column: x => x.need_id,
                        principalTable: "needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_need_events_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hassles_merged_into_id",
                table: "hassles",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_hassles_moved_to_id",
                table: "hassles",
                column: "moved_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_lineage_links_from_within",
                table: "lineage_links",
                column: "from_within");

            migrationBuilder.CreateIndex(
                name: "ix_lineage_links_to_kind_to_id",
                table: "lineage_links",
                columns: new[] { "to_kind", "to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_need_events_person_id",
                table: "need_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_needs_unit_id",
                table: "needs",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_pulse_rounds_unit_id_opened_on",
                table: "pulse_rounds",
                columns: new[] { "unit_id", "opened_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pulse_rounds_word_by_id",
                table: "pulse_rounds",
                column: "word_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_pulses_chosen_by_id",
                table: "pulses",
                column: "chosen_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_wall_screens_hash",
                table: "wall_screens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wall_screens_made_by_id",
                table: "wall_screens",
                column: "made_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_wall_screens_unit_id",
                table: "wall_screens",
                column: "unit_id");

            migrationBuilder.AddForeignKey(
                name: "fk_hassles_hassles_merged_into_id",
                table: "hassles",
                column: "merged_into_id",
                principalTable: "hassles",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_hassles_units_moved_to_id",
                table: "hassles",
                column: "moved_to_id",
                principalTable: "units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_hassles_hassles_merged_into_id",
                table: "hassles");

            migrationBuilder.DropForeignKey(
                name: "fk_hassles_units_moved_to_id",
                table: "hassles");

            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "lineage_links");

            migrationBuilder.DropTable(
                name: "need_events");

            migrationBuilder.DropTable(
                name: "pulse_rounds");

            migrationBuilder.DropTable(
                name: "pulses");

            migrationBuilder.DropTable(
                name: "wall_screens");

            migrationBuilder.DropTable(
                name: "needs");

            migrationBuilder.DropIndex(
                name: "ix_hassles_merged_into_id",
                table: "hassles");

            migrationBuilder.DropIndex(
                name: "ix_hassles_moved_to_id",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "done",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "gone_day",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "gone_week",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "is_off_screen",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "left_minutes",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "left_people",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "left_times_per_week",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "lifted_on",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "moved_on",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "moved_to_id",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "promised_by",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "promised_who",
                table: "hassles");
        }
    }
}
