using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;

namespace Endre.Web.Features.Workshops.ListWorkshops;

/// <summary>The workshops one leads: those that are open first, the newest first.</summary>
internal static class ListWorkshops
{
    public static IEndpointRouteBuilder MapListWorkshops(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WorkshopLinks.List, HandleAsync).RequireAuthorization(Policies.Facilitator);
        return pages;
    }

    private static async Task<IResult> HandleAsync(
        LedWorkshops workshops,
        EndreContext database,
        CurrentPerson person,
        JoinAddress address,
        CancellationToken ct
    )
    {
        var rows = await workshops.OfAsync(person, database, ct);
        return Page.Of<ListWorkshopsPage>(new { Rows = rows, Address = address.Typed });
    }
}
