using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Workshops.ImportReport;

/// <summary>Taking a workshop in again: a page with a file, and the same for programs.</summary>
internal static class ImportReportEndpoints
{
    // The file, and the few bytes a form wraps around it.
    private static readonly RequestSizeLimitAttribute Limit = new(ImportReport.LargestFile + (64 * 1024));

    public static IEndpointRouteBuilder MapImport(this IEndpointRouteBuilder pages)
    {
        pages
            .MapGet(WorkshopLinks.Import, IResult () => Page.Of<ImportReportPage>())
            .RequireAuthorization(Policies.Facilitator);
        pages.MapPost(WorkshopLinks.Import, SendAsync).RequireAuthorization(Policies.Facilitator).WithMetadata(Limit);
        return pages;
    }

    /// <summary>
    /// <c>POST /api/v1/workshops/import?id=…</c>: the report's JSON is the body. Asked again with the id, it is made once.
    /// </summary>
    public static RouteHandlerBuilder MapImportApi(this IEndpointRouteBuilder workshops) =>
        workshops.MapPost("/import", ImportAsync).WithMetadata(Limit);

    private static async Task<IResult> SendAsync(HttpContext context, ImportReport import)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Again(new Refusal("FileMissing", "file"));
        }
        await using var stream = file.OpenReadStream();
        var json = await ImportReport.ReadAsync(stream, context.RequestAborted);
        // Another file in the same form, after going back in the browser, is another workshop.
        var askedId = form.Id("commandId") is { } formId ? DerivedId.Of(formId, json.Span) : (Guid?)null;
        var (workshop, refusal) = await import.HandleAsync(json, askedId);
        return workshop is null ? Again(refusal!) : Page.SeeOther(WorkshopLinks.Report(workshop.Id));
    }

    private static IResult Again(Refusal refusal) =>
        Page.Refused<ImportReportPage>(new { Fault = RefusalTexts.Sentence(refusal) });

    private static async Task<IResult> ImportAsync(HttpContext context, ImportReport import, Guid? id)
    {
        var json = await ImportReport.ReadAsync(context.Request.Body, context.RequestAborted);
        var (workshop, refusal) = await import.HandleAsync(json, id);
        return workshop is null
            ? WorkshopProblem.Of(refusal!)
            : Results.Created(
                $"/api/v1/workshops/{workshop.Id}",
                new CreateWorkshop.CreateWorkshopEndpoint.Made(workshop.Id, workshop.State.Code)
            );
    }
}
