using Endre.Domain.Shared;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>The minutes as files, for people and for programs.</summary>
internal static class DownloadMinutes
{
    public static async Task<IResult> PageAsync(
        HttpContext context,
        Guid id,
        string extension,
        ReadMinutes minutes,
        MinutesFiles files
    ) =>
        await minutes.FindAsync(id, context.RequestAborted) is var (found, _)
            ? await files.OfAsync(context, found, extension, RefusedFiles.Page)
            : ErrorResult.NotFound;

    public static async Task<IResult> ApiAsync(
        HttpContext context,
        Guid id,
        string extension,
        ReadMinutes minutes,
        MinutesFiles files
    ) =>
        await minutes.FindAsync(id, context.RequestAborted) is var (found, _)
            ? await files.OfAsync(context, found, extension, RefusedFiles.Problem)
            : Stranger;

    public static async Task<IResult> JsonAsync(Guid id, ReadMinutes minutes, CancellationToken ct) =>
        await minutes.FindAsync(id, ct) is var (found, _) ? Results.Ok(MinutesJson.Of(found)) : Stranger;

    /// <summary>For the archive, in the organization's language whoever fetches it.</summary>
    public static async Task<IResult> ArchiveAsync(
        HttpContext context,
        Guid id,
        ReadMinutes minutes,
        MinutesFiles files,
        ArchivePackage package
    )
    {
        if (await minutes.FindAsync(id, context.RequestAborted) is not { MayLead: true, Minutes.IsLocked: true } found)
        {
            return ErrorResult.NotFound;
        }
        var made = await package.MakeAsync(found.Minutes, context.RequestAborted);
        if (made.Bytes is not { } bytes)
        {
            return RefusedFiles.Page(made.Refusal!);
        }
        files.Name(context, found.Minutes.Content, "arkivpakke", "zip");
        return Results.Bytes(bytes, "application/zip");
    }

    private static IResult Stranger => RefusedFiles.Problem(Refusal.Because("MinutesUnknown"));
}
