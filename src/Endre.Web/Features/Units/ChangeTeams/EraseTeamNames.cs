using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>Takes the name of somebody who is erased out of what change teams are called and are to do.</summary>
internal sealed class EraseTeamNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        var named = await database
            .ChangeTeams.Where(team => team.Name.Contains(name) || team.Mandate.Contains(name))
            .ToListAsync(ct);
        foreach (var team in named)
        {
            (team.Name, team.Mandate) = (EventNames.Without(team.Name, name), EventNames.Without(team.Mandate, name));
            team.Version++;
        }
        await database.SaveChangesAsync(ct);
    }
}
