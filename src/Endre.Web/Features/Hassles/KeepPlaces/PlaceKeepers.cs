using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Places;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.ShowHappened;

namespace Endre.Web.Features.Hassles.KeepPlaces;

/// <summary>
/// The scope that places are kept through: those who answer for the unit, and those who arrange the units, who hang up
/// the codes and see nothing of what is said.
/// </summary>
internal sealed class PlaceKeepers(EndreContext database, HassleSight sight, VisibleUnits units)
{
    /// <summary>The unit whose places are to be kept; null when there is none or it is not this person's to do.</summary>
    public async Task<At?> UnitAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var keepsAll = (await units.ReadAsync(ct)).MayReorganize;
        var kept = scope
            .Known.Tree.All.Where(unit => unit.IsOpen && (keepsAll || scope.Led.Contains(unit.Id)))
            .Select(unit => unit.Id)
            .ToHashSet();
        return scope.Known.Tree.Current(id) is { } unit && kept.Contains(unit.Id)
            ? new At(scope.Known.Tree, unit, kept)
            : null;
    }

    /// <summary>The places of a unit with those of the units that went on in it, as people count: 2 before 10.</summary>
    public async Task<IReadOnlyList<Place>> PlacesAsync(UnitTree tree, Unit unit, CancellationToken ct) =>
        [
            .. (await database.ReadPlacesAsync(HappenedRows.IdsOf(tree, unit), ct)).OrderBy(
                place => place.Title,
                PlaceOrder.ByTitle
            ),
        ];

    /// <summary>A unit whose places one keeps.</summary>
    /// <param name="Tree">All units.</param>
    /// <param name="Unit">The unit, open.</param>
    /// <param name="Kept">All units whose places the person keeps.</param>
    internal sealed record At(UnitTree Tree, Unit Unit, IReadOnlySet<Guid> Kept);
}
