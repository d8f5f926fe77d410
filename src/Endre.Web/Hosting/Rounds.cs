namespace Endre.Web.Hosting;

/// <summary>
/// Does something again and again on this node, with a rest between. A round that fails is told, and the next tries again:
/// the database may have been away.
/// </summary>
/// <param name="rest">How long it rests.</param>
/// <param name="clock">The time.</param>
internal abstract class Rounds(TimeSpan rest, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>Whether there is anything to do on this node at all.</summary>
    protected virtual bool IsNeeded => true;

    /// <summary>Whether the first round comes before the first rest.</summary>
    protected virtual bool BeginsAtOnce => false;

    protected abstract Task RunAsync(CancellationToken ct);

    /// <summary>Tells the log that a round could not be done.</summary>
    protected abstract void Tell(Exception fault);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsNeeded)
        {
            return;
        }
        using var timer = new PeriodicTimer(rest, clock);
        try
        {
            if (BeginsAtOnce)
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node goes down. One that never came up, its port being taken, would else be said to have broken here.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Tell(fault);
        }
    }
}
