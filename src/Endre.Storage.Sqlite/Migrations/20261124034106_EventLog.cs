using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EventLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The log's own tables: no entity stands for them, for nothing but the log reads or writes them. An event's
            // place is the number of its stream times 2^32 plus its sequence.
            migrationBuilder.Sql(
                """
                CREATE TABLE streams (
                    number INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE
                );

                CREATE TABLE events (
                    place INTEGER PRIMARY KEY,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    audience TEXT NOT NULL,
                    command_id BLOB NULL,
                    payload BLOB NOT NULL
                );

                CREATE UNIQUE INDEX ix_events_command ON events (command_id, place >> 32)
                    WHERE command_id IS NOT NULL;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE events; DROP TABLE streams;");
        }
    }
}
