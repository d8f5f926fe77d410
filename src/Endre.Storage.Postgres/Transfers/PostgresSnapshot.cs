using System.Runtime.CompilerServices;
using Endre.Storage.Transfers;
using Npgsql;

namespace Endre.Storage.Postgres.Transfers;

/// <summary>The database as it was when the transaction read it first.</summary>
internal sealed class PostgresSnapshot(NpgsqlConnection connection) : ITransferSnapshot
{
    public async IAsyncEnumerable<object?[]> ReadAsync(
        TransferTable table,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"SELECT {string.Join(", ", table.Columns.Select(Read))} FROM {table.Quoted} ORDER BY {Order(table)}",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = await reader.IsDBNullAsync(i, ct) ? null : Value(reader, i, table.Columns[i].Kind);
            }
            yield return row;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string Read(TransferColumn column) =>
        column.Kind switch
        {
            ColumnKind.Json => $"{column.Quoted}::text",
            ColumnKind.Integer => $"{column.Quoted}::bigint",
            ColumnKind.Number => $"{column.Quoted}::double precision",
            _ => column.Quoted,
        };

    // The other database orders text by its bytes.
    private static string Order(TransferTable table) =>
        string.Join(
            ", ",
            table.Key.Select(key =>
                table.Columns.Single(column => column.Name == key) is { Kind: ColumnKind.Text } text
                    ? $"{text.Quoted} COLLATE \"C\""
                    : TransferTable.Quote(key)
            )
        );

    private static object Value(NpgsqlDataReader reader, int column, ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Integer => reader.GetInt64(column),
            ColumnKind.Number => reader.GetDouble(column),
            ColumnKind.Decimal => reader.GetDecimal(column),
            ColumnKind.Boolean => reader.GetBoolean(column),
            ColumnKind.Id => reader.GetGuid(column),
            ColumnKind.Date => reader.GetFieldValue<DateOnly>(column),
            ColumnKind.Time => reader.GetFieldValue<TimeOnly>(column),
            ColumnKind.Bytes => reader.GetFieldValue<byte[]>(column),
            _ => reader.GetString(column),
        };
}
