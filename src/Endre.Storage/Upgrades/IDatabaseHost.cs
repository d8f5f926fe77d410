using Endre.Storage.EventLog;

namespace Endre.Storage.Upgrades;

/// <summary>What a database needs of its surroundings around an upgrade; one implementation per database.</summary>
public interface IDatabaseHost
{
    /// <summary>
    /// Makes the database ready to be looked at and upgraded by this process alone, until the answer is disposed. On
    /// SQLite it also takes the folder for as long as the process runs.
    /// </summary>
    /// <exception cref="DatabaseInUse">Another process has the SQLite folder.</exception>
    /// <exception cref="StorageUnavailable">The server does not answer.</exception>
    Task<IAsyncDisposable> BeginUpgradeAsync(CancellationToken ct);

    /// <summary>
    /// Keeps a copy of an older database before <paramref name="migration"/> changes it, or says who must.
    /// </summary>
    Task BackUpBeforeAsync(string migration, CancellationToken ct);

    /// <summary>
    /// Completes when somebody waits to put another database in the place of this one. The program lets go of
    /// everything then, and begins anew with <see cref="BeginUpgradeAsync"/>: what it remembers may be untrue.
    /// </summary>
    Task UntilAskedToMakeWayAsync(CancellationToken ct);
}
