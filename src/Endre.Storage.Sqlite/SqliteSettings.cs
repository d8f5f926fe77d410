using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Endre.Storage.Sqlite;

/// <summary>Sets on each connection of EF Core what SQLite does not keep in the file.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // The log's writer holds the file for milliseconds at a time; five seconds is a broken disk, not a queue.
    public const string Sql = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";

    /// <summary>Opens a connection outside EF Core with the same settings.</summary>
    public static SqliteConnection Open(string connectionString)
    {
        // Pooled connections come back with statements and settings of others.
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
