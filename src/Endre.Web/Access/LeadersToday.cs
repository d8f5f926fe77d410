using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Absences;
using Endre.Storage;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>Who leads what today, and who does it for those who are away.</summary>
internal sealed class LeadersToday(EndreContext database, SignInRight right)
{
    public async Task<Known> ReadAsync(CancellationToken ct)
    {
        var today = right.Today;
        var tree = await database.ReadUnitTreeAsync(ct);
        var away = database.Absences.Where(absence => absence.Since <= today && absence.Until >= today);
        var places = await database
            .Memberships.AsNoTracking()
            .HeldOn(today)
            .Where(place => place.Role == UnitRole.Leader || place.Role == UnitRole.Deputy)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (place, person) =>
                    new
                    {
                        place.PersonId,
                        place.UnitId,
                        place.Role,
                        IsAway = away.Any(absence => absence.PersonId == place.PersonId),
                    }
            )
            .ToListAsync(ct);
        return new Known(
            tree,
            places.ConvertAll(place => new LeadingSeat(
                place.PersonId,
                tree.Current(place.UnitId)?.Id ?? place.UnitId,
                place.Role == UnitRole.Deputy,
                place.IsAway
            ))
        );
    }

    /// <summary>The units, and who leads them.</summary>
    internal sealed record Known(UnitTree Tree, IReadOnlyList<LeadingSeat> Seats)
    {
        /// <summary>Who decides for a unit today; none when everybody is away.</summary>
        public IReadOnlyList<Guid> For(Guid unitId) => WhoDecides.For(Tree, unitId, Seats);

        /// <summary>Everybody who decides for some unit today.</summary>
        public IReadOnlyList<Guid> Everybody() =>
            [.. Tree.All.Where(unit => unit.IsOpen).SelectMany(unit => For(unit.Id)).Distinct().Order()];
    }
}
