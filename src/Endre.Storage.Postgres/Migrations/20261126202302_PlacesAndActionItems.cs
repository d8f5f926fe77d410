using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PlacesAndActionItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "hassles",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fixer",
                table: "hassles",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "photo_height",
                table: "hassles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "photo_width",
                table: "hassles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "place_id",
                table: "hassles",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "action_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    first_step = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_small = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ending = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    effect = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    seen = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    asks_from = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_items_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_action_items_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hassle_me_toos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hassle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    device_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassle_me_toos", x => x.id);
                    table.ForeignKey(
                        name: "fk_hassle_me_toos_hassles_hassle_id",
                        column: x => x.hassle_id,
                        principalTable: "hassles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hassle_me_toos_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "hassle_photos",
                columns: table => new
                {
                    hassle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jpeg = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassle_photos", x => x.hassle_id);
                    table.ForeignKey(
                        name: "fk_hassle_photos_hassles_hassle_id",
                        column: x => x.hassle_id,
                        principalTable: "hassles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hassle_reports",
                columns: table => new
                {
                    hassle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hassle_reports", x => new { x.hassle_id, x.kind });
                    table.ForeignKey(
                        name: "fk_hassle_reports_hassles_hassle_id",
                        column: x => x.hassle_id,
                        principalTable: "hassles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    equipment = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_places_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reporting_channels",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_channels", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "action_item_events",
                columns: table => new
                {
                    action_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    effect = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_item_events", x => new { x.action_item_id, x.number });
                    table.ForeignKey(
                        name: "fk_action_item_events_action_items_action_item_id",
                        column: x => x.action_item_id,
                        principalTable: "action_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_action_item_events_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_action_item_events_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hassles_place_id",
                table: "hassles",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_item_events_owner_id",
                table: "action_item_events",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_item_events_person_id",
                table: "action_item_events",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_items_owner_id_state",
                table: "action_items",
                columns: new[] { "owner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_unit_id_state",
                table: "action_items",
                columns: new[] { "unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_hassle_me_toos_hassle_id_device_hash",
                table: "hassle_me_toos",
                columns: new[] { "hassle_id", "device_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hassle_me_toos_hassle_id_person_id",
                table: "hassle_me_toos",
                columns: new[] { "hassle_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hassle_me_toos_person_id",
                table: "hassle_me_toos",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_places_code",
                table: "places",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_places_unit_id",
                table: "places",
                column: "unit_id");

            migrationBuilder.AddForeignKey(
                name: "fk_hassles_places_place_id",
                table: "hassles",
                column: "place_id",
                principalTable: "places",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_hassles_places_place_id",
                table: "hassles");

            migrationBuilder.DropTable(
                name: "action_item_events");

            migrationBuilder.DropTable(
                name: "hassle_me_toos");

            migrationBuilder.DropTable(
                name: "hassle_photos");

            migrationBuilder.DropTable(
                name: "hassle_reports");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "reporting_channels");

            migrationBuilder.DropTable(
                name: "action_items");

            migrationBuilder.DropIndex(
                name: "ix_hassles_place_id",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "category",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "fixer",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "photo_height",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "photo_width",
                table: "hassles");

            migrationBuilder.DropColumn(
                name: "place_id",
                table: "hassles");
        }
    }
}
