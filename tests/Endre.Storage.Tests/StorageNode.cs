using Endre.Storage.EventLog;
using Endre.Storage.Upgrades;
using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Endre.Storage.Tests;

/// <summary>The storage half of one running Endre.</summary>
internal sealed class StorageNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase? _database;

    private StorageNode(StorageOptions options, TestDatabase? owned)
    {
        _database = owned;
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Lines))
            .AddEndreStorage(options)
            .BuildServiceProvider();
    }

    public LogLines Lines { get; } = new();
    public IEventLog Log => _services.GetRequiredService<IEventLog>();
    public DatabaseUpgrade Upgrade => _services.GetRequiredService<DatabaseUpgrade>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>On a database of its own with today's tables.</summary>
    public static async Task<StorageNode> OnAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.UpgradedAsync(kind);
        return new StorageNode(database.Options, database);
    }

    /// <summary>On a database that others have too.</summary>
    public static StorageNode On(TestDatabase database) => new(database.Options, null);

    public Task<EndreContext> OpenAsync() =>
        _services.GetRequiredService<IDbContextFactory<EndreContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
