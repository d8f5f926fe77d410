using Endre.Domain.Workshops;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;

namespace Endre.Web.Tests.Live;

/// <summary>A log of one stream, with another node that stores in it, and with trouble and slowness when a test wants it.</summary>
internal sealed class MemoryLog(Guid id) : IEventLog
{
    private readonly Lock storing = new();
    private readonly List<StoredEvent> events = [];
    private Action<Guid, long>? hint;

    /// <summary>What the next appends fail with.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>How often somebody has asked to append, or only to look.</summary>
    public int Asked { get; private set; }

    /// <summary>Holds what has been read until it is completed.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Another node stores, and this one has not heard of it yet.</summary>
    public void Store(WorkshopEvent happened)
    {
        lock (storing)
        {
            events.Add(
                new StoredEvent(
                    events.Count + 1,
                    DateTimeOffset.UnixEpoch,
                    WorkshopEventJson.KindOf(happened),
                    Audience.Everyone.Value,
                    CommandId: null,
                    WorkshopEventJson.Store(happened)
                )
            );
        }
    }

    public void Hint(long sequence) => hint?.Invoke(id, sequence);

    public void HintOfAll() => hint?.Invoke(Guid.Empty, 0);

    public Task<long> AppendAsync(
        Guid streamId,
        long known,
        Func<IReadOnlyList<StoredEvent>, Appending> decide,
        CancellationToken ct
    )
    {
        Asked++;
        if (Trouble is { } trouble)
        {
            return Task.FromException<long>(trouble);
        }
        decide(After(known)).Events.ShouldBeEmpty("only another node stores here");
        return TipAsync(streamId, ct);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid streamId, long after, int limit, CancellationToken ct)
    {
        var read = After(after);
        if (Hold is { } hold)
        {
            await hold.Task;
        }
        return read;
    }

    public Task<long> TipAsync(Guid streamId, CancellationToken ct) => Task.FromResult((long)After(0).Count);

    public IDisposable OnAppended(Action<Guid, long> listener)
    {
        hint += listener;
        return new MemoryStream();
    }

    private List<StoredEvent> After(long known)
    {
        lock (storing)
        {
            return [.. events.Skip((int)known)];
        }
    }
}
