namespace Endre.Web.Features.WeeklyMessages.SendWeekly;

/// <summary>Every quarter of an hour, writes the messages whose time has come. Any number of nodes may; each is written once.</summary>
internal sealed partial class WeeklyClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WeeklyClock> logger)
    : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendWeekly>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<ForgetWords>().RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away; the next quarter does it.
                NotRun(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The weekly messages could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}
