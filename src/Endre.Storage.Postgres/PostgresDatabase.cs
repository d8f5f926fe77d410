using Endre.Storage.EventLog;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Endre.Storage.Postgres;

/// <summary>The PostgreSQL server is run by others: they own its backups, and many nodes share it.</summary>
public sealed partial class PostgresDatabase(
    StorageOptions options,
    TimeProvider clock,
    ILogger<PostgresDatabase> logger
) : IDatabaseHost, IDisposable
{
    /// <summary>How long nodes have to make way.</summary>
    internal const int PatienceSeconds = 60;

    // Any numbers will do, as long as every Endre on the database takes the same.
    private const long UpgradeLock = 0x656E647265;
    private const long RunningLock = UpgradeLock + 1;
    private const string MakeWayChannel = "endre_make_way";

    private NpgsqlConnection? _running;
    private uint? _streamsFile;

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
    public async Task UntilAskedToMakeWayAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await HearOfRestoreAsync(ct);
                return;
            }
            catch (NpgsqlException e)
            {
                LogNotHearing(e);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
        }
    }

    /// <summary>
    /// Asks every node on the database to let go of it and to start again, and waits until they have. They wait in turn
    /// for whoever has the upgrade, which is the caller.
    /// </summary>
    /// <exception cref="TransferRefused">One does not.</exception>
    internal static async Task MakeNodesGiveWayAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            // One at a time: what is notified is heard when its own transaction ends.
            await ExecuteAsync(connection, $"NOTIFY {MakeWayChannel}", ct);
            await ExecuteAsync(connection, $"SET lock_timeout = '{PatienceSeconds}s'", ct);
            await ExecuteAsync(connection, $"SELECT pg_advisory_lock({RunningLock})", ct);
            await ExecuteAsync(connection, "SET lock_timeout = DEFAULT", ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new TransferRefused(
                $"An Endre that runs on this database did not let go of it in {PatienceSeconds} seconds. "
                    + "Stop it and try again. Nothing was changed.",
                e
            );
        }
    }

    /// <summary>Lets go of the share of the running lock: nothing of this node's is on its way any more.</summary>
    public void Dispose() => _running?.Dispose();

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    // Each node has a share of the running lock from here until it has stopped, also when it has been asked to. One that
    // was cut off while everything was replaced knows it by the file in which the server keeps the streams: it is
    // another one then.
    private async Task HearOfRestoreAsync(CancellationToken ct)
    {
        _running?.Dispose();
        var connection = _running = new NpgsqlConnection(PostgresStorage.ListeningConnectionString(options));
        var isAsked = false;
        connection.Notification += (_, _) => isAsked = true;
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, $"LISTEN {MakeWayChannel}", ct);
        await using (
            var command = new NpgsqlCommand(
                $"SELECT pg_try_advisory_lock_shared({RunningLock}), pg_relation_filenode('streams')",
                connection
            )
        )
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            var file = reader.GetFieldValue<uint>(1);
            if (!reader.GetBoolean(0) || (_streamsFile ?? file) != file)
            {
                return;
            }
            _streamsFile = file;
        }
        while (!isAsked)
        {
            await connection.WaitAsync(ct);
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
        Message = "Upgrading the PostgreSQL database with {Migration}. Endre does not back it up: that is for endre backup or pg_dump."
    )]
    private partial void LogNotBackedUp(string migration);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The connection that hears of a restore was lost; it is made again."
    )]
    private partial void LogNotHearing(Exception e);
}
