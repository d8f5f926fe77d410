using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Endre.Storage.Tests;

/// <summary>
/// What every table of a database holds, read from its own catalog without the product's code, each value as a text that
/// is the same on both databases.
/// </summary>
internal static class RawContent
{
    /// <summary>Tables by name; in each the rows in no order, a value for each column by its name.</summary>
    public static async Task<Dictionary<string, List<SortedDictionary<string, string>>>> OfAsync(
        StorageOptions options,
        CancellationToken ct
    )
    {
        await using DbConnection connection = options.PostgresConnectionString is { } postgres
            ? new NpgsqlConnection(postgres + ";Pooling=false")
            : new SqliteConnection($"Data Source={options.SqliteFile};Pooling=False");
        await connection.OpenAsync(ct);
        var tables = await ReadAsync(
            connection,
            connection is NpgsqlConnection
                ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
                : "SELECT name FROM sqlite_master WHERE type = 'table'",
            ct
        );
        var content = new Dictionary<string, List<SortedDictionary<string, string>>>(StringComparer.Ordinal);
        foreach (var table in tables.Select(row => row["name"]).Where(IsOurs))
        {
            content[table] = await ReadAsync(connection, Sql(connection, table), ct);
        }
        return content;
    }

    /// <summary>Tables by name; in each its rows as lines in order.</summary>
    public static async Task<Dictionary<string, string[]>> LinesAsync(StorageOptions options, CancellationToken ct) =>
        (await OfAsync(options, ct)).ToDictionary(
            table => table.Key,
            table => Lines(table.Value),
            StringComparer.Ordinal
        );

    /// <summary>Rows as lines in order, which can be compared.</summary>
    public static string[] Lines(IEnumerable<SortedDictionary<string, string>> rows) =>
        [
            .. rows.Select(row => string.Join(" | ", row.Select(value => $"{value.Key}={value.Value}")))
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsOurs(string table) =>
        !table.StartsWith("__EF", StringComparison.Ordinal) && !table.StartsWith("sqlite_", StringComparison.Ordinal);

    // The log is kept differently on the two.
    private static string Sql(DbConnection connection, string table) =>
        (connection, table) switch
        {
            (SqliteConnection, "streams") => """
                SELECT id, (SELECT max(place) FROM events WHERE place >> 32 = number) & 4294967295 AS last_sequence
                FROM streams
                """,
            (SqliteConnection, "events") => """
                SELECT (SELECT id FROM streams WHERE number = place >> 32) AS stream_id, place & 4294967295 AS sequence,
                    at, kind, audience, command_id, payload FROM events
                """,
            _ => $"SELECT * FROM {table}",
        };

    private static async Task<List<SortedDictionary<string, string>>> ReadAsync(
        DbConnection connection,
        string sql,
        CancellationToken ct
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<SortedDictionary<string, string>>();
        while (await reader.ReadAsync(ct))
        {
            var row = new SortedDictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = Text(reader.GetDataTypeName(i), reader.GetValue(i), reader, i);
            }
            rows.Add(row);
        }
        return rows;
    }

    private static string Text(string type, object value, DbDataReader reader, int column) =>
        value switch
        {
            DBNull => "∅",
            bool flag => flag ? "1" : "0",
            // A blob of sixteen bytes is an id of the log's.
            byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true).ToString(),
            byte[] bytes => Convert.ToHexString(bytes),
            Guid id => id.ToString(),
            TimeOnly time => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture),
            _ when type == "date" => reader.GetFieldValue<DateOnly>(column).ToString("O", CultureInfo.InvariantCulture),
            string text when Guid.TryParseExact(text, "D", out var id) => id.ToString(),
            string text when text.StartsWith('{') => JsonText(text),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)value,
        };

    private static string JsonText(string text)
    {
        var members = JsonNode.Parse(text)!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal);
        return string.Join(';', members.Select(member => $"{member.Key}:{member.Value?.ToJsonString()}"));
    }
}
