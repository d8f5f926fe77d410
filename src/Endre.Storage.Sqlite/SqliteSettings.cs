using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Endre.Storage.Sqlite;

/// <summary>Sets on each connection of EF Core what SQLite does not keep in the file.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // The log's writer holds the file for milliseconds at a time; five seconds is a broken disk, not a queue. What is
    // erased is overwritten, so that neither the file nor a backup of it holds words that somebody took back.
    public const string Sql = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

    // Both belong to the open file, which the pool hands out again and again: they are said to it once.
    private readonly ConditionalWeakTable<object, object> set = [];

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
        if (IsSet(connection))
        {
            return;
        }
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (IsSet(connection))
        {
            return;
        }
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private bool IsSet(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && set.TryGetValue(handle, out _);

    private void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            set.AddOrUpdate(handle, handle);
        }
    }
}
