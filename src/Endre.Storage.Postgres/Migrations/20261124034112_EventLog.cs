using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Endre.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EventLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The log's own tables: no entity stands for them, for nothing but the log reads or writes them.
            migrationBuilder.Sql(
                """
                CREATE TABLE streams (
                    id uuid CONSTRAINT pk_streams PRIMARY KEY,
                    last_sequence bigint NOT NULL
                ) WITH (fillfactor = 50);

                CREATE TABLE events (
                    stream_id uuid NOT NULL,
                    sequence bigint NOT NULL,
                    at bigint NOT NULL,
                    kind text NOT NULL,
                    audience text NOT NULL,
                    command_id uuid NULL,
                    payload bytea NOT NULL,
                    CONSTRAINT pk_events PRIMARY KEY (stream_id, sequence)
                );

                CREATE UNIQUE INDEX ix_events_command ON events (stream_id, command_id)
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
