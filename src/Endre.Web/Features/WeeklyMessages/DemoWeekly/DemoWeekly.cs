using Endre.Domain.Hassles;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Features.Demo;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.WeeklyMessages.DemoWeekly;

/// <summary>The leader's message of this week, whatever day the demo starts on.</summary>
internal sealed class DemoWeekly(EndreContext database, PersonScopes people, Formats formats, TimeProvider clock)
    : IDemoPart
{
    // After all that it tells of.
    public int Order => 90;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var week = HassleRules.WeekOf(formats.Day(clock.GetUtcNow()));
        var leader = demo.Leader.Id;
        if (await database.WeeklyRounds.AnyAsync(round => round.PersonId == leader, ct))
            return [];
        await using var scope = await people.OpenAsync(leader);
        if (scope is { } own)
            await own.ServiceProvider.GetRequiredService<WriteWeekly>().WriteAsync(leader, week, ct);
        return [];
    }
}
