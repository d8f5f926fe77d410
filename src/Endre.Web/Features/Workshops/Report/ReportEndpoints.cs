using Endre.Domain.Workshops.Reporting;
using Endre.Web.Components;
using Endre.Web.Features.Taxonomy;
using Endre.Web.Features.Workshops.MakeRecords;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>The report as a page and as files, for those who took part and those who led.</summary>
internal static class ReportEndpoints
{
    public static IEndpointRouteBuilder MapReport(this IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{WorkshopLinks.Pattern}/rapport", ShowAsync).AllowAnonymous();
        foreach (var extension in ReportFiles.Extensions)
        {
            pages
                .MapGet(
                    $"{WorkshopLinks.Pattern}/rapport.{extension}",
                    (HttpContext context, Guid id, ReportFiles files) =>
                        DownloadAsync(context, id, files, extension, _ => Results.NotFound())
                )
                .AllowAnonymous();
        }
        return pages;
    }

    /// <summary><c>GET /api/v1/workshops/{id}/report.…</c></summary>
    public static RouteHandlerBuilder MapReportApi(this IEndpointRouteBuilder workshop, string extension)
    {
        var route = workshop.MapGet(
            $"/report.{extension}",
            (HttpContext context, Guid id, ReportFiles files) =>
                DownloadAsync(context, id, files, extension, ApiAccess.Stranger)
        );
        return extension == "json"
            ? route.Produces<WorkshopReport>()
            : route.Produces<byte[]>(contentType: ReportFiles.MediaTypeOf(extension));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, ReportLineage lineage)
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            return Results.NotFound();
        }
        var report = ReportOf(context, scope);
        var (proposals, notes) = await lineage.OfAsync(id, report, scope.IsFacilitator, context.RequestAborted);
        return Page.Of<ReportPage>(
            new
            {
                Id = id,
                Report = report,
                scope.IsFacilitator,
                scope.Workshop.Interpretation.IsShared,
                MadeOfProposals = proposals,
                MadeOfNotes = notes,
            }
        );
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context,
        Guid id,
        ReportFiles files,
        string extension,
        Func<HttpContext, IResult> stranger
    )
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            return stranger(context);
        }
        // A file is often for others than the one who fetches it.
        Language.Find(context.Request.Query["sprak"])?.Use();
        return files.Of(ReportOf(context, scope), extension, context);
    }

    private static WorkshopReport ReportOf(HttpContext context, WorkshopScope scope) =>
        WorkshopReport.Of(scope.Sight, context.RequestServices.GetRequiredService<Factors>().Names);
}
