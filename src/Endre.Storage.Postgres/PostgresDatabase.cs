using Endre.Storage.EventLog;
using Endre.Storage.Upgrades;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Endre.Storage.Postgres;

/// <summary>The PostgreSQL server is run by others: they own its backups, and many nodes share it.</summary>
public sealed partial class PostgresDatabase(StorageOptions options, ILogger<PostgresDatabase> logger) : IDatabaseHost
{
    // Any number will do, as long as every Endre on the database takes the same.
    private const long UpgradeLock = 0x656E647265;

    /// <inheritdoc />
    public async Task<IAsyncDisposable> BeginUpgradeAsync(CancellationToken ct)
    {
        // EF Core's own lock is not taken before the list of migrations is read, so of nodes that start at once the
        // second would do again what the first has done. This one goes away with the connection.
        var connection = new NpgsqlConnection(options.PostgresConnectionString + ";Pooling=false");
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({UpgradeLock})", connection)
            {
                CommandTimeout = 0,
            };
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new StorageUnavailable(StorageFault.Unreachable, e);
        }
    }

    /// <inheritdoc />
    public Task BackUpBeforeAsync(string migration, CancellationToken ct)
    {
        LogNotBackedUp(migration);
        return Task.CompletedTask;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Upgrading the PostgreSQL database with {Migration}. Endre does not back it up: that is pg_dump's work."
    )]
    private partial void LogNotBackedUp(string migration);
}
