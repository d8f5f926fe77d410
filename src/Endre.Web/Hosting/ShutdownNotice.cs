namespace Endre.Web.Hosting;

/// <summary>
/// Tells long answers that this node is going down: <see cref="Token"/> ends live streams cleanly, so that their
/// clients reconnect to another node (or to this one when it is back) and catch up from their sequence.
/// </summary>
internal sealed class ShutdownNotice(Settings settings, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _streams = new();

    /// <summary>Canceled when streams should end.</summary>
    public CancellationToken Token => _streams.Token;

    /// <summary>False as soon as the node has been asked to stop: the proxy sends no new people here.</summary>
    public bool IsReady { get; private set; }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        IsReady = true;
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        IsReady = false;
        if (settings.Drain > TimeSpan.Zero)
            await Task.Delay(settings.Drain, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _streams.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _streams.Dispose();
}
