using Endre.Web.Messages;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>Once each working day, from seven in the morning, on every node; each reminder is told once.</summary>
internal sealed partial class ImprovementReminderClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ImprovementReminderClock> logger
) : DailyRounds(scopes, clock)
{
    protected override Task RunAsync(IServiceProvider services, DateOnly today, CancellationToken ct) =>
        services.GetRequiredService<RemindImprovementOwners>().RunAsync(today, ct);

    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of improvements could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}
