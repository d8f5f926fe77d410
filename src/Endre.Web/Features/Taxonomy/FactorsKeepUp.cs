using Endre.Web.Hosting;

namespace Endre.Web.Features.Taxonomy;

/// <summary>Where several nodes share a database, reads what administrators have changed at another node.</summary>
internal sealed partial class FactorsKeepUp(
    Factors factors,
    Settings settings,
    TimeProvider clock,
    ILogger<FactorsKeepUp> logger
) : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite has one node, and that one knows what it did.
        if (string.IsNullOrWhiteSpace(settings.Database))
        {
            return;
        }
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await factors.RefreshAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // What is known is good enough until the database is back.
                NotRead(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drivers and barriers could not be read anew.")]
    private static partial void NotRead(ILogger logger, Exception fault);
}
