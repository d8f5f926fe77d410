using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning;

/// <summary>
/// Somebody leaves, or comes back. What they did stays theirs; what they have open goes to a named successor. Changes
/// tracked rows only: the caller stores them and then settles it.
/// </summary>
internal sealed class ProvisionedDeparture(
    EndreContext database,
    Departures departures,
    SignInEnds signIns,
    TimeProvider clock
)
{
    /// <summary>Deactivates the person.</summary>
    /// <param name="person">Who leaves, tracked.</param>
    /// <param name="successorId">Who takes over; null leaves it to an administrator.</param>
    public void Leave(Person person, Guid? successorId)
    {
        var now = clock.GetUtcNow();
        (person.DeactivatedAt, person.SuccessorId) = (now, successorId);
        Departures.Touch(person, now);
    }

    /// <summary>Lets the person in again. What was handed over stays where it is.</summary>
    public void Return(Person person)
    {
        (person.DeactivatedAt, person.SuccessorId) = (null, null);
        Departures.Touch(person, clock.GetUtcNow());
    }

    /// <summary>
    /// After the change is stored, and outside of its transaction, because some areas have a log of their own: whoever is
    /// deactivated is out with the next request, and the successor has what was open. Done twice it changes nothing more.
    /// </summary>
    public async Task SettleAsync(Person person, CancellationToken ct)
    {
        if (person.DeactivatedAt is null)
        {
            signIns.Forget(person.Id);
            return;
        }

        signIns.End(person.Id);
        await departures.HandOverAsync(person.Id, person.SuccessorId, ct);
    }

    /// <summary>The leader of the person's unit, or of the nearest unit above it that has one; null when none does.</summary>
    public async Task<Guid?> FindLeaderAsync(Guid personId, DateOnly today, CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var places = await Held(today).Where(place => place.PersonId == personId).ToListAsync(ct);
        var leaders = await Held(today)
            .Where(place => place.Role == UnitRole.Leader && place.PersonId != personId)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (place, _) => place
            )
            .ToListAsync(ct);
        var leaderOf = leaders.ToLookup(place => place.UnitId, place => place.PersonId);
        var units = places
            .OrderBy(place => place.Role != UnitRole.Employee)
            .ThenBy(place => place.Since)
            .ThenBy(place => place.Id)
            .Select(place => tree.Current(place.UnitId))
            .OfType<Unit>()
            .ToList();
        return units
            .SelectMany(unit => tree.Ancestors(unit.Id).Prepend(unit))
            .SelectMany(unit => leaderOf[unit.Id].Order())
            .Select(id => (Guid?)id)
            .FirstOrDefault();
    }

    private IQueryable<Membership> Held(DateOnly today) => database.Memberships.AsNoTracking().HeldOn(today);
}
