using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>
/// The units that whoever is signed in works with: those that the person answers for, and those of the change teams that
/// the person is in, with all that lies under them.
/// </summary>
internal sealed class WorkedUnits(EndreContext database, ISeenHassles hassles)
{
    private Known? _known;

    public async Task<Known> ReadAsync(CancellationToken ct)
    {
        if (_known is not null)
        {
            return _known;
        }
        var seen = await hassles.ReadAsync(ct);
        var teams = await database
            .ChangeTeamMembers.Where(member => member.PersonId == seen.PersonId)
            .Join(
                database.ChangeTeams.Where(team => team.ClosedAt == null),
                member => member.TeamId,
                team => team.Id,
                (_, team) => team.UnitId
            )
            .ToListAsync(ct);
        var worked = teams
            .SelectMany(unit => seen.Tree.Whole(seen.Tree.Current(unit)?.Id ?? unit))
            .Concat(seen.Led)
            .ToHashSet();
        return _known = new Known(seen, worked, seen.Units.Concat(worked).ToHashSet());
    }

    /// <summary>What one person sees and works with.</summary>
    /// <param name="Hassles">What the person sees of hassles.</param>
    /// <param name="Worked">The units that the person works with.</param>
    /// <param name="Seen">These, and the units of which the person sees what was said.</param>
    internal sealed record Known(SeenHassles Hassles, IReadOnlySet<Guid> Worked, IReadOnlySet<Guid> Seen);
}
