using Endre.Storage.Upgrades;
using Microsoft.Extensions.Logging;

namespace Endre.Storage.Postgres;

/// <summary>The PostgreSQL server is run by others: they own its backups, and many nodes share it.</summary>
public sealed partial class PostgresDatabase(ILogger<PostgresDatabase> logger) : IDatabaseHost
{
    /// <inheritdoc />
    public Task ClaimAsync(CancellationToken ct) => Task.CompletedTask;

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
