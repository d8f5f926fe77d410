using Endre.Storage.Upgrades;

namespace Endre.Web.Hosting;

/// <summary>
/// Stops the program when a restored database waits to take the place of the present one. It starts again on that, with
/// nothing in memory: what it remembered may never have been.
/// </summary>
internal sealed partial class RestoreWatch(
    IDatabaseHost database,
    IHostApplicationLifetime lifetime,
    ILogger<RestoreWatch> logger
) : BackgroundService
{
    /// <summary>Whether the program was stopped for that.</summary>
    public bool WasAsked { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.UntilAskedToMakeWayAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
            return;
        WasAsked = true;
        LogMakingWay();
        lifetime.StopApplication();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database is being replaced by a restored one. Starting again."
    )]
    private partial void LogMakingWay();
}
