using Endre.Storage;
using Endre.Web.Hosting;

namespace Endre.Web.Operation;

/// <summary>The storage half of the program, as the settings choose it, without anything that serves people.</summary>
internal static class OperatorServices
{
    public static ServiceProvider Of(Settings settings) =>
        new ServiceCollection()
            .AddLogging(logging => Logging.Use(logging, settings))
            .AddSingleton(TimeProvider.System)
            .AddEndreStorage(
                new StorageOptions { DataDirectory = settings.Data, PostgresConnectionString = settings.Database }
            )
            .BuildServiceProvider();

    /// <summary>What database that is, for the operator.</summary>
    public static string Place(Settings settings) =>
        settings.Database is null ? $"SQLite in {settings.Data}" : "PostgreSQL";
}
