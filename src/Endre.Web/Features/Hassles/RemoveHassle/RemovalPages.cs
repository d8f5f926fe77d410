using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.ShowHappened;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>
/// <c>/plunder/{id}/borte</c> for those who answer, <c>/plunder/{id}/ikke-borte</c> for all who see it: the unit judges
/// whether it worked.
/// </summary>
internal sealed class RemovalPages(EndreContext database, HassleSight sight, UnitSeats seats, CurrentPerson person)
{
    public static Task<IResult> AskGoneAsync(Guid id, RemovalPages pages, CancellationToken ct) =>
        pages.GoneAsync(id, form: null, ct);

    public static async Task<IResult> GoneAsync(HttpContext context, Guid id, RemovalPages pages) =>
        await pages.GoneAsync(
            id,
            RemovalForm.Read(await context.Request.ReadFormAsync(context.RequestAborted)),
            context.RequestAborted
        );

    public static Task<IResult> AskBackAsync(Guid id, RemovalPages pages, CancellationToken ct) =>
        pages.BackAsync(id, form: null, ct);

    public static async Task<IResult> BackAsync(HttpContext context, Guid id, RemovalPages pages) =>
        await pages.BackAsync(
            id,
            RemovalForm.Read(await context.Request.ReadFormAsync(context.RequestAborted)),
            context.RequestAborted
        );

    private async Task<IResult> GoneAsync(Guid id, RemovalForm? form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle || !scope.MayAnswer(hassle))
        {
            return ErrorResult.NotFound;
        }
        var view = await ViewAsync(scope, hassle, ct);
        if (form is null)
        {
            return Gone(view, DoorOf(id), RemovalForm.New(hassle), refusal: null);
        }
        var command = form.ToRemove(Witness.Answerer, person.RequiredId);
        var refusal = await database.DoWithHassleAsync(id, command, seats.Today, ct);
        return refusal is null ? Page.SeeOther(AfterOf(scope, hassle)) : Gone(view, DoorOf(id), form, refusal);
    }

    private async Task<IResult> BackAsync(Guid id, RemovalForm? form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle)
        {
            return ErrorResult.NotFound;
        }
        var by = scope.MayAnswer(hassle) ? Witness.Answerer : Witness.Colleague;
        var door = DoorOf(id) with { IsUnnamed = by == Witness.Colleague };
        var view = await ViewAsync(scope, hassle, ct);
        if (form is null)
        {
            return Back(view, door, RemovalForm.New(hassle), refusal: null);
        }
        var refusal = await database.DoWithHassleAsync(id, form.ToReturn(by, person.RequiredId), seats.Today, ct);
        return refusal is null ? Page.SeeOther(AfterOf(scope, hassle)) : Back(view, door, form, refusal);
    }

    internal static IResult Gone(HassleView hassle, RemovalDoor door, RemovalForm form, Refusal? refusal) =>
        Page.Of<SayGonePage>(
            new
            {
                Hassle = hassle,
                Door = door,
                Form = form,
                Faults = RemovalForm.FaultsOf(refusal, "done"),
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    internal static IResult Back(HassleView hassle, RemovalDoor door, RemovalForm form, Refusal? refusal) =>
        Page.Of<SayBackPage>(
            new
            {
                Hassle = hassle,
                Door = door,
                Form = form,
                Faults = RemovalForm.FaultsOf(refusal, "reason"),
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static RemovalDoor DoorOf(Guid id) =>
        new(RemovalLinks.Gone(id), RemovalLinks.Back(id), HassleLinks.One(id));

    // Where it stands from now on for all to see; whoever only took over this one sees no more of the unit.
    private static string AfterOf(HassleSight.Scope scope, Hassle hassle) =>
        scope.Known.Tree.Current(hassle.UnitId) is { } unit && scope.Seen.Contains(unit.Id)
            ? HappenedLinks.Saved(unit.Id)
            : HassleLinks.Answered(hassle.Id);

    private async Task<HassleView> ViewAsync(HassleSight.Scope scope, Hassle hassle, CancellationToken ct) =>
        HassleView.Of(
            hassle,
            scope.UnitOf(hassle),
            field => scope.Sees(hassle, field),
            await database.NamesOfAsync([hassle], ct)
        );
}
