using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Searching;

/// <summary>An index that is read when the program starts, so that nobody waits for it at the first search.</summary>
internal interface IWarmed
{
    Task WarmAsync(EndreContext database, CancellationToken ct);
}

/// <summary>Reads the indexes in the background. What is not read then is read by the first who searches.</summary>
internal sealed partial class WarmIndexes(
    IEnumerable<IWarmed> indexes,
    IDbContextFactory<EndreContext> contexts,
    ILogger<WarmIndexes> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var index in indexes)
        {
            try
            {
                await using var database = await contexts.CreateDbContextAsync(stoppingToken);
                await index.WarmAsync(database, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotRead(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What can be searched could not be read now.")]
    private static partial void NotRead(ILogger logger, Exception fault);
}
