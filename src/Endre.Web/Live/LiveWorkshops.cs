using System.Collections.Concurrent;
using Endre.Storage.EventLog;

namespace Endre.Web.Live;

/// <summary>The workshops that are in use on this node. One is read from its log when it is first asked for.</summary>
internal sealed class LiveWorkshops : IAsyncDisposable
{
    private readonly IEventLog log;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<Guid, Lazy<Task<LiveWorkshop?>>> workshops = new();
    private readonly IDisposable hints;

    /// <summary>Begins to listen for what other nodes store.</summary>
    /// <param name="log">The event log.</param>
    /// <param name="clock">The clock.</param>
    public LiveWorkshops(IEventLog log, TimeProvider clock)
    {
        this.log = log;
        this.clock = clock;
        hints = log.OnAppended(OnAppended);
    }

    /// <summary>The workshops that are in memory now.</summary>
    public IEnumerable<LiveWorkshop> Loaded =>
        from entry in workshops.Values
        where entry.IsValueCreated && entry.Value.IsCompletedSuccessfully
        let workshop = entry.Value.Result
        where workshop is not null
        select workshop;

    /// <summary>The workshop with this id, or null when there is none.</summary>
    /// <param name="id">The workshop.</param>
    /// <param name="ct">Ends the waiting, not the loading.</param>
    public ValueTask<LiveWorkshop?> FindAsync(Guid id, CancellationToken ct = default)
    {
        if (workshops.TryGetValue(id, out var known) && known.Value.IsCompletedSuccessfully)
        {
            known.Value.Result?.Touch();
            return ValueTask.FromResult(known.Value.Result);
        }
        return new ValueTask<LiveWorkshop?>(LoadAsync(id, mayBeNew: false).WaitAsync(ct));
    }

    /// <summary>A workshop that is about to be made, with nothing in it yet.</summary>
    /// <param name="id">A new id.</param>
    public async Task<LiveWorkshop> BeginAsync(Guid id) => (await LoadAsync(id, mayBeNew: true))!;

    /// <summary>Puts away workshops that nobody has used or followed for a while.</summary>
    /// <param name="unusedFor">How long, in milliseconds.</param>
    public async Task PutAwayAsync(long unusedFor)
    {
        foreach (var workshop in Loaded.ToList())
        {
            var isFollowed = workshop.Feeds.All.Any(f => f.Streams > 0);
            if (
                !isFollowed
                && Environment.TickCount64 - workshop.UsedAt > unusedFor
                && workshops.TryRemove(workshop.Id, out _)
            )
            {
                await workshop.DisposeAsync();
            }
        }
    }

    /// <summary>
    /// Puts a workshop away whose log was rewritten for erasure, so that it is read anew. One that somebody follows is put
    /// away when nobody does.
    /// </summary>
    /// <param name="id">The workshop.</param>
    public async Task ForgetAsync(Guid id)
    {
        if (
            Loaded.FirstOrDefault(workshop => workshop.Id == id) is { } found
            && found.Feeds.All.All(feed => feed.Streams == 0)
            && workshops.TryRemove(id, out _)
        )
        {
            await found.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        hints.Dispose();
        foreach (var workshop in Loaded.ToList())
        {
            await workshop.DisposeAsync();
        }
    }

    private async Task<LiveWorkshop?> LoadAsync(Guid id, bool mayBeNew)
    {
        var entry = workshops.GetOrAdd(id, key => new Lazy<Task<LiveWorkshop?>>(() => ReadAsync(key, mayBeNew)));
        try
        {
            var workshop = await entry.Value;
            if (workshop is null)
            {
                // Nobody's guess of an id may fill the memory.
                workshops.TryRemove(KeyValuePair.Create(id, entry));
            }
            return workshop;
        }
        catch
        {
            workshops.TryRemove(KeyValuePair.Create(id, entry));
            throw;
        }
    }

    private async Task<LiveWorkshop?> ReadAsync(Guid id, bool mayBeNew)
    {
        var loaded = await LoadedWorkshop.ReadAsync(id, log, clock, CancellationToken.None);
        return loaded.State.Sequence == 0 && !mayBeNew ? null : new LiveWorkshop(id, log, clock, loaded);
    }

    private void OnAppended(Guid streamId, long sequence)
    {
        if (streamId == Guid.Empty)
        {
            foreach (var entry in workshops.Values)
            {
                _ = TellAsync(entry, sequence: null);
            }
        }
        else if (workshops.TryGetValue(streamId, out var entry))
        {
            _ = TellAsync(entry, sequence);
        }
    }

    // One that is being read may have been read too early, and is told as soon as it stands.
    private static async Task TellAsync(Lazy<Task<LiveWorkshop?>> entry, long? sequence)
    {
        if (!entry.IsValueCreated)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
        var loading = entry.Value;
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loading.IsCompletedSuccessfully)
        {
            loading.Result?.CatchUp(sequence);
        }
    }
}
