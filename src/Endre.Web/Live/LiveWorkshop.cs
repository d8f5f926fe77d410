using System.Collections.Concurrent;
using Endre.Domain.Workshops;
using Endre.Storage.EventLog;

namespace Endre.Web.Live;

/// <summary>
/// One workshop that is in use. Its log is the truth; this is a cache of it that decides commands one after another,
/// stores everything that waits in one transaction, answers only then, and shows it. Whoever comes while nobody is at
/// it does it on the spot, so one note alone changes threads no more than it must; whoever comes meanwhile waits, and is
/// taken with all others who wait.
/// </summary>
public sealed class LiveWorkshop : IAsyncDisposable, IThreadPoolWorkItem
{
    // Enough to share the price of reaching the disk; few enough that the last are answered while the next are decided.
    private const int MostAtOnce = 128;

    private readonly IEventLog log;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<Pending> waiting = new();
    private readonly TaskCompletionSource emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<Guid, long> answered;
    private readonly List<Pending> batch = [];
    private volatile Workshop state;
    private volatile bool isClosed;
    private volatile bool hasMissedALook;
    private int isAtWork;

    internal LiveWorkshop(Guid id, IEventLog log, TimeProvider clock, LoadedWorkshop loaded)
    {
        Id = id;
        this.log = log;
        this.clock = clock;
        state = loaded.State;
        answered = loaded.Answered;
        Feeds = loaded.Feeds;
    }

    /// <summary>The workshop's id.</summary>
    public Guid Id { get; }

    /// <summary>The workshop as it stands: everything in it is durable.</summary>
    public Workshop State => state;

    /// <summary>What each audience is shown.</summary>
    public WorkshopFeeds Feeds { get; }

    /// <summary>When somebody last needed it, in milliseconds of the machine's uptime.</summary>
    public long UsedAt { get; private set; } = Environment.TickCount64;

    /// <summary>Decides a command and stores what it makes happen.</summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="commandId">
    /// The id the client gave this command, or null. The same id again gives the same answer and happens once.
    /// </param>
    /// <returns>Durable when it completes: what was accepted survives a kill, or the refusal.</returns>
    /// <exception cref="StorageUnavailable">Nothing was accepted; the same command may be sent again.</exception>
    internal Task<Answered> DecideAsync(WorkshopCommand command, Actor actor, Guid? commandId = null)
    {
        UsedAt = Environment.TickCount64;
        if (isClosed)
        {
            return Task.FromException<Answered>(new ObjectDisposedException(nameof(LiveWorkshop)));
        }
        var pending = new Pending(command, actor, commandId);
        waiting.Enqueue(pending);
        Begin(isOnTheSpot: true);
        return pending.Task;
    }

    /// <summary>Looks for what other nodes have stored.</summary>
    /// <param name="sequence">The sequence that is said to exist, or null to look anyway.</param>
    public void CatchUp(long? sequence)
    {
        if (sequence is null || sequence > state.Sequence)
        {
            waiting.Enqueue(Pending.Look(sequence));
            // The log's own thread must not wait for the log.
            Begin(isOnTheSpot: false);
        }
    }

    /// <summary>
    /// Looks once more when the log could not be read the last time: on a quiet board no other hint may ever come.
    /// </summary>
    public void LookAgain()
    {
        if (hasMissedALook)
        {
            hasMissedALook = false;
            CatchUp(sequence: null);
        }
    }

    /// <summary>Shows how many follow it now, when somebody comes or goes.</summary>
    public void ShowProgress() => Feeds.ShowProgress(state);

    /// <summary>Keeps it from being put away while it is used.</summary>
    public void Touch() => UsedAt = Environment.TickCount64;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isClosed = true;
        // Whoever came before is answered first.
        waiting.Enqueue(Pending.Look(sequence: null));
        Begin(isOnTheSpot: false);
        await emptied.Task;
    }

    void IThreadPoolWorkItem.Execute() => _ = WorkAsync(isOnTheSpot: false);

    private void Begin(bool isOnTheSpot)
    {
        if (Interlocked.CompareExchange(ref isAtWork, 1, 0) != 0)
        {
            return;
        }
        if (isOnTheSpot)
        {
            _ = WorkAsync(isOnTheSpot);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private async Task WorkAsync(bool isOnTheSpot)
    {
        try
        {
            do
            {
                TakeWaiting();
                if (batch.Count > 0)
                {
                    await DecideBatchAsync();
                }
                // Whoever did it on the spot has an answer of their own to give.
            } while (!isOnTheSpot && !waiting.IsEmpty);
        }
        finally
        {
            Interlocked.Exchange(ref isAtWork, 0);
        }
        if (!waiting.IsEmpty)
        {
            Begin(isOnTheSpot: false);
        }
        else if (isClosed)
        {
            emptied.TrySetResult();
        }
    }

    private void TakeWaiting()
    {
        batch.Clear();
        while (batch.Count < MostAtOnce && waiting.TryDequeue(out var pending))
        {
            // A hint about what this node has stored itself says nothing new.
            if (pending.Command is not null || pending.Sequence is null || pending.Sequence > state.Sequence)
            {
                batch.Add(pending);
            }
        }
    }

    private async Task DecideBatchAsync()
    {
        var round = new DecidingRound(state, answered, batch, clock.GetUtcNow());
        try
        {
            await log.AppendAsync(Id, state.Sequence, round.Decide, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Nothing of this batch is in the log: the state before it still tells the truth.
            foreach (var pending in batch)
            {
                hasMissedALook |= pending.Command is null;
                pending.Fail(failure);
            }
            return;
        }
        foreach (var (commandId, sequence) in round.NewlyAnswered)
        {
            answered[commandId] = sequence;
        }
        state = round.State;
        try
        {
            Feeds.Show(round.Recorded, state);
        }
        finally
        {
            round.Complete();
        }
    }
}

/// <summary>What became of a command.</summary>
/// <param name="Sequence">The sequence of the event that answers it, or of the workshop when nothing needed to change.</param>
/// <param name="IsRepeated">Whether the command had been answered before.</param>
/// <param name="Refusal">Why nothing happened, or null.</param>
/// <param name="State">The workshop right after.</param>
internal readonly record struct Answered(
    long Sequence,
    bool IsRepeated,
    Endre.Domain.Shared.Refusal? Refusal,
    Workshop State
);
