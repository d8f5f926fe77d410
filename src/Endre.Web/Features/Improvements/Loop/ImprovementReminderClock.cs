using Endre.Web.Hosting;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>Once each working day, from seven in the morning, on every node; each reminder is told once.</summary>
internal sealed partial class ImprovementReminderClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ImprovementReminderClock> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private DateOnly _done;

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var remind = scope.ServiceProvider.GetRequiredService<RemindImprovementOwners>();
        if (remind.Day is { } today && today != _done)
        {
            await remind.RunAsync(today, ct);
            _done = today;
        }
    }

    // The database may be away; the next quarter does it.
    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of improvements could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}
