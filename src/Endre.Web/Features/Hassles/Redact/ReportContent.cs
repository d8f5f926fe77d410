using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Redactions;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.Redact;

/// <summary>Whoever sees a hassle may say that it names somebody. Who said so is not kept.</summary>
internal static class ReportContent
{
    public const string Field = "content";

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        Guid id,
        HassleSight sight,
        EndreContext database
    )
    {
        var ct = context.RequestAborted;
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle)
        {
            return ErrorResult.NotFound;
        }
        var report = ContentReportWord.Read((await context.Request.ReadFormAsync(ct)).Text(Field));
        // Of what was taken back there is nothing left to report.
        if (report is { } reported && hassle.State != HassleState.Withdrawn)
        {
            await database.ReportContentAsync(id, reported, ct);
        }
        return Page.SeeOther($"{HassleLinks.One(id)}?lagret=Reported");
    }
}
