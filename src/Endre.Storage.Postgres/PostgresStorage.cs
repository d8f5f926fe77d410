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
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.PostgresConnectionString));
        services.AddSingleton<IDatabaseHost, PostgresDatabase>();
        services.AddSingleton<DatabaseUpgrade>();
        return services.AddDbContextFactory<EndreContext>(
            (provider, builder) =>
                builder.UseNpgsql(
                    provider.GetRequiredService<NpgsqlDataSource>(),
                    npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly)
                )
        );
    }
}
