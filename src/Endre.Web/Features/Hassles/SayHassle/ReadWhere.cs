using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Places;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.ShowHappened;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>At which place of a unit something is said, for the form and for what is sent from it.</summary>
internal sealed class ReadWhere(EndreContext database)
{
    /// <summary>The name of the field.</summary>
    public const string Field = "placeId";

    /// <summary>Where a code leads.</summary>
    public Task<PlaceDoor?> DoorAsync(UnitTree tree, string? code, CancellationToken ct) =>
        PlaceDoor.FindAsync(database, tree, code, ct);

    /// <summary>
    /// The place that a form was sent with: the chosen one, or the one of the code where the form had nothing to choose. One
    /// that was retired while somebody wrote is still where they are.
    /// </summary>
    public async Task<Place?> SentAsync(UnitTree tree, IFormCollection form, CancellationToken ct)
    {
        if (!form.ContainsKey(Field))
        {
            return (await DoorAsync(tree, form.Text("place"), ct))?.Place;
        }
        var id = form.Id(Field);
        return id is null ? null : (await database.Places.FindAsync([id], ct))?.ToPlace();
    }

    /// <summary>What the form shows of the place.</summary>
    /// <param name="tree">All units.</param>
    /// <param name="unit">To whom it is said.</param>
    /// <param name="came">The place whose code the person came by, or null.</param>
    /// <param name="chosen">The place that is chosen, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<WhereView> ReadAsync(UnitTree tree, Unit unit, Place? came, Guid? chosen, CancellationToken ct)
    {
        var places = (await database.ReadPlacesAsync(HappenedRows.IdsOf(tree, unit), ct))
            .Where(place => !place.IsRetired || place.Id == chosen || place.Id == came?.Id)
            .OrderBy(place => place.Title, PlaceOrder.ByTitle)
            .ToList();
        return new WhereView(
            [.. places.Select(place => new Choice($"{place.Id}", place.Title))],
            places.Find(place => place.Id == chosen) is { } at ? new Choice($"{at.Id}", at.Title) : null,
            came is { IsRetired: true } ? came.Title : null
        );
    }
}

/// <summary>Where it is, as the form shows it.</summary>
/// <param name="Choices">The places to choose from.</param>
/// <param name="Chosen">The one that is chosen, or null.</param>
/// <param name="Retired">What the place was called whose code is no longer in use, when the person came by that; else null.</param>
public sealed record WhereView(IReadOnlyList<Choice> Choices, Choice? Chosen, string? Retired);
