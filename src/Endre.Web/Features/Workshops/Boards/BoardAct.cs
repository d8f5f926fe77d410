using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Web.Components;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>
/// An act on a board. Its form may stand on several pages, so it says which one it came from, and leads back there.
/// </summary>
internal static class BoardAct
{
    public delegate Asked Reading(IFormCollection form, Workshop workshop);

    /// <summary>What a form asks for: commands to be decided in order, or why it asks for nothing sensible.</summary>
    public readonly record struct Asked(ImmutableList<WorkshopCommand> Commands, Refusal? Refusal)
    {
        public static implicit operator Asked(WorkshopCommand command) => new([command], Refusal: null);

        public static implicit operator Asked(Refusal refusal) => new([], refusal);

        public static Asked All(IEnumerable<WorkshopCommand> commands) => new([.. commands], Refusal: null);
    }

    public static void MapAct(this IEndpointRouteBuilder workshop, string act, Reading read) =>
        workshop.MapPost(act, (HttpContext context, Guid id) => DecideAsync(context, id, act, read));

    private static async Task<IResult> DecideAsync(HttpContext context, Guid id, string act, Reading read)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var back = AddressOf(form, id);
        // On the participants' page a facilitator who has joined with the same browser is a participant, who may vote.
        bool? asFacilitator = PathOf(back) == WorkshopLinks.Show(id) ? false : null;
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Results.NotFound();
        }
        var asked = read(form, scope.Workshop);
        var refusal = asked.Refusal ?? await DecideAsync(scope, asked.Commands, form.Id("commandId"));
        if (refusal is null)
        {
            return Page.SeeOther(context.Request.WantsPart() ? back : back + FragmentOf(form));
        }
        return await AgainAsync(context, scope, new Attempt(act, refusal, form), back);
    }

    private static async Task<Refusal?> DecideAsync(
        WorkshopScope scope,
        ImmutableList<WorkshopCommand> commands,
        Guid? commandId
    )
    {
        foreach (var command in commands)
        {
            var answered = await scope.DecideAsync(command, commandId == Guid.Empty ? null : commandId);
            if (answered.Refusal is { } refusal)
            {
                return refusal;
            }
            commandId = null;
        }
        return null;
    }

    private static async Task<IResult> AgainAsync(
        HttpContext context,
        WorkshopScope scope,
        Attempt attempt,
        string back
    )
    {
        var status = WorkshopProblem.StatusOf(attempt.Refusal);
        // A script can point at a field to mend; everything else it only has to tell.
        if (context.Request.WantsPart() && status != StatusCodes.Status422UnprocessableEntity)
        {
            return WorkshopProblem.Of(attempt.Refusal);
        }
        var page = context
            .RequestServices.GetServices<PageAgain>()
            .FirstOrDefault(p => p.Address(scope.Id) == PathOf(back));
        return page is null
            ? Page.Of<BoardRefusedPage>(new { Attempt = attempt, Back = back }, status)
            : await page.Show(context, scope, attempt);
    }

    /// <summary>The page of this workshop that the form says it stands on, else the participants' page.</summary>
    public static string AddressOf(IFormCollection form, Guid id)
    {
        var asked = ReturnAddress.Local(form[BoardLinks.Return], otherwise: "");
        var own = WorkshopLinks.Show(id);
        return PathOf(asked) == own || asked.StartsWith($"{own}/", StringComparison.Ordinal) ? asked : own;
    }

    private static string PathOf(string address) => address.Split('?', '#')[0];

    private static string FragmentOf(IFormCollection form) =>
        form["groupId"].ToString() is { Length: > 0 } groupId
            ? $"#{BoardLinks.Anchor(Uri.EscapeDataString(groupId), Uri.EscapeDataString(form["questionId"].ToString()))}"
            : "";
}
