using Endre.Storage;
using Endre.Storage.Postgres;
using Endre.Storage.Sqlite;

namespace Endre.Web.Hosting;

public static class StorageFeature
{
    public static IServiceCollection AddEndreStorage(this IServiceCollection services, StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.PostgresConnectionString)
            ? services.AddSqliteStorage(options)
            : services.AddPostgresStorage(options);
}
