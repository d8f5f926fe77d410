using System.Globalization;
using Endre.Storage.Sqlite.EventLog;
using Endre.Storage.Transfers;
using Microsoft.Data.Sqlite;

namespace Endre.Storage.Sqlite.Transfers;

/// <summary>A new file beside the database, filled in one transaction.</summary>
internal sealed class SqliteTarget : ITransferTarget
{
    private readonly SqliteDatabase _database;
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Dictionary<Guid, StreamPlace> _streams = [];

    private SqliteTarget(SqliteDatabase database, string file, SqliteConnection connection)
    {
        (_database, _file, _connection) = (database, file, connection);
        _transaction = connection.BeginTransaction();
    }

    public static async Task<SqliteTarget> OpenAsync(SqliteDatabase database, string file, CancellationToken ct)
    {
        var connection = await SqliteDatabase.OpenAsync(file, ct);
        try
        {
            // Rows come table by table, and a table may come before the one it refers to: it is checked at the end.
            await SqliteDatabase.ExecuteAsync(connection, "PRAGMA foreign_keys = OFF;", ct);
            return new SqliteTarget(database, file, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task WriteAsync(TransferTable table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var count = 0L;
        await using var insert = Insert(table);
        await SqliteDatabase.ExecuteAsync(_connection, $"DELETE FROM {table.Name};", ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            count++;
            try
            {
                Bind(table, insert, row);
                insert.ExecuteNonQuery();
            }
            catch (SqliteException e)
            {
                throw new TransferRefused($"Row {count} of {table.Name} is not taken: {e.Message}.", e);
            }
        }
    }

    public async Task KeepAsync(CancellationToken ct)
    {
        await using (var check = _connection.CreateCommand())
        {
            check.Transaction = _transaction;
            check.CommandText = "PRAGMA foreign_key_check;";
            await using var reader = await check.ExecuteReaderAsync(ct);
            if (await reader.ReadAsync(ct))
            {
                throw new TransferRefused(
                    $"A row of {reader.GetString(0)} refers to a row of {reader.GetString(2)} that is not there."
                );
            }
        }
        await _transaction.CommitAsync(ct);
        await SqliteDatabase.ExecuteAsync(_connection, "PRAGMA journal_mode = DELETE;", ct);
        await _connection.CloseAsync();
        await _database.ReplaceAsync(_file, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
        SqliteDatabase.Delete(_file);
    }

    private SqliteCommand Insert(TransferTable table)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = table.Name switch
        {
            TransferTable.Streams => "INSERT INTO streams (number, id) VALUES ($0, $1)",
            TransferTable.Events =>
                "INSERT INTO events (place, at, kind, audience, command_id, payload) VALUES ($0, $1, $2, $3, $4, $5)",
            _ => $"INSERT INTO {table.Quoted} ({table.ColumnList}) "
                + $"VALUES ({string.Join(", ", table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i}")))})",
        };
        for (var i = 0; i < table.Columns.Count; i++)
        {
            command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i}"), null));
        }
        return command;
    }

    private void Bind(TransferTable table, SqliteCommand insert, object?[] row)
    {
        object?[] values = table.Name switch
        {
            TransferTable.Streams => [PlaceOf((Guid)row[0]!).Number, InLog((Guid)row[0]!)],
            TransferTable.Events =>
            [
                PlaceOf((Guid)row[0]!).Of((long)row[1]!),
                row[2],
                row[3],
                row[4],
                InLog((Guid?)row[5]),
                row[6],
            ],
            _ => row,
        };
        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    // Events come before their streams in the order of the tables' names.
    private StreamPlace PlaceOf(Guid stream) =>
        _streams.TryGetValue(stream, out var place) ? place : _streams[stream] = new StreamPlace(_streams.Count + 1);

    private static byte[]? InLog(Guid? id) => id?.ToByteArray(bigEndian: true);
}
