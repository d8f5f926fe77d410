using System.Text.Encodings.Web;
using System.Text.Json;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.ShowStored;

/// <summary>The same rows as a file, for the person (GDPR articles 15 and 20) or for an administrator whom the person asked.</summary>
internal static class DownloadStored
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<IResult> MineAsync(
        HttpContext http,
        EndreContext database,
        CurrentPerson person,
        CancellationToken ct
    ) => File(http, await database.ReadPersonRowsAsync(person.RequiredId, ct));

    public static async Task<IResult> ForAsync(
        Guid id,
        HttpContext http,
        EndreContext database,
        AuditLog audit,
        CancellationToken ct
    )
    {
        if (!await database.Users.AnyAsync(person => person.Id == id, ct))
            return ErrorResult.NotFound;
        // What somebody has said, with the name for the leader only, is no administrator's to read: the person fetches it.
        var tables = (await database.ReadPersonRowsAsync(id, ct))
            .Where(table => !table.Table.StartsWith("hassle", StringComparison.Ordinal))
            .ToList();
        audit.Record("DownloadStored", "person", id);
        await database.SaveChangesAsync(ct);
        return File(http, tables);
    }

    private static IResult File(HttpContext http, IReadOnlyList<PersonTable> tables)
    {
        http.Response.Headers.ContentDisposition = "attachment; filename=endre-innsyn.json";
        return Results.Bytes(
            JsonSerializer.SerializeToUtf8Bytes(
                tables.ToDictionary(
                    table => table.Table,
                    table =>
                        table.Rows.Select(row => row.Fields.ToDictionary(field => field.Column, field => field.Value))
                ),
                Readable
            ),
            "application/json"
        );
    }
}
