using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.People;

/// <summary>How a person is tied to the organization, and until when.</summary>
internal sealed class ChangeTie(
    EndreContext database,
    ReadPerson read,
    Departures departures,
    AuditLog audit,
    TimeProvider clock
)
{
    public static Task<IResult> ShowAsync(Guid id, ChangeTie act, CancellationToken ct) =>
        act.ShowAsync(id, input: null, FormFaults.None, ct);

    public static async Task<IResult> HandleAsync(Guid id, HttpContext http, ChangeTie act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await act.SaveAsync(
            id,
            new TieInput(form.Text("affiliation"), form.Text("endsOn")),
            http.RequestAborted
        );
    }

    private async Task<IResult> SaveAsync(Guid id, TieInput input, CancellationToken ct)
    {
        if (await database.Users.FindAsync([id], ct) is not { DeactivatedAt: null } person)
            return ErrorResult.NotFound;
        var endsOn = PositionInput.Day(input.EndsOn);
        var faults = FormFaults.None;
        if (input.Affiliation is null || !Affiliation.All.Contains(input.Affiliation))
            Add(faults, "AffiliationUnknown", "affiliation");
        if (endsOn is null && !string.IsNullOrWhiteSpace(input.EndsOn))
            Add(faults, "DateUnreadable", "endsOn");
        if (endsOn is not null && !await departures.IsAnotherAdministratorThereAsync(id, ct))
            Add(faults, "LastAdministrator", "endsOn");
        if (!faults.IsEmpty)
            return await ShowAsync(id, input, faults, ct);
        if (person.Affiliation != input.Affiliation || person.EndsOn != endsOn)
        {
            (person.Affiliation, person.EndsOn, person.ChangedAt) = (input.Affiliation!, endsOn, clock.GetUtcNow());
            audit.Record(
                "ChangeTie",
                "person",
                id,
                ("affiliation", person.Affiliation),
                ("endsOn", PositionInput.Text(endsOn))
            );
            await database.SaveChangesAsync(ct);
        }
        return Page.SeeOther(PeopleLinks.Person(id));
    }

    private async Task<IResult> ShowAsync(Guid id, TieInput? input, FormFaults faults, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { HasLeft: false } person)
            return ErrorResult.NotFound;
        return Page.Of<ChangeTiePage>(
            new
            {
                Person = person,
                Input = input ?? new TieInput(person.Affiliation, PositionInput.Text(person.EndsOn)),
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static void Add(FormFaults faults, string reason, string field) =>
        faults.Add(field, RefusalTexts.Sentence(new Refusal(reason, field)));
}

/// <summary>What stands in the form of a tie.</summary>
public sealed record TieInput(string? Affiliation, string? EndsOn);
