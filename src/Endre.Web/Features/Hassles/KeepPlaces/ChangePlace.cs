using Endre.Domain.Hassles.Places;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.KeepPlaces;

/// <summary>Renames a place, moves it to another unit, takes it out of use and brings it back. Its code stays what it is.</summary>
internal sealed class ChangePlace(
    EndreContext database,
    PlaceKeepers keepers,
    KeepPlaces keep,
    UnitSeats seats,
    AuditLog audit
)
{
    // Two who change the same place at the same instant: the second one decides again on what the first one stored.
    private const int MostTries = 5;

    public static async Task<IResult> ShowAsync(Guid id, Guid placeId, ChangePlace change, CancellationToken ct) =>
        await change.FindAsync(id, placeId, ct) is var (at, place)
            ? change.PageOf(at, place, PlaceForm.Of(place), FormFaults.None)
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, Guid placeId, ChangePlace change)
    {
        var ct = context.RequestAborted;
        var form = PlaceForm.Read(await context.Request.ReadFormAsync(ct));
        return await change.FindAsync(id, placeId, ct) is var (at, place)
            ? await change.ChangeAsync(at, place, form, ct)
            : ErrorResult.NotFound;
    }

    public static Task<IResult> RetireAsync(Guid id, Guid placeId, ChangePlace change, CancellationToken ct) =>
        change.ActAsync(
            id,
            placeId,
            "RetirePlace",
            (Place place, IReadOnlyCollection<Place> _, out Place after) =>
            {
                after = PlaceRules.Retire(place, change.Today);
                return null;
            },
            ct
        );

    public static Task<IResult> BringBackAsync(Guid id, Guid placeId, ChangePlace change, CancellationToken ct) =>
        change.ActAsync(id, placeId, "BringBackPlace", PlaceRules.BringBack, ct);

    private delegate Refusal? Rule(Place place, IReadOnlyCollection<Place> there, out Place after);

    private DateOnly Today => seats.Today;

    private async Task<(PlaceKeepers.At At, Place Place)?> FindAsync(Guid id, Guid placeId, CancellationToken ct) =>
        await keepers.UnitAsync(id, ct) is { } at
        && (await keepers.PlacesAsync(at.Tree, at.Unit, ct)).FirstOrDefault(place => place.Id == placeId) is { } place
            ? (at, place)
            : null;

    private async Task<IResult> ChangeAsync(PlaceKeepers.At at, Place place, PlaceForm form, CancellationToken ct)
    {
        // A unit that the person does not keep is none that the place can go to. A place that lies under the id of a unit
        // that went on in this one is not moved by being renamed.
        var to =
            form.UnitId is { } id && at.Tree.Current(id) is { } found && at.Kept.Contains(found.Id) ? found : at.Unit;
        var isStill = to.Id == at.Unit.Id;
        var there = await keepers.PlacesAsync(at.Tree, to, ct);
        var refusal = PlaceRules.Change(
            place,
            form.Name,
            form.Equipment,
            isStill ? place.UnitId : to.Id,
            form.Version,
            there,
            out var changed
        );
        if (refusal is null && await StoreAsync(place, changed, "ChangePlace", ct))
        {
            return Page.SeeOther(PlaceLinks.Saved(at.Unit.Id));
        }
        refusal ??= new Refusal("PlaceChangedMeanwhile", "name");
        var now = await FindAsync(at.Unit.Id, place.Id, ct);
        return PageOf(
            at,
            now?.Place ?? place,
            form with
            {
                Version = (now?.Place ?? place).Version,
            },
            FormFaults.None.Add(refusal.Field ?? "name", RefusalTexts.Sentence(refusal))
        );
    }

    private async Task<IResult> ActAsync(Guid id, Guid placeId, string act, Rule rule, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            if (await FindAsync(id, placeId, ct) is not var (at, place))
            {
                return ErrorResult.NotFound;
            }
            if (rule(place, await keepers.PlacesAsync(at.Tree, at.Unit, ct), out var after) is { } refusal)
            {
                return await keep.RefusedAsync(at, refusal, ct);
            }
            if (await StoreAsync(place, after, act, ct) || tries >= MostTries)
            {
                return Page.SeeOther(PlaceLinks.Saved(at.Unit.Id));
            }
        }
    }

    /// <returns>False when somebody else stored a change first; then nothing is stored.</returns>
    private async Task<bool> StoreAsync(Place before, Place after, string act, CancellationToken ct)
    {
        if (after == before)
        {
            return true;
        }
        var row = await database.Places.SingleAsync(found => found.Id == before.Id, ct);
        if (row.Version != before.Version)
        {
            return false;
        }
        row.Take(after);
        audit.Record(
            act,
            "unit",
            before.UnitId,
            ("place", $"{before.Id}"),
            ("unit", after.UnitId == before.UnitId ? null : $"{after.UnitId}")
        );
        try
        {
            await database.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    private IResult PageOf(PlaceKeepers.At at, Place place, PlaceForm form, FormFaults faults) =>
        Page.Of<ChangePlacePage>(
            new
            {
                at.Unit,
                Place = place,
                Form = form,
                Faults = faults,
                Units = (IReadOnlyList<Choice>)
                    [
                        .. at
                            .Tree.All.Where(unit => at.Kept.Contains(unit.Id))
                            .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                            .Select(unit => new Choice($"{unit.Id}", unit.Name)),
                    ],
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}

/// <summary>What stands in the form of a place.</summary>
public sealed record PlaceForm(string? Name, string? Equipment, Guid? UnitId, int Version)
{
    internal static PlaceForm Of(Place place) => new(place.Name, place.Equipment, UnitId: null, place.Version);

    internal static PlaceForm Read(IFormCollection form) =>
        new(form.Text("name"), form.Text("equipment"), form.Id("unit"), form.Number("version") ?? 0);
}
