using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Web.Access;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.ImportReport;

/// <summary>Makes a workshop from a report that was taken out of this or another Endre.</summary>
internal sealed class ImportReport(CreateWorkshop.CreateWorkshop create, CurrentPerson person)
{
    /// <summary>The largest file that is read.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <param name="json">The file.</param>
    /// <param name="askedId">The id it was asked to get, or null. Asked again with it, it is the same workshop.</param>
    public async Task<(LiveWorkshop? Workshop, Refusal? Refusal)> HandleAsync(ReadOnlyMemory<byte> json, Guid? askedId)
    {
        var (report, unreadable) = ReportJson.Read(json.Span);
        if (report is null)
        {
            return (null, unreadable);
        }
        var facilitator = new Facilitator(person.RequiredId, person.Name ?? "");
        return await create.BeginAsync(
            facilitator,
            (id, code) => new ImportWorkshop(id, code, facilitator, report),
            askedId
        );
    }

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream file, CancellationToken ct)
    {
        var json = new MemoryStream();
        await file.CopyToAsync(json, ct);
        return json.GetBuffer().AsMemory(0, (int)json.Length);
    }
}
