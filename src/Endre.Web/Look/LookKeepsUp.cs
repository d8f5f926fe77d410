using Endre.Web.Hosting;

namespace Endre.Web.Look;

/// <summary>Reads the look before the first page is shown.</summary>
internal sealed class LookIsRead(CurrentLook look) : IStartupPart
{
    public int Order => 1;

    public Task PrepareAsync(CancellationToken ct) => look.RefreshAsync(ct);
}

/// <summary>Where several nodes share a database, reads what administrators have changed at another node.</summary>
internal sealed partial class LookKeepsUp(
    CurrentLook look,
    Settings settings,
    TimeProvider clock,
    ILogger<LookKeepsUp> logger
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
                await look.RefreshAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // What is known is good enough until the database is back.
                NotRead(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The organization's look could not be read anew.")]
    private static partial void NotRead(ILogger logger, Exception fault);
}
