using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.People;

/// <summary>A person leaves and hands over, or comes back.</summary>
internal sealed class LetPersonLeave(ReadPerson read, Departures departures)
{
    public static Task<IResult> ShowAsync(Guid id, LetPersonLeave act, CancellationToken ct) =>
        act.ShowAsync(id, successorId: null, FormFaults.None, ct);

    public static async Task<IResult> HandleAsync(Guid id, HttpContext http, LetPersonLeave act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await act.LeaveAsync(id, form.Id("successorId"), http.RequestAborted);
    }

    public static Task<IResult> ShowReturnAsync(Guid id, LetPersonLeave act, CancellationToken ct) =>
        act.ShowReturnAsync(id, endsOn: null, FormFaults.None, ct);

    public static async Task<IResult> HandleReturnAsync(Guid id, HttpContext http, LetPersonLeave act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await act.ReturnAsync(id, form.Text("endsOn"), http.RequestAborted);
    }

    private async Task<IResult> LeaveAsync(Guid id, Guid? successorId, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } person)
            return ErrorResult.NotFound;
        var refusal = person.HasLeft
            ? await departures.PassOnAsync(id, successorId, ct)
            : await departures.LeaveAsync(id, successorId, mayLeaveOpen: false, ct);
        return refusal is null
            ? Page.SeeOther(PeopleLinks.Person(id))
            : await ShowAsync(id, successorId, FaultsOf(refusal, "successorId"), ct);
    }

    private async Task<IResult> ReturnAsync(Guid id, string? endsOn, CancellationToken ct)
    {
        var day = PositionInput.Day(endsOn);
        var refusal =
            day is null && !string.IsNullOrWhiteSpace(endsOn)
                ? new Refusal("DateUnreadable", "endsOn")
                : await departures.ReturnAsync(id, day, ct);
        return refusal is null ? Page.SeeOther(PeopleLinks.Person(id))
            : refusal.Reason == "PersonUnknown" ? ErrorResult.NotFound
            : await ShowReturnAsync(id, endsOn, FaultsOf(refusal, "endsOn"), ct);
    }

    private async Task<IResult> ShowAsync(Guid id, Guid? successorId, FormFaults faults, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } person)
            return ErrorResult.NotFound;
        // Five thousand names are sent only to somebody who needs them.
        var successors = person.Open.Count > 0 ? await read.SuccessorsAsync(id, ct) : [];
        return Page.Of<LeavePage>(
            new
            {
                Person = person,
                Successors = successors,
                Chosen = successorId,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private async Task<IResult> ShowReturnAsync(Guid id, string? endsOn, FormFaults faults, CancellationToken ct) =>
        await read.FindAsync(id, ct) is { HasLeft: true } person
            ? Page.Of<ReturnPage>(
                new
                {
                    Person = person,
                    EndsOn = endsOn,
                    Faults = faults,
                },
                faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
            )
            : ErrorResult.NotFound;

    private static FormFaults FaultsOf(Refusal refusal, string field) =>
        FormFaults.None.Add(refusal.Field ?? field, RefusalTexts.Sentence(refusal));
}
