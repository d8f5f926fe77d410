using Endre.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Organizations;

/// <summary>Who has a place in a unit, under it or above it: those among whom its representatives and guests are found.</summary>
internal static class PlacesAround
{
    /// <summary>Reads them.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="unitId">The unit. One that has been closed is the one it went on in.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The tree, the unit as it is today, and the places that count today of people whose account is open.</returns>
    public static async Task<(UnitTree Tree, Guid Unit, List<Position> Places)> ReadPlacesAroundAsync(
        this EndreContext database,
        Guid unitId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var unit = tree.Current(unitId)?.Id ?? unitId;
        var units = tree.Whole(unit).Concat(tree.Ancestors(unit).Select(above => above.Id)).ToList();
        var held = await database
            .Memberships.AsNoTracking()
            .HeldOn(today)
            .Where(place => units.Contains(place.UnitId))
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (place, _) => place
            )
            .ToListAsync(ct);
        return (tree, unit, held.ConvertAll(place => place.ToPosition()));
    }
}
