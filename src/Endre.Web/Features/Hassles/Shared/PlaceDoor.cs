using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Places;

namespace Endre.Web.Features.Hassles;

/// <summary>Where the code at a door leads today.</summary>
/// <param name="Unit">An open unit: the place's own, or where that went on.</param>
/// <param name="Place">The place, also when it is retired; null when the code is the unit's own.</param>
internal sealed record PlaceDoor(Unit Unit, Place? Place)
{
    /// <summary>What a message is to have as its place when somebody came by this code; a retired one is not it.</summary>
    public Guid? PlaceInUse => Place is { IsRetired: false } place ? place.Id : null;

    /// <returns>Null when nothing has the code, or nobody took over the unit that had it.</returns>
    public static async Task<PlaceDoor?> FindAsync(
        EndreContext database,
        UnitTree tree,
        string? code,
        CancellationToken ct
    ) =>
        PlaceCode.Find(code, tree) is { } unit ? new PlaceDoor(unit, null)
        : await database.FindPlaceAsync(code, ct) is { } place && tree.Current(place.UnitId) is { IsOpen: true } open
            ? new PlaceDoor(open, place)
        : null;
}
