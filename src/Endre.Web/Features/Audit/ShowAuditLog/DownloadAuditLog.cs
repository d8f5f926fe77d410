using System.Globalization;
using Endre.Documents.Csv;
using Endre.Documents.Workbooks;
using Endre.Storage;
using Endre.Storage.Audit;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Audit.ShowAuditLog;

/// <summary>The whole log with its seals, for whoever wants to check the chain with another program.</summary>
internal static class DownloadAuditLog
{
    public static async Task<IResult> HandleAsync(HttpContext http, EndreContext database, CancellationToken ct)
    {
        var rows = await database
            .AuditEntries.AsNoTracking()
            .GroupJoin(
                database.AuditSeals.AsNoTracking(),
                entry => entry.Id,
                seal => seal.EntryId,
                (entry, seals) => new { entry, seals }
            )
            .SelectMany(pair => pair.seals.DefaultIfEmpty(), (pair, seal) => new { pair.entry, seal })
            .OrderBy(row => row.entry.At)
            .ThenBy(row => row.entry.Id)
            .ToListAsync(ct);
        var sheet = new Sheet(
            "Endre",
            [.. Columns.Select(name => new SheetColumn(name))],
            [.. rows.Select(row => Row(row.entry, row.seal))]
        );
        http.Response.Headers.ContentDisposition = "attachment; filename=sporingslogg.csv";
        return Results.Bytes(CsvWriter.Write(sheet, Dialect), CsvWriter.MediaType);
    }

    // Instants and ids as the seal has them: milliseconds and hexadecimal digits.
    private static Cell[] Row(AuditEntry entry, AuditSeal? seal) =>
        [
            seal?.Number.ToString(CultureInfo.InvariantCulture),
            entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            entry.Id.ToString("N"),
            entry.ActorId?.ToString("N"),
            entry.Program,
            entry.Act,
            entry.Subject,
            entry.SubjectId?.ToString("N"),
            entry.Details,
            seal is null ? null : Convert.ToHexString(seal.Hash),
        ];

    private static readonly string[] Columns =
    [
        "seal",
        "at",
        "id",
        "actor",
        "program",
        "act",
        "subject",
        "subjectId",
        "details",
        "hash",
    ];

    private static CsvDialect Dialect =>
        Language.Current == Language.English ? CsvDialect.International : CsvDialect.Norwegian;
}
