using System.Text;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Places;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.KeepPlaces;

/// <summary><c>/enheter/{id}/steder</c>: the places of a unit and their codes; forty of them take one paste.</summary>
internal sealed class KeepPlaces(
    EndreContext database,
    PlaceKeepers keepers,
    UnitSeats seats,
    AuditLog audit,
    Texts<PlaceTexts> texts
)
{
    internal const string Field = "places";

    // Whoever pasted the wrong column does not need to read five hundred times that it was wrong.
    private const int MostFaults = 10;

    public static async Task<IResult> ShowAsync(
        Guid id,
        string? lagret,
        int? nye,
        KeepPlaces keep,
        CancellationToken ct
    ) =>
        await keep.UnitAsync(id, ct) is { } at
            ? await keep.PageAsync(at, new Tried { IsSaved = lagret is not null, Made = nye }, ct)
            : ErrorResult.NotFound;

    public static async Task<IResult> MakeAsync(HttpContext context, Guid id, KeepPlaces keep)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await keep.UnitAsync(id, ct) is { } at
            ? await keep.MakeAsync(at, form.Id("id") ?? Guid.CreateVersion7(), form.Text(Field), ct)
            : ErrorResult.NotFound;
    }

    /// <summary>The page again, with why something else could not be done.</summary>
    internal Task<IResult> RefusedAsync(PlaceKeepers.At at, Refusal refusal, CancellationToken ct) =>
        PageAsync(at, new Tried { Faults = FormFaults.None.Add("in-use", RefusalTexts.Sentence(refusal)) }, ct);

    private Task<PlaceKeepers.At?> UnitAsync(Guid id, CancellationToken ct) => keepers.UnitAsync(id, ct);

    private async Task<IResult> MakeAsync(PlaceKeepers.At at, Guid formId, string? typed, CancellationToken ct)
    {
        var unit = at.Unit.Id;
        var list = PlaceList.Read(typed, await keepers.PlacesAsync(at.Tree, at.Unit, ct));
        if (list.Faults.Length > 0)
        {
            return await PageAsync(at, new Tried { Typed = typed, Faults = FaultsOf(list) }, ct);
        }
        if (list.New.Length == 0)
        {
            return Page.SeeOther(PlaceLinks.Made(unit, 0));
        }
        var taken = (await database.Places.Select(row => row.Code).ToListAsync(ct)).ToHashSet();
        taken.UnionWith(at.Tree.All.Select(one => PlaceCode.Of(one.Id)));
        var made = new List<PlaceRow>();
        foreach (var line in list.New)
        {
            var id = DerivedId.Of(formId, Encoding.UTF8.GetBytes(Place.TitleOf(line.Name, line.Equipment)));
            made.Add(database.AddPlace(id, unit, line, seats.Today, taken));
        }
        audit.Record("MakePlaces", "unit", unit, ("count", $"{made.Count}"));
        try
        {
            await database.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            // The button was pressed twice at once: the other request has made them.
            var ids = made.ConvertAll(row => row.Id);
            if (await database.Places.CountAsync(row => ids.Contains(row.Id), ct) < ids.Count)
                throw;
        }
        return Page.SeeOther(PlaceLinks.Made(unit, made.Count));
    }

    private FormFaults FaultsOf(PlaceList list)
    {
        var faults = FormFaults.None;
        foreach (var (line, refusal) in list.Faults.Take(MostFaults))
        {
            var sentence = RefusalTexts.Sentence(refusal);
            faults.Add(Field, line == 0 ? sentence : texts["LineFault", line, sentence]);
        }
        return list.Faults.Length > MostFaults
            ? faults.Add(Field, texts.Count("MoreFaults", list.Faults.Length - MostFaults))
            : faults;
    }

    private async Task<IResult> PageAsync(PlaceKeepers.At at, Tried tried, CancellationToken ct)
    {
        var places = await keepers.PlacesAsync(at.Tree, at.Unit, ct);
        return Page.Of<KeepPlacesPage>(
            new
            {
                at.Unit,
                InUse = (IReadOnlyList<Place>)[.. places.Where(place => !place.IsRetired)],
                Retired = (IReadOnlyList<Place>)[.. places.Where(place => place.IsRetired)],
                FormId = Guid.CreateVersion7(),
                tried.Typed,
                tried.IsSaved,
                tried.Made,
                tried.Faults,
            },
            tried.Faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private sealed record Tried
    {
        public string? Typed { get; init; }

        public bool IsSaved { get; init; }

        public int? Made { get; init; }

        public FormFaults Faults { get; init; } = FormFaults.None;
    }
}
