using Endre.Documents.TextDocuments;
using Endre.Web.Components;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary><c>/behov/{id}/a3</c>: one sheet that fills itself from what there is, on the screen, on paper and for Word.</summary>
internal sealed class SheetPages(ReadNeed needs, Formats formats, CurrentLook look, TimeProvider clock)
{
    public static async Task<IResult> ShowAsync(Guid id, SheetPages pages, CancellationToken ct) =>
        await pages.FindAsync(id, ct) is { } found
            ? Page.Of<SheetPage>(new { found.View, found.Counts })
            : ErrorResult.NotFound;

    public static async Task<IResult> DownloadAsync(HttpContext context, Guid id, SheetPages pages) =>
        await pages.FindAsync(id, context.RequestAborted) is { } found
            ? pages.File(context, found.View, found.Counts)
            : ErrorResult.NotFound;

    private async Task<(NeedView View, NeedCounts Counts)?> FindAsync(Guid id, CancellationToken ct) =>
        await needs.FindAsync(id, attempt: null, ct) is { } view ? (view, await needs.CountAsync(view.Need, ct)) : null;

    private IResult File(HttpContext context, NeedView view, NeedCounts counts)
    {
        var bytes = DocxWriter.Write(
            SheetDocument.Of(
                view,
                counts,
                new SheetFrame(formats, look.Name, look.LogoForDocuments(), clock.GetUtcNow())
            )
        );
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"a3-{formats.Day(clock.GetUtcNow()):yyyy-MM-dd}.docx",
        }.ToString();
        return Results.Bytes(bytes, DocxWriter.MediaType);
    }
}
