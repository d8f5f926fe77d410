using Endre.Domain.Tests.Workshops;
using Endre.Domain.Workshops.Running;
using Endre.Storage.EventLog;
using Endre.Web.Live;

namespace Endre.Web.Tests.Live;

/// <summary>
/// A hint of what another node stored comes once. On a quiet board no other may ever come, so none may be lost: not while
/// the workshop is being read, and not when the database is away just then.
/// </summary>
public sealed class LostHintTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Given made = Given.AWorkshop();
    private readonly MemoryLog log;

    public LostHintTests()
    {
        log = new MemoryLog(made.Workshop.Id);
        foreach (var recorded in made.Log)
        {
            log.Store(recorded.Event);
        }
    }

    [Fact]
    public async Task What_is_stored_while_the_workshop_is_read_is_seen()
    {
        await using var workshops = new LiveWorkshops(log, TimeProvider.System);
        log.Hold = new TaskCompletionSource();
        var finding = workshops.FindAsync(made.Workshop.Id).AsTask();
        log.Store(new WorkshopRenamed("Fra den andre noden"));

        log.Hint(made.Log.Count + 1);
        log.Hold.SetResult();

        var live = await finding.WaitAsync(Patience);
        await BecomesAsync(live!, "Fra den andre noden");
    }

    [Fact]
    public async Task The_same_when_it_is_only_said_that_there_may_be_more_everywhere()
    {
        await using var workshops = new LiveWorkshops(log, TimeProvider.System);
        log.Hold = new TaskCompletionSource();
        var finding = workshops.FindAsync(made.Workshop.Id).AsTask();
        log.Store(new WorkshopRenamed("Fra den andre noden"));

        log.HintOfAll();
        log.Hold.SetResult();

        var live = await finding.WaitAsync(Patience);
        await BecomesAsync(live!, "Fra den andre noden");
    }

    [Fact]
    public async Task A_hint_that_came_while_the_database_was_away_is_followed_when_it_is_back()
    {
        await using var workshops = new LiveWorkshops(log, TimeProvider.System);
        var live = (await workshops.FindAsync(made.Workshop.Id))!;
        log.Store(new WorkshopRenamed("Fra den andre noden"));
        log.Trouble = new StorageUnavailable(StorageFault.Unreachable, new IOException("away"));
        log.Hint(made.Log.Count + 1);
        await UntilAsync(() => log.Asked == 1);
        live.State.Title.ShouldNotBe("Fra den andre noden");

        log.Trouble = null;

        // As the round that comes every second does it.
        await BecomesAsync(live, "Fra den andre noden", live.LookAgain);
    }

    [Fact]
    public async Task Nobody_looks_again_where_nothing_was_missed()
    {
        await using var workshops = new LiveWorkshops(log, TimeProvider.System);
        var live = (await workshops.FindAsync(made.Workshop.Id))!;
        for (var round = 0; round < 5; round++)
        {
            live.LookAgain();
        }
        log.Store(new WorkshopRenamed("Fra den andre noden"));
        log.Hint(made.Log.Count + 1);
        await BecomesAsync(live, "Fra den andre noden");
        log.Asked.ShouldBe(1);
    }

    private static Task BecomesAsync(LiveWorkshop live, string title, Action? meanwhile = null) =>
        UntilAsync(() =>
        {
            meanwhile?.Invoke();
            return live.State.Title == title;
        });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
