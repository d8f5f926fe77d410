using Endre.Storage.EventLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Endre.Storage.Upgrades;

/// <summary>Creates the database at the first start, and upgrades an older one after a backup.</summary>
/// <param name="contexts">Opens the database.</param>
/// <param name="host">Claims and backs up the database.</param>
/// <param name="logger">Where the operator reads what was done.</param>
public sealed partial class DatabaseUpgrade(
    IDbContextFactory<EndreContext> contexts,
    IDatabaseHost host,
    ILogger<DatabaseUpgrade> logger
)
{
    /// <summary>Brings the database to this program's version; does nothing when it is there already.</summary>
    /// <exception cref="DatabaseIsNewer">A newer program has upgraded it; it is left as it was.</exception>
    /// <exception cref="DatabaseInUse">Another process has the SQLite folder.</exception>
    /// <exception cref="StorageUnavailable">The server does not answer.</exception>
    public async Task RunAsync(CancellationToken ct = default)
    {
        await using var alone = await host.BeginUpgradeAsync(ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(ct)).ToList();

        var unknown = applied.Where(migration => !known.Contains(migration)).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseIsNewer(unknown);
        }

        var pending = known.Except(applied, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (pending.Count == 0)
        {
            return;
        }
        if (applied.Count > 0)
        {
            await host.BackUpBeforeAsync(pending[0], ct);
        }
        await context.Database.MigrateAsync(ct);
        LogUpgraded(pending[^1], pending.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is at {Migration} after {Count} migrations.")]
    private partial void LogUpgraded(string migration, int count);
}
