using Endre.Domain.Improvements;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.ActOnImprovement;

/// <summary>Does one thing with an improvement, and shows it again.</summary>
internal sealed class ActOnImprovement(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    ShowImprovement.ShowImprovement show,
    Loop.TellImprovementOwner tell,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, string act, ActOnImprovement on) =>
        await on.DoAsync(id, act, await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var email = form.Text("ownerEmail");
        var owner = act == ImprovementActs.Replace ? await people.FindAsync(form.Id("newOwner"), email, ct) : null;
        if (
            await scope.FindAsync(database, id, ct) is not { } improvement
            || ImprovementActs.Read(act, form, owner) is not { } command
            || (ImprovementActs.Decides(command) && !scope.MayDecide(improvement))
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = new Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var refusal =
            command is ReplaceImprovementOwner { To: null } && email is { Length: > 0 }
                ? new Refusal("OwnerUnknown", "ownerEmail")
                : await database.TellingAsync(
                    () => database.DoWithImprovementAsync(id, command, hand, ct),
                    () =>
                        command is ReplaceImprovementOwner ? tell.AddAsync(id, scope.PersonId, ct) : Task.CompletedTask,
                    ct
                );
        return refusal is null
            ? Page.SeeOther(ImprovementLinks.One(id))
            : await show.PageAsync(id, new Attempt(act, AtItsField(refusal), form), ct);
    }

    // Other forms on the page have an owner too.
    private static Refusal AtItsField(Refusal refusal) =>
        refusal.Field == "owner" ? refusal with { Field = "newOwner" } : refusal;
}
