using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Redactions;
using Endre.Storage;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.Redact;

/// <summary>What has been reported and waits for one who may answer it.</summary>
internal sealed class ReportedContent(EndreContext database)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ReportedHassle>> ReadAsync(HassleSight.Scope scope, CancellationToken ct)
    {
        var ids = await scope
            .In(database)
            .Where(row => database.ContentReports.Any(report => report.HassleId == row.Id))
            .Select(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        var hassles = await database.ReadHasslesAsync(ids, ct);
        var reports = (
            await database.ContentReports.AsNoTracking().Where(row => ids.Contains(row.HassleId)).ToListAsync(ct)
        ).ToLookup(row => row.HassleId, row => row.Kind);
        return
        [
            .. hassles
                .Values.Where(scope.MayAnswer)
                .OrderBy(hassle => HassleId.Shuffled(hassle.Id), StringComparer.Ordinal)
                .Select(hassle => new ReportedHassle(
                    hassle.Id,
                    hassle.Text,
                    [.. reports[hassle.Id].Select(ContentReportWord.Read).OfType<ContentReport>().Order()]
                )),
        ];
    }
}

/// <summary>A hassle whose content was reported.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What was said.</param>
/// <param name="Reports">What was reported.</param>
public sealed record ReportedHassle(Guid Id, string Text, IReadOnlyList<ContentReport> Reports);
