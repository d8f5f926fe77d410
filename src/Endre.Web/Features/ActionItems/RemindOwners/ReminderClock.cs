namespace Endre.Web.Features.ActionItems.RemindOwners;

/// <summary>
/// Once each working day, from seven in the morning. Looks every quarter of an hour whether this node has done it today, so a
/// machine that was off does it when it is on; where several nodes do it, each reminder is told once.
/// </summary>
internal sealed partial class ReminderClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ReminderClock> logger
) : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private DateOnly _done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var remind = scope.ServiceProvider.GetRequiredService<RemindOwners>();
                if (remind.Day is { } today && today != _done)
                {
                    await remind.RunAsync(today, stoppingToken);
                    _done = today;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away; the next quarter does it.
                NotRun(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of action items could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}
