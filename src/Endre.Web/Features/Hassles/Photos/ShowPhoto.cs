using Endre.Domain.Hassles;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.Photos;

/// <summary>The picture of a hassle, for those who see the hassle and for whoever said it. Nobody keeps it on the way.</summary>
internal static class ShowPhoto
{
    private const string MediaType = "image/jpeg";

    public static async Task<IResult> SeenAsync(
        HttpContext http,
        Guid id,
        HassleSight sight,
        EndreContext database,
        CancellationToken ct
    )
    {
        var scope = await sight.OpenAsync(ct);
        return Answer(
            http,
            await scope.FindAsync(database, id, ct) is { } seen ? await OfAsync(database, seen, ct) : null
        );
    }

    public static async Task<IResult> MineAsync(
        HttpContext http,
        Guid id,
        CurrentPerson person,
        EndreContext database,
        CancellationToken ct
    )
    {
        var hassle = await database.FindHassleAsync(id, ct);
        return Answer(http, hassle?.PersonId == person.RequiredId ? await OfAsync(database, hassle, ct) : null);
    }

    /// <summary>
    /// The address of the picture for whoever has the claim code: the picture itself. The code never stands in an address.
    /// </summary>
    public static async Task<string?> DataAsync(EndreContext database, Hassle hassle, CancellationToken ct) =>
        await OfAsync(database, hassle, ct) is { } jpeg
            ? $"data:{MediaType};base64,{Convert.ToBase64String(jpeg)}"
            : null;

    private static async Task<byte[]?> OfAsync(EndreContext database, Hassle? hassle, CancellationToken ct) =>
        hassle?.Photo is null ? null : await database.ReadPhotoAsync(hassle.Id, ct);

    private static IResult Answer(HttpContext http, byte[]? jpeg)
    {
        if (jpeg is null)
        {
            return ErrorResult.NotFound;
        }
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(jpeg, MediaType);
    }
}
