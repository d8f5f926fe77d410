using Endre.Storage.Backups;
using Endre.Storage.EventLog;
using Endre.Storage.Hassles;
using Endre.Storage.Privacy;
using Endre.Storage.Sqlite.Backups;
using Endre.Storage.Sqlite.EventLog;
using Endre.Storage.Sqlite.Transfers;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Endre.Storage.Sqlite;

/// <summary>Endre on a SQLite file.</summary>
public static class SqliteStorage
{
    /// <summary>Registers <see cref="EndreContext"/> and <see cref="DatabaseUpgrade"/> on the SQLite file.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentitySchema();
        services.AddSingleton(options);
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IDatabaseHost>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.AddSingleton<DatabaseUpgrade>();
        services.AddSingleton<IDatabaseBackup, SqliteBackup>();
        services.AddSingleton<ITransferDatabase, SqliteTransfer>();
        services.AddSingleton<DatabaseTransfer>();
        services.AddSingleton<IEventLog, SqliteEventLog>();
        services.AddSingleton<IEventErasure, SqliteEventErasure>();
        services.AddSingleton<ITraces, SqliteTraces>();
        // A context of Identity's size takes a tenth of a millisecond to make, so they are used again.
        return services.AddPooledDbContextFactory<EndreContext>(builder =>
            Use(builder, SqliteDatabase.ConnectionString(options))
        );
    }

    internal static void Use(DbContextOptionsBuilder builder, string connectionString) =>
        builder
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
            .ReplaceService<IMigrationsSqlGenerator, TablesWithoutOrder>()
            .AddInterceptors(new SqliteSettings());
}
