using Endre.Domain.Workshops;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.ShowScreen;

/// <summary>The big screen of a workshop, opened by a facilitator on the machine at the projector.</summary>
internal static class ShowScreen
{
    public static IEndpointRouteBuilder MapShowScreen(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WorkshopLinks.ScreenPattern, HandleAsync).RequireAuthorization(Policies.WorkshopLeader);
        return pages;
    }

    private static async Task<IResult> HandleAsync(HttpContext context, Guid id)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not { } scope)
        {
            return Results.NotFound();
        }
        var state = scope.Workshop;
        // The room looks at it: what only the facilitator may see is not here.
        var view = new ScreenView(new Sight(state, Actor: null), Progress.Of(state, scope.Live.Feeds));
        return context.Request.WantsPart()
            ? Page.Of<ScreenBoard>(new { View = view })
            : Page.Of<ScreenPage>(new { View = view });
    }
}
