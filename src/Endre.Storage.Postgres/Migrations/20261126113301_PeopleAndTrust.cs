using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAndTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "names_erased_at",
                table: "workshops",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "ended_sessions",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_sessions", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "hassles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    speaker = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    times_per_week = table.Column<double>(type: "double precision", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: true),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answerer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassles", x => x.id);
                    table.ForeignKey(
                        name: "fk_hassles_people_answerer_id",
                        column: x => x.answerer_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_hassles_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_hassles_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_previews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    ends_missing = table.Column<bool>(type: "boolean", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_previews", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_previews_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "logos",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    media_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    picture = table.Column<byte[]>(type: "bytea", nullable: true),
                    width = table.Column<double>(type: "double precision", nullable: false),
                    height = table.Column<double>(type: "double precision", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "look_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_look_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_look_changes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_links", x => x.hash);
                    table.ForeignKey(
                        name: "fk_one_time_links_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "privacy_settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_privacy_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "provisioned_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisioned_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_provisioned_groups_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "provisioned_people",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    family_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    employee_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    department = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    organization = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisioned_people", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_provisioned_people_people_manager_id",
                        column: x => x.manager_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_provisioned_people_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provisioning_clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    last_used_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisioning_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ran_at = table.Column<long>(type: "bigint", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "hassle_events",
                columns: table => new
                {
                    hassle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassle_events", x => new { x.hassle_id, x.number });
                    table.ForeignKey(
                        name: "fk_hassle_events_hassles_hassle_id",
                        column: x => x.hassle_id,
                        principalTable: "hassles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hassle_events_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "hassle_messages",
                columns: table => new
                {
                    hassle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_from_writer = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassle_messages", x => new { x.hassle_id, x.number });
                    table.ForeignKey(
                        name: "fk_hassle_messages_hassles_hassle_id",
                        column: x => x.hassle_id,
                        principalTable: "hassles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hassle_messages_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "organization_looks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    language_goes_before_browser = table.Column<bool>(type: "boolean", nullable: false),
                    main_color = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    support_color = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    second_support_color = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    sheet = table.Column<string>(type: "text", nullable: true),
                    sheet_maker = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    logo_id = table.Column<string>(type: "character varying(32)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_looks", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_looks_logos_logo_id",
                        column: x => x.logo_id,
                        principalTable: "logos",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provisioned_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisioned_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_provisioned_grants_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_provisioned_grants_provisioned_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "provisioned_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provisioned_group_members",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisioned_group_members", x => new { x.group_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_provisioned_group_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_provisioned_group_members_provisioned_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "provisioned_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seals_entry_id",
                table: "audit_seals",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hassle_events_person_id",
                table: "hassle_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_hassle_messages_person_id",
                table: "hassle_messages",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_hassles_answerer_id",
                table: "hassles",
                column: "answerer_id");

            migrationBuilder.CreateIndex(
                name: "ix_hassles_claim_hash",
                table: "hassles",
                column: "claim_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hassles_person_id",
                table: "hassles",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_hassles_unit_id_week",
                table: "hassles",
                columns: new[] { "unit_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_import_previews_person_id",
                table: "import_previews",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_look_changes_at",
                table: "look_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_look_changes_person_id",
                table: "look_changes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_person_id",
                table: "one_time_links",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_looks_logo_id",
                table: "organization_looks",
                column: "logo_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_grants_group_id",
                table: "provisioned_grants",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_grants_person_id",
                table: "provisioned_grants",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_group_members_person_id",
                table: "provisioned_group_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_groups_normalized_name",
                table: "provisioned_groups",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_groups_unit_id",
                table: "provisioned_groups",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioned_people_manager_id",
                table: "provisioned_people",
                column: "manager_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisioning_clients_hash",
                table: "provisioning_clients",
                column: "hash",
                unique: true);

            AuditGuards.Add(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AuditGuards.Remove(migrationBuilder);

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "ended_sessions");

            migrationBuilder.DropTable(
                name: "hassle_events");

            migrationBuilder.DropTable(
                name: "hassle_messages");

            migrationBuilder.DropTable(
                name: "import_previews");

            migrationBuilder.DropTable(
                name: "look_changes");

            migrationBuilder.DropTable(
                name: "one_time_links");

            migrationBuilder.DropTable(
                name: "organization_looks");

            migrationBuilder.DropTable(
                name: "privacy_settings");

            migrationBuilder.DropTable(
                name: "provisioned_grants");

            migrationBuilder.DropTable(
                name: "provisioned_group_members");

            migrationBuilder.DropTable(
                name: "provisioned_people");

            migrationBuilder.DropTable(
                name: "provisioning_clients");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "hassles");

            migrationBuilder.DropTable(
                name: "logos");

            migrationBuilder.DropTable(
                name: "provisioned_groups");

            migrationBuilder.DropColumn(
                name: "names_erased_at",
                table: "workshops");
        }
    }
}
