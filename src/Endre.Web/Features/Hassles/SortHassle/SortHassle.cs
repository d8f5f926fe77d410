using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.ListToAnswer;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.SortHassle;

/// <summary>Moves a hassle to the unit it belongs to, merges it with the same one, and takes that back.</summary>
internal sealed class SortHassle(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    CurrentPerson person,
    AnswerHassle.AnswerHassle show
)
{
    public static Task<IResult> MoveAsync(HttpContext context, Guid id, SortHassle act) =>
        act.DoAsync(context, id, act.MoveAsync);

    public static Task<IResult> MergeAsync(HttpContext context, Guid id, SortHassle act) =>
        act.DoAsync(context, id, act.MergeAsync);

    public static Task<IResult> SplitAsync(HttpContext context, Guid id, SortHassle act) =>
        act.DoAsync(context, id, act.SplitAsync);

    private async Task<IResult> DoAsync(
        HttpContext context,
        Guid id,
        Func<HassleSight.Scope, Hassle, IFormCollection, CancellationToken, Task<(Refusal? Refusal, string Next)>> act
    )
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle || !scope.MayAnswer(hassle))
            return ErrorResult.NotFound;
        var (refusal, next) = await act(scope, hassle, form, ct);
        return refusal is null ? Page.SeeOther(next) : await show.RefusedAsync(id, refusal, ct);
    }

    private async Task<(Refusal? Refusal, string Next)> MoveAsync(
        HassleSight.Scope scope,
        Hassle hassle,
        IFormCollection form,
        CancellationToken ct
    )
    {
        var to = form.Id("unit") is { } unit ? scope.Known.Tree.Find(unit) : null;
        if (to is not { IsOpen: true })
            return (new Refusal("UnitUnknown", "unit"), "");
        var command = new Domain.Hassles.Answering.MoveHassle(person.RequiredId, to.Id);
        return (await database.DoWithHassleAsync(hassle.Id, command, seats.Today, ct), ToAnswerLinks.Moved(hassle.Id));
    }

    private async Task<(Refusal? Refusal, string Next)> MergeAsync(
        HassleSight.Scope scope,
        Hassle hassle,
        IFormCollection form,
        CancellationToken ct
    )
    {
        var into = form.Id("into") is { } id ? await scope.FindAsync(database, id, ct) : null;
        if (into is null || !SortChoices.MayMerge(scope, hassle, into))
            return (new Refusal("MergeTargetUnknown", "into"), "");
        var command = new Domain.Hassles.Answering.MergeHassle(person.RequiredId, into.Id);
        return (
            await database.DoWithHassleAsync(hassle.Id, command, seats.Today, ct),
            ToAnswerLinks.Done(into.Id, "Merged")
        );
    }

    private async Task<(Refusal? Refusal, string Next)> SplitAsync(
        HassleSight.Scope scope,
        Hassle hassle,
        IFormCollection form,
        CancellationToken ct
    )
    {
        var today = seats.Today;
        var command = new Domain.Hassles.Answering.SplitHassle(person.RequiredId, HassleRules.WeekOf(today), today);
        return (
            await database.DoWithHassleAsync(hassle.Id, command, today, ct),
            ToAnswerLinks.Done(hassle.Id, "Split")
        );
    }
}
