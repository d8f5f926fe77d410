using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Web.Components;

namespace Endre.Web.Features.Workshops;

/// <summary>What was tried and refused: the page shows it again, with the message and what the person had written.</summary>
/// <param name="Act">The form's name, so that the message stands at the right form.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="Form">What was sent.</param>
public sealed record Attempt(string Act, Refusal Refusal, IFormCollection Form)
{
    public string Sentence => WorkshopProblem.Sentence(Refusal);

    /// <summary>What the person had written in a field of this form, or the value it had before.</summary>
    public static string? Value(Attempt? attempt, string act, string field, string? before = null) =>
        attempt?.Act == act && attempt.Form.TryGetValue(field, out var typed) ? typed.ToString() : before;
}

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

    /// <summary>The whole numbers, ids and words of forms, null when they are not what they should be.</summary>
    public static Guid? Id(this IFormCollection form, string field) =>
        Guid.TryParse(form[field], out var id) ? id : null;

    /// <summary>All ids of a field that may stand many times, such as ticked notes.</summary>
    public static System.Collections.Immutable.ImmutableList<Guid> Ids(this IFormCollection form, string field) =>
        [.. form[field].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this IFormCollection form, string field) =>
        int.TryParse(form[field], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text of a field, or null when it was not sent.</summary>
    public static string? Text(this IFormCollection form, string field) =>
        form.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>Whether the client wants only the part that changes, without the page around it.</summary>
    public static bool WantsPart(this HttpRequest request) => request.Headers.ContainsKey("Endre-Part");
}
