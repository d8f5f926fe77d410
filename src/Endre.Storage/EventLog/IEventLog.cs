namespace Endre.Storage.EventLog;

/// <summary>
/// The streams of events that live boards are made of. In one stream commit order is sequence order on every node, so
/// a reader that asks for everything after the last sequence it saw misses none.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Decides under the stream's lock and stores what was decided in one transaction. On disk when the task completes.
    /// </summary>
    /// <param name="streamId">The stream; it begins with its first event.</param>
    /// <param name="known">The last sequence the caller has seen; 0 for none.</param>
    /// <param name="decide">
    /// Given every event after <paramref name="known"/>, in order, says what to store. Called at most once, on the
    /// caller's thread before this returns or on the log's own, so it must be quick and must not wait. What it was given
    /// may be shown to others only after the task has completed: when the commit fails, none of it happened.
    /// </param>
    /// <param name="ct">Gives up a request that has not been decided yet.</param>
    /// <returns>The stream's last sequence, also when nothing was stored.</returns>
    /// <exception cref="StorageUnavailable">Nothing was stored: disk full, server gone. Trying again is right.</exception>
    /// <exception cref="CommandAlreadyStored">The stream has the command id already. Nothing was stored.</exception>
    /// <exception cref="WorkshopCodeTaken">Another open workshop has the code. Nothing was stored.</exception>
    /// <exception cref="AppendConflict">Something else stored is in the way.</exception>
    /// <exception cref="StreamIsShorter">The stream does not reach <paramref name="known"/>.</exception>
    Task<long> AppendAsync(
        Guid streamId,
        long known,
        Func<IReadOnlyList<StoredEvent>, Appending> decide,
        CancellationToken ct
    );

    /// <summary>Reads at most <paramref name="limit"/> events after a sequence, in order, without holes.</summary>
    /// <exception cref="StorageUnavailable">The database does not answer.</exception>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid streamId, long after, int limit, CancellationToken ct);

    /// <summary>The stream's last sequence, or 0 when it has not begun.</summary>
    /// <exception cref="StorageUnavailable">The database does not answer.</exception>
    Task<long> TipAsync(Guid streamId, CancellationToken ct);

    /// <summary>
    /// Calls <paramref name="hint"/> with a stream and a sequence it has reached, also when another node stored it. Only
    /// a hint: it may come twice or late. <see cref="Guid.Empty"/> means "look at every stream", after the connection to
    /// the other nodes was (re)made. The hint is called on the log's own thread and must not wait.
    /// </summary>
    /// <returns>Dispose it to hear no more.</returns>
    IDisposable OnAppended(Action<Guid, long> hint);
}
