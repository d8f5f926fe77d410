using System.Globalization;
using Endre.Storage.Transfers;
using Npgsql;

namespace Endre.Storage.Postgres.Transfers;

/// <summary>A database that is emptied and filled in one transaction. Nobody sees it before it is whole.</summary>
internal sealed class PostgresTarget : ITransferTarget
{
    private readonly NpgsqlConnection _connection;
    private readonly IAsyncDisposable _alone;
    private readonly IReadOnlyList<(string Table, string Name)> _references;

    private PostgresTarget(
        NpgsqlConnection connection,
        IAsyncDisposable alone,
        IReadOnlyList<(string Table, string Name)> references
    ) => (_connection, _alone, _references) = (connection, alone, references);

    public static async Task<PostgresTarget> OpenAsync(
        NpgsqlConnection connection,
        IAsyncDisposable alone,
        CancellationToken ct
    )
    {
        await PostgresDatabase.ExecuteAsync(connection, "BEGIN", ct);
        // The audit log lets itself be emptied by nobody else.
        await PostgresDatabase.ExecuteAsync(connection, "SET LOCAL endre.restoring = 'yes'", ct);
        var tables = await TablesAsync(connection, ct);
        await PostgresDatabase.ExecuteAsync(connection, $"TRUNCATE {string.Join(", ", tables)}", ct);
        var references = await ReferencesAsync(connection, ct);
        // Rows come table by table, and a table may come before the one it refers to: it is checked at the end.
        await AlterAsync(connection, references, "DEFERRABLE INITIALLY DEFERRED", ct);
        return new PostgresTarget(connection, alone, references);
    }

    public async Task WriteAsync(TransferTable table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        try
        {
            await using var copy = await _connection.BeginBinaryImportAsync(
                $"COPY {table.Quoted} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
                ct
            );
            await foreach (var row in rows.WithCancellation(ct))
            {
                await copy.StartRowAsync(ct);
                for (var i = 0; i < row.Length; i++)
                {
                    await WriteAsync(copy, row[i], table.Columns[i].StoreType, ct);
                }
            }
            await copy.CompleteAsync(ct);
        }
        catch (PostgresException e)
        {
            // It says the line and the column; the value is in none of it.
            throw new TransferRefused($"A row of {table.Name} is not taken: {e.MessageText} ({Place(e)}).", e);
        }
        catch (OverflowException e)
        {
            throw new TransferRefused($"A row of {table.Name} is not taken: a number is too large.", e);
        }
    }

    public async Task KeepAsync(CancellationToken ct)
    {
        try
        {
            await PostgresDatabase.ExecuteAsync(_connection, "SET CONSTRAINTS ALL IMMEDIATE", ct);
        }
        catch (PostgresException e)
        {
            throw new TransferRefused($"A row of {e.TableName} refers to what is not there ({e.ConstraintName}).", e);
        }
        await AlterAsync(_connection, _references, "NOT DEFERRABLE", ct);
        await PostgresDatabase.ExecuteAsync(_connection, CountOn, ct);
        await PostgresDatabase.ExecuteAsync(_connection, "COMMIT", ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _alone.DisposeAsync();
    }

    public static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT quote_ident(tablename) FROM pg_tables
            WHERE schemaname = current_schema() AND tablename NOT LIKE '\_\_EF%' ORDER BY tablename
            """,
            connection
        );
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }

    // Each counter goes on after the highest number that came in.
    private const string CountOn = """
        DO $$
        DECLARE c record; highest bigint;
        BEGIN
            FOR c IN
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_identity = 'YES'
            LOOP
                EXECUTE format('SELECT max(%I) FROM %I', c.column_name, c.table_name) INTO highest;
                PERFORM setval(pg_get_serial_sequence(quote_ident(c.table_name), c.column_name),
                    coalesce(highest, 1), highest IS NOT NULL);
            END LOOP;
        END $$
        """;

    private static async Task<IReadOnlyList<(string Table, string Name)>> ReferencesAsync(
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT quote_ident(t.relname), quote_ident(c.conname) FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid
            WHERE c.contype = 'f' AND NOT c.condeferrable AND t.relnamespace = current_schema()::regnamespace
            """,
            connection
        );
        var references = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            references.Add((reader.GetString(0), reader.GetString(1)));
        }
        return references;
    }

    private static async Task AlterAsync(
        NpgsqlConnection connection,
        IReadOnlyList<(string Table, string Name)> references,
        string how,
        CancellationToken ct
    )
    {
        foreach (var (table, name) in references)
        {
            await PostgresDatabase.ExecuteAsync(connection, $"ALTER TABLE {table} ALTER CONSTRAINT {name} {how}", ct);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, string type, CancellationToken ct) =>
        (value, type) switch
        {
            (null, _) => copy.WriteNullAsync(ct),
            (long number, "smallint") => copy.WriteAsync(checked((short)number), type, ct),
            (long number, "integer") => copy.WriteAsync(checked((int)number), type, ct),
            (double number, "real") => copy.WriteAsync((float)number, type, ct),
            _ => copy.WriteAsync(value, type, ct),
        };

    private static string Place(PostgresException e) =>
        e.ColumnName
        ?? e.ConstraintName
        ?? e.Where?.Split(':')[0]
        ?? string.Create(CultureInfo.InvariantCulture, $"{e.SqlState}");
}
