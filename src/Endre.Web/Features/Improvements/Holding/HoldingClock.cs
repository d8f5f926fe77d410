using Endre.Web.Messages;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Once each working day, from seven in the morning; looks every quarter of an hour whether this node has done it.</summary>
internal sealed partial class HoldingClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<HoldingClock> logger
) : DailyRounds(scopes, clock)
{
    protected override Task RunAsync(IServiceProvider services, DateOnly today, CancellationToken ct) =>
        services.GetRequiredService<AskHolders>().RunAsync(today, ct);

    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Whether what was adopted is still used could not be asked now."
    )]
    private static partial void NotRun(ILogger logger, Exception fault);
}
