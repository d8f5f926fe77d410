using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>What shall become of those who are missing in the file; or of the file itself.</summary>
internal static class ChooseImport
{
    public static async Task<IResult> HandleAsync(
        Guid id,
        [FromForm] string? missing,
        [FromForm] string? successor,
        ImportPreviews previews,
        EndreContext database,
        CancellationToken ct
    )
    {
        if (await previews.FindAsync(id, ct) is not { } preview)
            return ErrorResult.NotFound;
        var endsMissing = missing == "end";
        Guid? successorId = null;
        if (endsMissing)
        {
            var email = (successor ?? "").Trim().Normalize().ToUpperInvariant();
            successorId = await database
                .Users.Where(person => person.NormalizedEmail == email && person.DeactivatedAt == null)
                .Select(person => (Guid?)person.Id)
                .FirstOrDefaultAsync(ct);
            if (successorId is null)
            {
                var texts = new Texts<ImportTexts>();
                var key = email.Length == 0 ? "SuccessorMissing" : "SuccessorUnknown";
                return ImportPages.Preview(await previews.PlanAsync(preview, ct), choiceFault: texts[key]);
            }
        }

        (preview.EndsMissing, preview.SuccessorId) = (endsMissing, successorId);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(ImportLinks.Preview(id));
    }

    public static async Task<IResult> DiscardAsync(
        Guid id,
        ImportPreviews previews,
        EndreContext database,
        CancellationToken ct
    )
    {
        if (await previews.FindAsync(id, ct) is not { } preview)
            return ErrorResult.NotFound;
        database.ImportPreviews.Remove(preview);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(ImportLinks.Upload);
    }
}
