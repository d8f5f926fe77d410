using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>Who answers for which units today.</summary>
internal sealed class UnitSeats(EndreContext database, Formats formats, TimeProvider clock)
{
    private static readonly string[] Answering = [UnitRole.Leader, UnitRole.Deputy, UnitRole.ChangeAgent];

    /// <summary>The day it is for people here.</summary>
    public DateOnly Today => formats.Day(clock.GetUtcNow());

    public async Task<Known> ReadAsync(CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var seats = await Active()
            .Where(seat => Answering.Contains(seat.Membership.Role))
            .Select(seat => new Seat(
                seat.Membership.PersonId,
                seat.DisplayName,
                seat.Membership.Role,
                seat.Membership.UnitId
            ))
            .ToListAsync(ct);
        return new Known(tree, seats.ToLookup(seat => tree.Current(seat.UnitId)?.Id ?? seat.UnitId));
    }

    /// <summary>What the person is today, unit by unit as they were named then.</summary>
    public Task<List<Membership>> OfAsync(Guid personId, CancellationToken ct) =>
        Active().Where(seat => seat.Membership.PersonId == personId).Select(seat => seat.Membership).ToListAsync(ct);

    /// <summary>How many people work in these units, each counted once.</summary>
    public Task<int> CountAsync(IReadOnlySet<Guid> units, CancellationToken ct) =>
        Active()
            .Where(seat => units.Contains(seat.Membership.UnitId))
            .Select(seat => seat.Membership.PersonId)
            .Distinct()
            .CountAsync(ct);

    private IQueryable<ActiveSeat> Active() =>
        database
            .Memberships.AsNoTracking()
            .HeldOn(Today)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                membership => membership.PersonId,
                person => person.Id,
                (membership, person) => new ActiveSeat { Membership = membership, DisplayName = person.DisplayName }
            );

    private sealed class ActiveSeat
    {
        public required Membership Membership { get; init; }

        public required string DisplayName { get; init; }
    }

    /// <summary>Somebody who answers for a unit.</summary>
    internal sealed record Seat(Guid PersonId, string Name, string Role, Guid UnitId);

    /// <summary>The units, and who answers for them.</summary>
    internal sealed record Known(UnitTree Tree, ILookup<Guid, Seat> Seats)
    {
        /// <summary>
        /// Those who are to answer what is said to a unit, and see who said it when the name is for the leader only: the
        /// leader and deputy of the unit, or of the nearest one above that has any, and the change agents on the way.
        /// </summary>
        public IReadOnlyList<Seat> AnswerersOf(Guid unitId)
        {
            var found = new List<Seat>();
            var unit = Tree.Current(unitId)?.Id ?? unitId;
            foreach (var at in Tree.Ancestors(unit).Select(above => above.Id).Prepend(unit))
            {
                found.AddRange(Seats[at]);
                if (found.Exists(seat => seat.Role is UnitRole.Leader or UnitRole.Deputy))
                    break;
            }

            return
            [
                .. found.DistinctBy(seat => seat.PersonId).OrderBy(seat => seat.Name, StringComparer.CurrentCulture),
            ];
        }
    }
}
