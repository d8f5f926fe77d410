using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.ListWorkshops;

/// <summary>The workshops one leads: those that are open first, the newest first.</summary>
internal static class ListWorkshops
{
    private const int MostShown = 200;

    public static IEndpointRouteBuilder MapListWorkshops(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WorkshopLinks.List, HandleAsync).RequireAuthorization(Policies.Facilitator);
        return pages;
    }

    private static async Task<IResult> HandleAsync(
        EndreContext database,
        CurrentPerson person,
        JoinAddress address,
        CancellationToken ct
    )
    {
        var rows = await database
            .Workshops.AsNoTracking()
            .VisibleTo(person)
            .OrderByDescending(w => w.State == WorkshopRow.Open)
            .ThenByDescending(w => w.CreatedAt)
            .Take(MostShown)
            .ToListAsync(ct);
        return Page.Of<ListWorkshopsPage>(new { Rows = rows, Address = address.Typed });
    }
}
