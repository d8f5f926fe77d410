using Endre.Domain.Hassles.Redactions;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>Reports of content that wait for somebody to look at them.</summary>
public static class ContentReports
{
    /// <summary>Stores a report; the same one again is the same.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="hassleId">Of which hassle.</param>
    /// <param name="report">What is reported.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    public static async Task ReportContentAsync(
        this EndreContext database,
        Guid hassleId,
        ContentReport report,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var kind = ContentReportWord.Of(report);
        if (await database.ContentReports.AnyAsync(row => row.HassleId == hassleId && row.Kind == kind, ct))
        {
            return;
        }
        database.ContentReports.Add(new ContentReportRow { HassleId = hassleId, Kind = kind });
        try
        {
            await database.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two report the same at once: one row is enough.
            database.ChangeTracker.Clear();
            if (!await database.ContentReports.AnyAsync(row => row.HassleId == hassleId && row.Kind == kind, ct))
            {
                throw;
            }
        }
    }

    /// <summary>What has been reported of a hassle and not been looked at.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="hassleId">Of which hassle.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<ContentReport>> ReadReportsAsync(
        this EndreContext database,
        Guid hassleId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var kinds = await database
            .ContentReports.AsNoTracking()
            .Where(row => row.HassleId == hassleId)
            .Select(row => row.Kind)
            .ToListAsync(ct);
        return [.. kinds.Select(ContentReportWord.Read).OfType<ContentReport>().Order()];
    }
}
