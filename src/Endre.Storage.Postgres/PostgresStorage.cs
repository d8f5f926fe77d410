using Endre.Storage.Backups;
using Endre.Storage.EventLog;
using Endre.Storage.Hassles;
using Endre.Storage.Postgres.Backups;
using Endre.Storage.Postgres.EventLog;
using Endre.Storage.Postgres.Transfers;
using Endre.Storage.Privacy;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Endre.Storage.Postgres;

/// <summary>Endre on a PostgreSQL server, shared by any number of nodes.</summary>
public static class PostgresStorage
{
    /// <summary>Registers <see cref="EndreContext"/> and <see cref="DatabaseUpgrade"/> on the PostgreSQL server.</summary>
    /// <exception cref="ArgumentException">The options name no server.</exception>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PostgresConnectionString))
        {
            throw new ArgumentException("The options name no PostgreSQL server.", nameof(options));
        }
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentitySchema();
        services.AddSingleton(options);
        services.AddSingleton(_ => NpgsqlDataSource.Create(ConnectionString(options)));
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<IDatabaseHost>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<DatabaseUpgrade>();
        services.AddSingleton<IDatabaseBackup, PostgresBackup>();
        services.AddSingleton<ITransferDatabase, PostgresTransfer>();
        services.AddSingleton<DatabaseTransfer>();
        services.AddSingleton<IEventLog, PostgresEventLog>();
        services.AddSingleton<IEventErasure, PostgresEventErasure>();
        services.AddSingleton<ITraces, PostgresTraces>();
        // A context of Identity's size takes a tenth of a millisecond to make, so they are used again.
        return services.AddPooledDbContextFactory<EndreContext>(
            (provider, builder) =>
                builder.UseNpgsql(
                    provider.GetRequiredService<NpgsqlDataSource>(),
                    npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly)
                )
        );
    }

    /// <summary>The connection that waits for notifications: alone, and soon aware that the server is gone.</summary>
    internal static string ListeningConnectionString(StorageOptions options) =>
        new NpgsqlConnectionStringBuilder(options.PostgresConnectionString)
        {
            Pooling = false,
            KeepAlive = 10,
            ApplicationName = "endre listening",
        }.ToString();

    private static string ConnectionString(StorageOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.PostgresConnectionString);
        // The log runs the same few statements for ever. An operator behind a pooler that cannot do this says 0.
        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 30;
            builder.AutoPrepareMinUsages = 2;
        }
        return builder.ToString();
    }
}
