using Endre.Storage;
using Endre.Storage.Upgrades;
using Endre.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Endre.Testing;

/// <summary>A database of one test or one test class, deleted afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<Func<Task<TestDatabase>>>>> Upgraded =
        Enum.GetValues<DatabaseKind>()
            .ToDictionary(kind => kind, kind => new Lazy<Task<Func<Task<TestDatabase>>>>(() => UpgradeAsync(kind)));

    private readonly TemporaryFolder _folder = new();

    private TestDatabase(DatabaseKind kind, string? connectionString)
    {
        Kind = kind;
        Options = new StorageOptions { DataDirectory = _folder.Path, PostgresConnectionString = connectionString };
    }

    public DatabaseKind Kind { get; }

    /// <summary>How the program reaches it.</summary>
    public StorageOptions Options { get; }

    /// <summary>A database that no program has seen.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? new TestDatabase(kind, null)
            : new TestDatabase(kind, await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());

    /// <summary>A database with today's tables, and nothing in them.</summary>
    public static async Task<TestDatabase> UpgradedAsync(DatabaseKind kind) => await (await Upgraded[kind].Value)();

    /// <summary>A way to make others like it as it is now, also when it is gone. Nobody may be connected to it.</summary>
    public async Task<Func<Task<TestDatabase>>> KeepAsync()
    {
        if (Options.PostgresConnectionString is { } connectionString)
        {
            var server = await PostgresServer.SharedAsync();
            var kept = NameIn(await server.CreateDatabaseAsync(NameIn(connectionString)));
            return async () => new TestDatabase(Kind, await server.CreateDatabaseAsync(kept));
        }
        var file = await File.ReadAllBytesAsync(Options.SqliteFile);
        return async () =>
        {
            var copy = new TestDatabase(Kind, null);
            await File.WriteAllBytesAsync(copy.Options.SqliteFile, file);
            return copy;
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (Options.PostgresConnectionString is { } connectionString)
        {
            await (await PostgresServer.SharedAsync()).DropDatabaseAsync(connectionString);
        }
        _folder.Dispose();
    }

    private static async Task<Func<Task<TestDatabase>>> UpgradeAsync(DatabaseKind kind)
    {
        await using var database = await EmptyAsync(kind);
        await using (
            var services = new ServiceCollection().AddLogging().AddEndreStorage(database.Options).BuildServiceProvider()
        )
        {
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync();
        }
        // The last connection that closes puts the write-ahead log into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await database.KeepAsync();
    }

    private static string NameIn(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database!;
}
