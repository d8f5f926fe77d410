using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>The change teams: everybody may read them; who may change one is decided here.</summary>
internal sealed class ReadChangeTeams(
    EndreContext database,
    VisibleUnits units,
    CurrentPerson person,
    SignInRight right
)
{
    /// <summary>Who leads a unit may set up a team for it.</summary>
    public async Task<bool> MayCreateAsync(CancellationToken ct) => (await units.ReadAsync(ct)).Led.Count > 0;

    public async Task<IReadOnlyList<ListedTeam>> ListAsync(CancellationToken ct)
    {
        var tree = (await units.ReadAsync(ct)).Tree;
        var teams = await database.ChangeTeams.AsNoTracking().ToListAsync(ct);
        var members = await MembersAsync(database.ChangeTeamMembers, ct);
        return
        [
            .. teams
                .OrderBy(team => team.ClosedAt is not null)
                .ThenBy(team => team.Name, StringComparer.CurrentCulture)
                .Select(team => new ListedTeam(
                    team.Id,
                    team.Name,
                    (tree.Current(team.UnitId) ?? tree.Find(team.UnitId))?.Name ?? "",
                    members[team.Id].FirstOrDefault(member => member.IsLead)?.Name,
                    members[team.Id].Count(),
                    team.ClosedAt is null
                )),
        ];
    }

    /// <returns>Null when there is no such team.</returns>
    public async Task<TeamView?> FindAsync(Guid id, bool isSaved, CancellationToken ct)
    {
        if (await database.ChangeTeams.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) is not { } team)
            return null;
        var scope = await units.ReadAsync(ct);
        var members = (await MembersAsync(database.ChangeTeamMembers.Where(one => one.TeamId == id), ct))[id];
        return new TeamView(
            id,
            team.Name,
            team.Mandate,
            scope.Tree.Current(team.UnitId) ?? scope.Tree.Find(team.UnitId)!,
            team.ClosedAt,
            team.Version,
            [.. members.OrderByDescending(one => one.IsLead).ThenBy(one => one.Name, StringComparer.CurrentCulture)],
            scope.Leads(team.UnitId) || members.Any(one => one.IsLead && one.Id == person.Id),
            isSaved
        );
    }

    /// <summary>The units the one who asks may set up a team for, and the one the team has.</summary>
    public async Task<IReadOnlyList<Components.Forms.Choice>> UnitsAsync(Guid? present, CancellationToken ct)
    {
        var scope = await units.ReadAsync(ct);
        return UnitChoices.Of(scope.Tree, unit => scope.Leads(unit.Id) || unit.Id == present);
    }

    public async Task<IReadOnlyList<TeamMember>> PeopleAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var people = await database
            .Users.Where(one => ids.Contains(one.Id))
            .Select(one => new TeamMember(one.Id, one.DisplayName, one.Email ?? "", false, ""))
            .ToListAsync(ct);
        return [.. people.OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    private async Task<ILookup<Guid, TeamMember>> MembersAsync(IQueryable<ChangeTeamMember> rows, CancellationToken ct)
    {
        var tree = (await units.ReadAsync(ct)).Tree;
        var members = await rows.Join(
                database.Users.Where(one => one.DeactivatedAt == null),
                row => row.PersonId,
                one => one.Id,
                (row, one) =>
                    new
                    {
                        row.TeamId,
                        row.IsLead,
                        one.Id,
                        one.DisplayName,
                        one.Email,
                    }
            )
            .ToListAsync(ct);
        var ids = members.Select(member => member.Id).ToHashSet();
        var places = await database
            .Memberships.HeldOn(right.Today)
            .Where(place => ids.Contains(place.PersonId))
            .Select(place => new { place.PersonId, place.UnitId })
            .ToListAsync(ct);
        var unitsOf = places.ToLookup(place => place.PersonId, place => tree.Find(place.UnitId)?.Name ?? "");
        return members.ToLookup(
            member => member.TeamId,
            member => new TeamMember(
                member.Id,
                member.DisplayName,
                member.Email ?? "",
                member.IsLead,
                string.Join(", ", unitsOf[member.Id].Distinct().Order(StringComparer.CurrentCulture))
            )
        );
    }
}
