using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>The change teams that a person leads.</summary>
internal sealed class LeadResponsibilities(EndreContext database, Texts<ChangeTeamTexts> texts) : IResponsibilities
{
    public string Tell(int count) => texts.Count("Led", count);

    public Task<int> CountAsync(Guid personId, CancellationToken ct) => Led(personId).CountAsync(ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        foreach (var led in await Led(from).ToListAsync(ct))
        {
            database.ChangeTeamMembers.Remove(led);
            if (await database.ChangeTeamMembers.FindAsync([led.TeamId, to], ct) is { } there)
                there.IsLead = true;
            else
                database.ChangeTeamMembers.Add(
                    new ChangeTeamMember
                    {
                        TeamId = led.TeamId,
                        PersonId = to,
                        IsLead = true,
                    }
                );
        }
    }

    private IQueryable<ChangeTeamMember> Led(Guid personId) =>
        database.ChangeTeamMembers.Where(member =>
            member.PersonId == personId
            && member.IsLead
            && database.ChangeTeams.Any(team => team.Id == member.TeamId && team.ClosedAt == null)
        );
}
