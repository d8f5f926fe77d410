using Endre.Web.Hosting;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Once each working day, from seven in the morning; looks every quarter of an hour whether this node has done it.</summary>
internal sealed partial class HoldingClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<HoldingClock> logger
) : Rounds(TimeSpan.FromMinutes(15), clock)
{
    private DateOnly _done;

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ask = scope.ServiceProvider.GetRequiredService<AskHolders>();
        if (ask.Day is { } today && today != _done)
        {
            await ask.RunAsync(today, ct);
            _done = today;
        }
    }

    // The database may be away; the next quarter does it.
    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Whether what was adopted is still used could not be asked now."
    )]
    private static partial void NotRun(ILogger logger, Exception fault);
}
