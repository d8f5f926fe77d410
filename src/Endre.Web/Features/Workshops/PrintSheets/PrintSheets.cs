using Endre.Web.Access;
using Endre.Web.Components;

namespace Endre.Web.Features.Workshops.PrintSheets;

/// <summary><c>/verksted/{id}/papir</c>: what to print before a meeting, and the sheets as they come out.</summary>
internal static class PrintSheets
{
    public static IEndpointRouteBuilder MapPrintSheets(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(WorkshopLinks.PaperPattern, ShowAsync).RequireAuthorization(Policies.Facilitator);
        return pages;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id) =>
        await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
            ? Page.Of<PrintSheetsPage>(
                new { scope.Workshop, Choice = SheetChoice.Read(context.Request.Query, scope.Workshop) }
            )
            : Results.NotFound();
}
