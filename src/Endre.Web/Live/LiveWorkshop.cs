using System.Threading.Channels;
using Endre.Domain.Workshops;
using Endre.Storage.EventLog;

namespace Endre.Web.Live;

/// <summary>
/// One workshop that is in use. Its log is the truth; this is a cache of it that decides commands one after another,
/// stores everything that waits in one transaction, answers only then, and shows it.
/// </summary>
public sealed class LiveWorkshop : IAsyncDisposable
{
    private const int MostAtOnce = 2048;

    private readonly IEventLog log;
    private readonly TimeProvider clock;
    private readonly Channel<Pending> waiting = Channel.CreateUnbounded<Pending>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;
    private readonly Dictionary<Guid, long> answered;
    private volatile Workshop state;

    internal LiveWorkshop(Guid id, IEventLog log, TimeProvider clock, LoadedWorkshop loaded)
    {
        Id = id;
        this.log = log;
        this.clock = clock;
        state = loaded.State;
        answered = loaded.Answered;
        Feeds = loaded.Feeds;
        running = Task.Run(RunAsync);
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
    public Task<Answered> DecideAsync(WorkshopCommand command, Actor actor, Guid? commandId = null)
    {
        UsedAt = Environment.TickCount64;
        var pending = new Pending(command, actor, commandId);
        return waiting.Writer.TryWrite(pending)
            ? pending.Task
            : Task.FromException<Answered>(new ObjectDisposedException(nameof(LiveWorkshop)));
    }

    /// <summary>Looks for what other nodes have stored.</summary>
    /// <param name="sequence">The sequence that is said to exist, or null to look anyway.</param>
    public void CatchUp(long? sequence)
    {
        if (sequence is null || sequence > state.Sequence)
        {
            waiting.Writer.TryWrite(Pending.Look);
        }
    }

    /// <summary>Shows how many follow it now, when somebody comes or goes.</summary>
    public void ShowProgress() => Feeds.ShowProgress(state);

    /// <summary>Keeps it from being put away while it is used.</summary>
    public void Touch() => UsedAt = Environment.TickCount64;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Pending>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }
            await DecideBatchAsync(batch);
        }
    }

    private async Task DecideBatchAsync(List<Pending> batch)
    {
        var round = new DecidingRound(state, answered, batch, clock.GetUtcNow());
        try
        {
            await log.AppendAsync(Id, state.Sequence, round.Decide, stopping.Token);
        }
        catch (Exception failure)
        {
            // Nothing of this batch is in the log: the state before it still tells the truth.
            foreach (var pending in batch)
            {
                pending.Fail(failure);
            }
            return;
        }
        foreach (var (commandId, sequence) in round.NewlyAnswered)
        {
            answered[commandId] = sequence;
        }
        state = round.State;
        round.Complete();
        Feeds.Show(round.Recorded);
        Feeds.ShowProgress(state);
    }
}

/// <summary>What became of a command.</summary>
/// <param name="Sequence">The sequence of the event that answers it, or of the workshop when nothing needed to change.</param>
/// <param name="IsRepeated">Whether the command had been answered before.</param>
/// <param name="Refusal">Why nothing happened, or null.</param>
/// <param name="State">The workshop right after.</param>
public readonly record struct Answered(
    long Sequence,
    bool IsRepeated,
    Endre.Domain.Shared.Refusal? Refusal,
    Workshop State
);
