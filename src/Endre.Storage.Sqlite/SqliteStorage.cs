using Endre.Storage.EventLog;
using Endre.Storage.Sqlite.EventLog;
using Endre.Storage.Upgrades;
using Microsoft.EntityFrameworkCore;
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
        services.AddSingleton<IEventLog, SqliteEventLog>();
        return services.AddDbContextFactory<EndreContext>(builder =>
            Use(builder, SqliteDatabase.ConnectionString(options))
        );
    }

    internal static void Use(DbContextOptionsBuilder builder, string connectionString) =>
        builder
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
            .AddInterceptors(new SqliteSettings());
}
