using Endre.Storage;
using Endre.Storage.Upgrades;
using Endre.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Endre.Testing;

/// <summary>A database of one test or one test class, deleted afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> UpgradedFile = new(UpgradeFileAsync);
    private static readonly Lazy<Task<string>> UpgradedTemplate = new(UpgradeTemplateAsync);
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
    public static async Task<TestDatabase> UpgradedAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var server = await PostgresServer.SharedAsync();
            return new TestDatabase(kind, await server.CreateDatabaseAsync(await UpgradedTemplate.Value));
        }
        var database = new TestDatabase(kind, null);
        await File.WriteAllBytesAsync(database.Options.SqliteFile, await UpgradedFile.Value);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Options.PostgresConnectionString is { } connectionString)
        {
            await (await PostgresServer.SharedAsync()).DropDatabaseAsync(connectionString);
        }
        _folder.Dispose();
    }

    private static async Task<byte[]> UpgradeFileAsync()
    {
        using var folder = new TemporaryFolder();
        var options = new StorageOptions { DataDirectory = folder.Path };
        await UpgradeAsync(options);
        // The last connection that closes puts the write-ahead log into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(options.SqliteFile);
    }

    private static async Task<string> UpgradeTemplateAsync()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await UpgradeAsync(
            new StorageOptions { DataDirectory = Path.GetTempPath(), PostgresConnectionString = connectionString }
        );
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task UpgradeAsync(StorageOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddEndreStorage(options).BuildServiceProvider();
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync();
    }
}
