using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Organization : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            GiveMembershipsAnId(migrationBuilder);

            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "units",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "units",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "units",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "affiliation",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "permanent");

            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "deactivated_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ends_on",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                table: "people",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "successor_id",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    program = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    act = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    details = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change_teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    mandate = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_change_teams_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_changes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_unit_changes_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_successors",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_heir = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_successors", x => new { x.unit_id, x.successor_id });
                    table.ForeignKey(
                        name: "fk_unit_successors_units_successor_id",
                        column: x => x.successor_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unit_successors_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_team_members",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_lead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_team_members", x => new { x.team_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_change_team_members_change_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "change_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_change_team_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_units_code",
                table: "units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_external_id",
                table: "people",
                column: "external_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_successor_id",
                table: "people",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_unit_id_role",
                table: "memberships",
                columns: new[] { "unit_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_change_team_members_person_id",
                table: "change_team_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_teams_unit_id",
                table: "change_teams",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_changes_person_id",
                table: "unit_changes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_changes_unit_id_at",
                table: "unit_changes",
                columns: new[] { "unit_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_successors_successor_id",
                table: "unit_successors",
                column: "successor_id");

            migrationBuilder.AddForeignKey(
                name: "fk_people_people_successor_id",
                table: "people",
                column: "successor_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_memberships_units_unit_id",
                table: "memberships");

            migrationBuilder.DropForeignKey(
                name: "fk_people_people_successor_id",
                table: "people");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "change_team_members");

            migrationBuilder.DropTable(
                name: "unit_changes");

            migrationBuilder.DropTable(
                name: "unit_successors");

            migrationBuilder.DropTable(
                name: "change_teams");

            migrationBuilder.DropIndex(
                name: "ix_units_code",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_people_external_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_people_successor_id",
                table: "people");

            migrationBuilder.DropPrimaryKey(
                name: "pk_memberships",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_memberships_person_id",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_memberships_unit_id_role",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "units");

            migrationBuilder.DropColumn(
                name: "code",
                table: "units");

            migrationBuilder.DropColumn(
                name: "version",
                table: "units");

            migrationBuilder.DropColumn(
                name: "affiliation",
                table: "people");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "deactivated_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "ends_on",
                table: "people");

            migrationBuilder.DropColumn(
                name: "external_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "successor_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "id",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "since",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "title",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "until",
                table: "memberships");

            migrationBuilder.AddPrimaryKey(
                name: "pk_memberships",
                table: "memberships",
                columns: new[] { "person_id", "unit_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_unit_id",
                table: "memberships",
                column: "unit_id");

            migrationBuilder.AddForeignKey(
                name: "fk_memberships_units_unit_id",
                table: "memberships",
                column: "unit_id",
                principalTable: "units",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        // SQLite cannot change a primary key, and a rebuild would give every row that is there the same id.
        private static void GiveMembershipsAnId(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE memberships RENAME TO memberships_before;");
            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_memberships_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.Sql(
                """
                INSERT INTO memberships (id, person_id, unit_id, role)
                SELECT
                    upper(
                        hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
                        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
                    ),
                    person_id, unit_id, role
                FROM memberships_before;
                """
            );
            migrationBuilder.Sql("DROP TABLE memberships_before;");
        }
    }
}
