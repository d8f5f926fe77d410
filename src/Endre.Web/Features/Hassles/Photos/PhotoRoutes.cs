using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.Photos;

/// <summary>The addresses of pictures; no other file spells them.</summary>
internal static class PhotoRoutes
{
    private const string SeenRoute = $"{HassleLinks.OneRoute}/bilde";
    private const string MineRoute = $"{HassleLinks.MineRoute}/bilde";

    public static string Seen(Guid id) => $"{HassleLinks.One(id)}/bilde";

    public static string Mine(Guid id) => $"{HassleLinks.OneOfMine(id)}/bilde";

    public static IEndpointRouteBuilder MapPhotos(this IEndpointRouteBuilder pages)
    {
        var signedIn = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        signedIn.MapGet(SeenRoute, ShowPhoto.SeenAsync);
        signedIn.MapGet(MineRoute, ShowPhoto.MineAsync);
        return pages;
    }
}
