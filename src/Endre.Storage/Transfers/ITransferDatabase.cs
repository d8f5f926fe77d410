using Endre.Storage.EventLog;
using Endre.Storage.Upgrades;

namespace Endre.Storage.Transfers;

/// <summary>How one kind of database gives everything it holds, and takes it.</summary>
public interface ITransferDatabase
{
    /// <summary>SQLite or PostgreSQL.</summary>
    string Name { get; }

    /// <summary>Looks at the database as it is at this instant, while others read and write.</summary>
    /// <exception cref="StorageUnavailable">The database does not answer.</exception>
    Task<ITransferSnapshot> OpenSnapshotAsync(CancellationToken ct);

    /// <summary>Makes an empty database at this program's version to put everything in.</summary>
    /// <param name="overwrite">Whether what is there may be replaced.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DatabaseIsNotEmpty">There is something in it, and it may not be replaced.</exception>
    /// <exception cref="DatabaseInUse">An Endre runs on it.</exception>
    /// <exception cref="StorageUnavailable">The database does not answer.</exception>
    Task<ITransferTarget> OpenTargetAsync(bool overwrite, CancellationToken ct);
}

/// <summary>A database as it was at one instant.</summary>
public interface ITransferSnapshot : IAsyncDisposable
{
    /// <summary>The rows of a table in the order of its key, each with a value for each column.</summary>
    IAsyncEnumerable<object?[]> ReadAsync(TransferTable table, CancellationToken ct);
}

/// <summary>A database that is being filled. Unless it is kept, nothing of it ever was.</summary>
public interface ITransferTarget : IAsyncDisposable
{
    /// <summary>Adds rows to a table.</summary>
    /// <exception cref="TransferRefused">The database does not take a row.</exception>
    Task WriteAsync(TransferTable table, IAsyncEnumerable<object?[]> rows, CancellationToken ct);

    /// <summary>Checks what refers to what, and makes it all true at once.</summary>
    /// <exception cref="TransferRefused">Something refers to what is not there.</exception>
    Task KeepAsync(CancellationToken ct);
}
