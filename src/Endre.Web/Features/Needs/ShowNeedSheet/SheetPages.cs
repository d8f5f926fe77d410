using Endre.Documents.TextDocuments;
using Endre.Domain.Lineage;
using Endre.Web.Components;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary><c>/behov/{id}/a3</c>: one sheet that fills itself from what there is, on the screen, on paper and for Word.</summary>
internal sealed class SheetPages(
    ReadNeed needs,
    RecordWalk walk,
    SheetFigures figures,
    Formats formats,
    CurrentLook look,
    TimeProvider clock
)
{
    public static async Task<IResult> ShowAsync(Guid id, SheetPages pages, CancellationToken ct) =>
        await pages.FindAsync(id, ct) is { } found ? Page.Of<SheetPage>(found) : ErrorResult.NotFound;

    public static async Task<IResult> DownloadAsync(HttpContext context, Guid id, SheetPages pages) =>
        await pages.FindAsync(id, context.RequestAborted) is { } found
            ? pages.File(context, found)
            : ErrorResult.NotFound;

    private async Task<Sheet?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await needs.FindAsync(id, attempt: null, ct) is not { } view)
        {
            return null;
        }
        var map = await walk.MapAsync(new RecordReference(RecordKind.Need, id), ct);
        return new Sheet(view, await needs.CountAsync(view.Need, ct), map, await figures.OfAsync(map, ct));
    }

    private IResult File(HttpContext context, Sheet sheet)
    {
        var bytes = DocxWriter.Write(
            SheetDocument.Of(sheet, new SheetFrame(formats, look.Name, look.LogoForDocuments(), clock.GetUtcNow()))
        );
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"a3-{formats.Day(clock.GetUtcNow()):yyyy-MM-dd}.docx",
        }.ToString();
        return Results.Bytes(bytes, DocxWriter.MediaType);
    }
}

/// <summary>What stands on the sheet.</summary>
/// <param name="View">The need.</param>
/// <param name="Counts">What there is most of.</param>
/// <param name="Map">Where it comes from and what became of it.</param>
/// <param name="Figures">What was measured of what came of it.</param>
internal sealed record Sheet(NeedView View, NeedCounts Counts, LineageMap? Map, IReadOnlyList<RecordFigure> Figures);
