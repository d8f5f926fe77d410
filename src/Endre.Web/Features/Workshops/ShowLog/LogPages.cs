using Endre.Storage.EventLog;
using Endre.Web.Access;
using Endre.Web.Components;

namespace Endre.Web.Features.Workshops.ShowLog;

/// <summary>The log of the boards, for facilitators.</summary>
internal static class LogPages
{
    private const int PerPage = 100;

    public static IEndpointRouteBuilder MapLog(this IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{WorkshopLinks.Pattern}/logg", ShowAsync).RequireAuthorization(Policies.Facilitator);
        return pages;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, IEventLog log, int side = 1)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not { } scope)
        {
            return Results.NotFound();
        }
        var moves = await new MoveLog(log).ReadAsync(scope.Sight, context.RequestAborted);
        var last = Math.Max(1, (moves.Count + PerPage - 1) / PerPage);
        var shown = Math.Clamp(side, 1, last);
        return Page.Of<LogPage>(
            new
            {
                scope.Workshop,
                Moves = moves.Reverse().Skip((shown - 1) * PerPage).Take(PerPage).ToList(),
                Total = moves.Count,
                Side = shown,
                Last = last,
            }
        );
    }
}
