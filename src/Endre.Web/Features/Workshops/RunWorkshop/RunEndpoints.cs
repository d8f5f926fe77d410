using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Running;
using Endre.Web.Features.Workshops.ShowState;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.RunWorkshop;

/// <summary>What a facilitator's program does: next step, back, reveal.</summary>
internal static class RunEndpoints
{
    public static Task<IResult> NextAsync(HttpContext context, Guid id, string? from = null) =>
        MoveAsync(context, id, new NextStep(from));

    public static Task<IResult> BackAsync(HttpContext context, Guid id, string? from = null) =>
        MoveAsync(context, id, new PreviousStep(from));

    /// <summary>Shows groups what they have written on the current step.</summary>
    public static async Task<IResult> RevealAsync(
        HttpContext context,
        Guid id,
        string? groupId = null,
        string? questionId = null
    )
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            return ApiAccess.Stranger(context);
        }
        var answered = await scope.DecideAsync(new Reveal(groupId, questionId));
        return answered.Refusal is { } refusal
            ? WorkshopProblem.Of(refusal)
            : Results.Ok(new Revealed(answered.State.Sequence));
    }

    private static async Task<IResult> MoveAsync(HttpContext context, Guid id, WorkshopCommand command)
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            return ApiAccess.Stranger(context);
        }
        var answered = await scope.DecideAsync(command);
        return answered.Refusal is { } refusal
            ? WorkshopProblem.Of(refusal)
            : Results.Ok(
                new Moved(
                    answered.State.Sequence,
                    ShownStep.Of(answered.State, answered.State.CurrentStep, Language.Current.Code)
                )
            );
    }

    /// <summary>Where the workshop is after a move.</summary>
    internal sealed record Moved(long Sequence, ShownStep Step);

    /// <summary>The sequence after a reveal.</summary>
    internal sealed record Revealed(long Sequence);
}
