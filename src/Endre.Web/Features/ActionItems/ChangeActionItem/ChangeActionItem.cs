using Endre.Domain.ActionItems;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.ActionItems.ShowActionItem;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.ActionItems.ChangeActionItem;

/// <summary>Does one thing with an action item, and shows it again.</summary>
internal sealed class ChangeActionItem(
    EndreContext database,
    ActionItemSight sight,
    ReadOwners people,
    ShowActionItem.ShowActionItem show,
    TellOwner.TellOwner tell,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, string act, ChangeActionItem change) =>
        await change.DoAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var email = form.Text("email");
        var owner = act == ActionItemActs.Replace ? await people.FindAsync(form.Id("owner"), email, ct) : null;
        if (
            await scope.FindAsync(database, id, ct) is not { } item
            || ActionItemActs.Read(act, form, owner) is not { } command
            || !(
                scope.MayLead(item.UnitId) || (scope.IsOwn(item) && command is not (ReplaceOwner or GiveBackActionItem))
            )
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = new ActionItemRecords.Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var refusal =
            command is ReplaceOwner { To: null } && email is { Length: > 0 }
                ? new Refusal("OwnerUnknown", "email")
                : await database.TellingAsync(
                    () => database.DoWithActionItemAsync(id, command, hand, ct),
                    () => command is ReplaceOwner ? tell.AddAsync(id, scope.PersonId, ct) : Task.CompletedTask,
                    ct
                );
        if (refusal is null)
        {
            return Page.SeeOther(ActionItemLinks.One(id));
        }
        return await show.FindAsync(id, new Attempt(act, refusal, form), ct) is { } view
            ? Page.Refused<ShowActionItemPage>(new { View = view })
            : ErrorResult.NotFound;
    }
}
