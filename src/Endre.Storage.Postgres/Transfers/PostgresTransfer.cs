using Endre.Storage.EventLog;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Endre.Storage.Postgres.Transfers;

/// <summary>
/// Everything out of the server in one read transaction; everything into it in one transaction, for which the nodes that
/// run on it make way.
/// </summary>
internal sealed class PostgresTransfer(
    StorageOptions options,
    PostgresDatabase database,
    IDbContextFactory<EndreContext> contexts
) : ITransferDatabase
{
    public string Name => "PostgreSQL";

    public async Task<ITransferSnapshot> OpenSnapshotAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        try
        {
            await PostgresDatabase.ExecuteAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);
            return new PostgresSnapshot(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<ITransferTarget> OpenTargetAsync(bool overwrite, CancellationToken ct)
    {
        var alone = await database.BeginUpgradeAsync(ct);
        try
        {
            await MakeTablesAsync(ct);
            var connection = await OpenAsync(ct);
            try
            {
                if (!overwrite && await OccupiedAsync(connection, ct) is { } what)
                {
                    throw new DatabaseIsNotEmpty(what, "Make a new database for it.");
                }
                await PostgresDatabase.MakeNodesGiveWayAsync(connection, ct);
                return await PostgresTarget.OpenAsync(connection, alone, ct);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(options.PostgresConnectionString)
            {
                Pooling = false,
                CommandTimeout = 0,
            }.ToString()
        );
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new StorageUnavailable(StorageFault.Unreachable, e);
        }
    }

    private async Task MakeTablesAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var unknown = applied.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseIsNewer(unknown);
        }
        if (applied.Count == 0)
        {
            await context.Database.MigrateAsync(ct);
        }
        else if (applied.Count < known.Count)
        {
            throw new TransferRefused(
                $"The database is at {applied[^1]}, which is older than this program. Start this version on it first, "
                    + "or make a new database. Nothing was changed."
            );
        }
    }

    // Which table has rows, in words; null when there is nothing.
    private static async Task<string?> OccupiedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var table in await PostgresTarget.TablesAsync(connection, ct))
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
            if ((long)(await command.ExecuteScalarAsync(ct))! is > 0 and var rows)
            {
                return $"{table} has {rows} {(rows == 1 ? "row" : "rows")}";
            }
        }
        return null;
    }
}
