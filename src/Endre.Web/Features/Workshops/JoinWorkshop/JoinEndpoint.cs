using System.Globalization;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Workshops.JoinWorkshop;

/// <summary><c>POST /api/v1/join</c></summary>
internal static class JoinEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, JoinWorkshop join)
    {
        var (input, unreadable) = await ApiBody.ReadAsync<JoinWorkshop.Input>(context);
        if (input is null)
        {
            return WorkshopProblem.Of(unreadable!);
        }
        var outcome = await join.HandleAsync(context, input);
        if (outcome.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                CultureInfo.InvariantCulture
            );
        }
        if (outcome.Refusal is { } refusal)
        {
            return WorkshopProblem.Of(refusal);
        }
        return Results.Ok(
            new Joined(outcome.Workshop!.Id, outcome.Participant!.Id, outcome.Token!, outcome.Participant.GroupId)
        );
    }

    internal sealed record Joined(Guid WorkshopId, Guid ParticipantId, string Token, string GroupId);
}
