namespace Endre.Web.Messages.Sending;

/// <summary>Sends mail every few seconds, on every node.</summary>
internal sealed partial class MailRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailRounds> logger)
    : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotRun(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of mail could not run.")]
    private partial void NotRun(Exception fault);
}
