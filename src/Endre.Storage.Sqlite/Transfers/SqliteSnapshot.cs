using System.Globalization;
using System.Runtime.CompilerServices;
using Endre.Storage.Transfers;
using Microsoft.Data.Sqlite;

namespace Endre.Storage.Sqlite.Transfers;

/// <summary>The file as it was when the transaction read it first.</summary>
internal sealed class SqliteSnapshot(SqliteConnection connection, SqliteTransaction transaction) : ITransferSnapshot
{
    // The log keeps a stream's number where the other database keeps its id (StreamPlace).
    private const string Streams = """
        SELECT s.id, coalesce((SELECT max(e.place) & 4294967295 FROM events e
            WHERE e.place BETWEEN s.number << 32 AND (s.number << 32) | 4294967295), 0)
        FROM streams s ORDER BY s.id
        """;

    private const string Events = """
        SELECT s.id, e.place & 4294967295, e.at, e.kind, e.audience, e.command_id, e.payload
        FROM streams s
        CROSS JOIN events e ON e.place BETWEEN s.number << 32 AND (s.number << 32) | 4294967295
        ORDER BY s.id, e.place
        """;

    public async IAsyncEnumerable<object?[]> ReadAsync(
        TransferTable table,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = table.Name switch
        {
            TransferTable.Streams => Streams,
            TransferTable.Events => Events,
            _ =>
                $"SELECT {table.ColumnList} FROM {table.Quoted} ORDER BY {string.Join(", ", table.Key.Select(TransferTable.Quote))}",
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value(table, table.Columns[i], reader.GetValue(i));
            }
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static object? Value(TransferTable table, TransferColumn column, object stored)
    {
        try
        {
            return (column.Kind, stored) switch
            {
                (_, DBNull) => null,
                (ColumnKind.Boolean, long flag) => flag != 0,
                (ColumnKind.Id, string id) => Guid.Parse(id),
                // The log's own form.
                (ColumnKind.Id, byte[] id) => new Guid(id, bigEndian: true),
                (ColumnKind.Date, string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture),
                (ColumnKind.Time, string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture),
                (ColumnKind.Decimal, string number) => decimal.Parse(number, CultureInfo.InvariantCulture),
                (ColumnKind.Number, long number) => (double)number,

                (ColumnKind.Integer, long) => stored,
                (ColumnKind.Number, double) => stored,
                (ColumnKind.Text or ColumnKind.Json, string) => stored,
                (ColumnKind.Bytes, byte[]) => stored,
                _ => throw new FormatException($"That is {stored.GetType().Name}."),
            };
        }
        catch (FormatException e)
        {
            throw new TransferRefused($"{table.Name}.{column.Name} holds something that is no {column.Kind}.", e);
        }
    }
}
