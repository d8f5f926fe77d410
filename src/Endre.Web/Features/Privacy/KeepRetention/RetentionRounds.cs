using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.KeepRetention;

/// <summary>
/// Once a day, at night. Looks every half hour whether it has been done today, so a machine that was off at night does it
/// when it is on, and of several nodes one.
/// </summary>
internal sealed partial class RetentionRounds(
    IServiceScopeFactory scopes,
    Settings settings,
    TimeProvider clock,
    ILogger<RetentionRounds> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Night = TimeSpan.FromHours(2);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await IsDueAsync(scope.ServiceProvider.GetRequiredService<EndreContext>(), ct))
        {
            await scope.ServiceProvider.GetRequiredService<KeepRetention>().RunAsync(ct);
            await scope.ServiceProvider.GetRequiredService<ITraces>().WipeAllAsync(ct);
        }
    }

    protected override void Tell(Exception fault) => NotRun(fault);

    private async Task<bool> IsDueAsync(EndreContext database, CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var night = TimeZoneInfo.ConvertTime(now, settings.TimeZone).Date + Night;
        var since = new DateTimeOffset(night, settings.TimeZone.GetUtcOffset(night)).ToUniversalTime();
        if (now < since)
            since = since.AddDays(-1);
        return !await database.RetentionRuns.AnyAsync(run => run.RanAt >= since, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nightly cleaning could not run.")]
    private partial void NotRun(Exception fault);
}
