using System.Collections.Immutable;
using Endre.Domain.Improvements.Holding;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Does one thing with the routine of an adopted improvement, and shows it again.</summary>
internal sealed class ChangeHolding(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    ShowImprovement.ShowImprovement show,
    TellLineOwner tell,
    TimeProvider clock
)
{
    public static Task<IResult> RoutineAsync(HttpContext context, Guid id, ChangeHolding change) =>
        change.DoAsync(context, id, HoldingActs.Routine);

    public static Task<IResult> SustainAsync(HttpContext context, Guid id, ChangeHolding change) =>
        change.DoAsync(context, id, HoldingActs.Sustain);

    public static Task<IResult> UseAsync(HttpContext context, Guid id, ChangeHolding change) =>
        change.DoAsync(context, id, HoldingActs.Use);

    private async Task<IResult> DoAsync(HttpContext context, Guid id, string act)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var scope = await sight.OpenAsync(ct);
        if (await scope.SeeAsync(database, id, ct) is not { } improvement)
        {
            return ErrorResult.NotFound;
        }
        var owner = (await database.ReadHeldRoutineAsync(improvement, ct))?.LineOwnerId;
        // Who works with it tells how it goes. What the routine is, and whose, those decide who decide what comes of it.
        if (
            owner != scope.PersonId
            && !(act == HoldingActs.Routine ? scope.MayDecide(improvement) : scope.MayWork(improvement))
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = new Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var (command, fault) = await ReadAsync(act, form, ct);
        var refusal =
            fault
            ?? await database.TellingAsync(
                () => database.DoWithHeldRoutineAsync(id, command, hand, ct),
                () =>
                    command is AgreeOnRoutine agree && agree.LineOwnerId != owner
                        ? tell.AddAsync(improvement, scope.PersonId, ct)
                        : Task.CompletedTask,
                ct
            );
        return refusal is null
            ? Page.SeeOther(ImprovementLinks.One(id) + "#holde")
            : await show.PageAsync(id, new Attempt(act, refusal, form), ct);
    }

    private async Task<(HoldingCommand Command, Refusal? Fault)> ReadAsync(
        string act,
        IFormCollection form,
        CancellationToken ct
    )
    {
        switch (act)
        {
            case HoldingActs.Routine:
                var email = form.Text("lineOwnerEmail");
                var owner = await people.FindAsync(form.Id("lineOwner"), email, ct);
                return (
                    new AgreeOnRoutine(form.Text("routine"), owner, form.Text("trained")),
                    owner is null && email?.Trim() is { Length: > 0 }
                        ? new Refusal("OwnerUnknown", "lineOwnerEmail")
                        : null
                );
            case HoldingActs.Sustain:
                var answers = Enum.GetValues<SustainFactor>()
                    .Select(factor =>
                        (Factor: factor, Answer: StoredWord.Find<SustainAnswer>(form.Text(StoredWord.Of(factor))))
                    )
                    .Where(one => one.Answer is not null)
                    .ToImmutableSortedDictionary(one => one.Factor, one => one.Answer!.Value);
                return (new CheckSustain(answers), null);
            default:
                return (
                    new CheckUse(form.Number("months"), StoredWord.Find<InUse>(form.Text("use")), form.Text("then")),
                    null
                );
        }
    }
}
