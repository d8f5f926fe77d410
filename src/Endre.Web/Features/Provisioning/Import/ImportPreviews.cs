using Endre.Domain.Organizations.Importing;
using Endre.Storage;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>A file that was uploaded, and what it would change now.</summary>
internal sealed record PlannedImport(
    ImportPreview Preview,
    ImportPlan? Plan,
    IReadOnlyList<ImportFault> Faults,
    int Rows,
    string? SuccessorEmail
);

/// <summary>The files that this administrator has uploaded and not carried out. Others' are not found.</summary>
internal sealed class ImportPreviews(
    EndreContext database,
    ImportSource source,
    ImportFile file,
    CurrentPerson person,
    Formats formats,
    TimeProvider clock
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Guid> KeepAsync(string fileName, byte[] content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await ForgetOldAsync(ct);
        var preview = new ImportPreview
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.RequiredId,
            FileName = Shorten(Path.GetFileName(fileName)),
            Content = content,
            ExpiresAt = now + Kept,
        };
        database.ImportPreviews.Add(preview);
        await database.SaveChangesAsync(ct);
        return preview.Id;
    }

    public Task<ImportPreview?> FindAsync(Guid id, CancellationToken ct)
    {
        var (owner, now) = (person.RequiredId, clock.GetUtcNow());
        return database.ImportPreviews.SingleOrDefaultAsync(
            preview => preview.Id == id && preview.PersonId == owner && preview.ExpiresAt > now,
            ct
        );
    }

    /// <summary>What the file would change as things are now.</summary>
    public async Task<PlannedImport> PlanAsync(ImportPreview preview, CancellationToken ct)
    {
        var (table, unreadable) = file.Read(preview.Content);
        if (table is null)
            return new PlannedImport(preview, null, [unreadable!], 0, null);
        var snapshot = await source.ReadAsync(ct);
        var choices = new ImportChoices(preview.EndsMissing, preview.SuccessorId);
        var (plan, faults) = ImportRules.Plan(snapshot, table, choices, formats.Day(clock.GetUtcNow()));
        var successor = snapshot.People.FirstOrDefault(one => one.Id == preview.SuccessorId);
        return new PlannedImport(preview, plan, faults, table.Rows.Length, successor?.Email);
    }

    /// <summary>Files are deleted when their time is over, whoever's they are.</summary>
    public Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return database.ImportPreviews.Where(preview => preview.ExpiresAt <= now).ExecuteDeleteAsync(ct);
    }

    private static string Shorten(string name) =>
        name.Length <= ImportPreview.MaxFileNameLength ? name : name[^ImportPreview.MaxFileNameLength..];
}
