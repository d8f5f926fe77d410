using Endre.Domain.Workshops;
using Endre.Web.Components;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops;

/// <summary>One form's act on a workshop: load, decide, and 303 to the page that shows it, or 422 and the page again.</summary>
internal static class WorkshopAct
{
    /// <summary>Decides the command that a form asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The workshop.</param>
    /// <param name="act">The form's name.</param>
    /// <param name="asFacilitator">True on facilitators' pages, false on participants', null where both may.</param>
    /// <param name="read">The command, read from the form.</param>
    /// <param name="done">Where to go when it is done.</param>
    /// <param name="again">The page again, when it is refused; it is answered with the refusal's status.</param>
    public static async Task<IResult> DecideAsync(
        HttpContext context,
        Guid id,
        string act,
        bool? asFacilitator,
        Func<IFormCollection, WorkshopCommand> read,
        Func<IFormCollection, string> done,
        Func<WorkshopScope, Attempt, Task<IResult>> again
    )
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Results.NotFound();
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // A form carries an id of its own, so that sending it twice does it once.
        var commandId = Guid.TryParse(form["commandId"], out var given) && given != Guid.Empty ? given : (Guid?)null;
        var answered = await scope.DecideAsync(read(form), commandId);
        return answered.Refusal is { } refusal
            ? await again(scope, new Attempt(act, refusal, form))
            : Page.SeeOther(done(form));
    }
}
