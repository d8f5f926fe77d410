using Endre.Domain.Hassles.Pulses;
using Endre.Storage;
using Endre.Storage.Pulses;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>Opens the rounds that may open now: one unit after another, each by <see cref="PulseRules"/>.</summary>
internal sealed class OpenRounds(EndreContext database, UnitSeats seats, ReadPulse pulses)
{
    /// <returns>How many were opened.</returns>
    public async Task<int> OpenAsync(CancellationToken ct)
    {
        var tree = (await seats.ReadAsync(ct)).Tree;
        var opened = 0;
        foreach (var row in await database.Pulses.AsNoTracking().ToListAsync(ct))
        {
            // A unit that has been closed is asked no more; the one that took over chooses for itself.
            if (tree.Find(row.UnitId) is not { IsOpen: true } unit || row.ToPulse() is not { } pulse)
            {
                continue;
            }
            var last = await pulses.LastAsync(unit.Id, ct);
            if (await pulses.WaitAsync(tree, unit, pulse, last, ct) is null)
            {
                var round = PulseRules.Open(DateOnly.FromDateTime(pulses.Now));
                opened += await database.OpenRoundAsync(unit.Id, pulse.Question, round, ct) ? 1 : 0;
            }
        }
        return opened;
    }
}

/// <summary>Every quarter of an hour, opens the rounds whose time has come.</summary>
internal sealed partial class PulseClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PulseClock> logger)
    : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenRounds>().OpenAsync(ct);
    }

    // The database may be away; the next quarter does it.
    protected override void Tell(Exception fault) => NotOpened(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rounds of the pulse could not be opened now.")]
    private static partial void NotOpened(ILogger logger, Exception fault);
}
