using Endre.Web.Messages;

namespace Endre.Web.Features.ActionItems.RemindOwners;

/// <summary>
/// Once each working day, from seven in the morning. Looks every quarter of an hour whether this node has done it today, so a
/// machine that was off does it when it is on; where several nodes do it, each reminder is told once.
/// </summary>
internal sealed partial class ReminderClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ReminderClock> logger
) : DailyRounds(scopes, clock)
{
    protected override Task RunAsync(IServiceProvider services, DateOnly today, CancellationToken ct) =>
        services.GetRequiredService<RemindOwners>().RunAsync(today, ct);

    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of action items could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}
