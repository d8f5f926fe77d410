using System.Globalization;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.People;

/// <summary>Gives a person a place in a unit, changes what is said of it, and ends it.</summary>
internal sealed class ChangePositions(ChangeOrganization change, ReadPerson read)
{
    public static Task<IResult> ShowNewAsync(Guid id, ChangePositions act, CancellationToken ct) =>
        act.ShowAsync(id, positionId: null, PositionInput.Empty(Guid.CreateVersion7(act.Now)), FormFaults.None, ct);

    public static async Task<IResult> AddAsync(Guid id, HttpContext http, ChangePositions act)
    {
        var input = PositionInput.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        return await act.StoreNewAsync(id, input, http.RequestAborted);
    }

    public static Task<IResult> ShowOneAsync(Guid id, Guid positionId, ChangePositions act, CancellationToken ct) =>
        act.ShowAsync(id, positionId, input: null, FormFaults.None, ct);

    public static async Task<IResult> ChangeAsync(Guid id, Guid positionId, HttpContext http, ChangePositions act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await act.StoreAsync(id, positionId, PositionInput.Of(form), form.Text("act"), http.RequestAborted);
    }

    private DateTimeOffset Now => change.Now.At;

    private async Task<IResult> StoreNewAsync(Guid id, PositionInput input, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { HasLeft: false } person)
            return ErrorResult.NotFound;
        var faults = input.DateFaults();
        if (input.UnitId is null)
            faults.Add("unitId", RefusalTexts.Sentence(new Refusal("UnitUnknown", "unitId")));
        if (!faults.IsEmpty)
            return await ShowAsync(id, positionId: null, input, faults, ct);
        // Pressed twice, it is there already.
        if (person.Positions.Any(place => place.Position.Id == input.Id))
            return Page.SeeOther(PeopleLinks.Person(id));
        var position = new Position(
            input.Id,
            id,
            input.UnitId!.Value,
            input.Role ?? "",
            input.Title,
            input.SinceDay ?? change.Now.Today,
            input.UntilDay
        );
        return await change.HandleAsync(id, new AddPosition(position), ct) is { } refusal
            ? await ShowAsync(id, positionId: null, input, FaultsOf(refusal), ct)
            : Page.SeeOther(PeopleLinks.Person(id));
    }

    private async Task<IResult> StoreAsync(
        Guid id,
        Guid positionId,
        PositionInput input,
        string? act,
        CancellationToken ct
    )
    {
        if (act != "end" && input.DateFaults() is { IsEmpty: false } faults)
            return await ShowAsync(id, positionId, input, faults, ct);
        PositionCommand command =
            act == "end"
                // Today is the last day, unless it is said that it is another.
                ? new EndPosition(positionId, change.Now.Today)
                : new ChangePosition(positionId, input.Title, input.SinceDay, input.UntilDay);
        return await change.HandleAsync(id, command, ct) is not { } refusal ? Page.SeeOther(PeopleLinks.Person(id))
            : refusal.Reason == "PositionUnknown" ? ErrorResult.NotFound
            : await ShowAsync(id, positionId, input, FaultsOf(refusal), ct);
    }

    private async Task<IResult> ShowAsync(
        Guid id,
        Guid? positionId,
        PositionInput? input,
        FormFaults faults,
        CancellationToken ct
    )
    {
        if (await read.FindAsync(id, ct) is not { } person)
            return ErrorResult.NotFound;
        var place = person.Positions.FirstOrDefault(one => one.Position.Id == positionId);
        if (positionId is not null && place is null)
            return ErrorResult.NotFound;
        var draft = await change.ReadAsync(ct);
        var view = new PositionForm(
            person,
            place,
            input ?? PositionInput.Of(place!.Position),
            [
                .. draft
                    .Tree.All.Where(unit => unit.IsOpen)
                    .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                    .Select(unit => new Choice(unit.Id.ToString(), Label(draft.Tree, unit))),
            ],
            faults
        );
        var status = faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return place is null
            ? Page.Of<AddPositionPage>(new { Form = view }, status)
            : Page.Of<ChangePositionPage>(new { Form = view }, status);
    }

    private static string Label(UnitTree tree, Unit unit) =>
        tree.Ancestors(unit.Id).FirstOrDefault(above => above.ParentId is not null) is { } above
            ? $"{unit.Name} ({above.Name})"
            : unit.Name;

    private static FormFaults FaultsOf(Refusal refusal) =>
        FormFaults.None.Add(refusal.Field ?? "role", RefusalTexts.Sentence(refusal));
}

/// <summary>What stands in the form of a place.</summary>
public sealed record PositionInput(Guid Id, Guid? UnitId, string? Role, string? Title, string? Since, string? Until)
{
    public DateOnly? SinceDay => Day(Since);

    public DateOnly? UntilDay => Day(Until);

    public static PositionInput Empty(Guid id) => new(id, null, UnitRole.Employee, null, null, null);

    public static PositionInput Of(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return new PositionInput(
            position.Id,
            position.UnitId,
            position.Role,
            position.Title,
            Text(position.Since),
            Text(position.Until)
        );
    }

    public static PositionInput Of(IFormCollection form) =>
        new(
            form.Id("id") ?? Guid.Empty,
            form.Id("unitId"),
            form.Text("role"),
            form.Text("title"),
            form.Text("since"),
            form.Text("until")
        );

    public FormFaults DateFaults()
    {
        var faults = FormFaults.None;
        foreach (var (field, text) in new[] { ("since", Since), ("until", Until) })
        {
            if (!string.IsNullOrWhiteSpace(text) && Day(text) is null)
                faults.Add(field, RefusalTexts.Sentence(new Refusal("DateUnreadable", field)));
        }
        return faults;
    }

    internal static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date as browsers send it, or as it is written here when the browser has no calendar.</summary>
    internal static DateOnly? Day(string? text) =>
        FormReading.Day(text) is { Year: >= 1900 and <= 2200 } day ? day : null;
}

/// <summary>What the page of a place shows.</summary>
public sealed record PositionForm(
    PersonView Person,
    PersonPosition? Place,
    PositionInput Input,
    IReadOnlyList<Choice> Units,
    FormFaults Faults
);
