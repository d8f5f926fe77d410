using Endre.Storage.Hassles;

namespace Endre.Web.Features.Hassles;

/// <summary>Four times a day, wipes what the database leaves lying of what was withdrawn, and of the order in which things came.</summary>
internal sealed partial class HassleUpkeep(ITraces traces, TimeProvider clock, ILogger<HassleUpkeep> logger)
    : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await traces.WipeAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Somebody holds a table; the next round does it.
                NotWiped(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was erased could not be wiped from the files now.")]
    private static partial void NotWiped(ILogger logger, Exception fault);
}
