using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.Redact;

/// <summary>Content that names somebody: reported by whoever sees it, and taken out by those who answer.</summary>
internal static class RedactRoutes
{
    public const string ReportRoute = $"{HassleLinks.OneRoute}/meld-innhold";
    private const string PageRoute = $"{HassleLinks.OneRoute}/fjern";
    private const string PhotoRoute = $"{HassleLinks.OneRoute}/fjern-bilde";
    private const string KeepRoute = $"{HassleLinks.OneRoute}/la-sta";

    public static string Report(Guid id) => $"{HassleLinks.One(id)}/meld-innhold";

    public static string Of(Guid id) => $"{HassleLinks.One(id)}/fjern";

    public static string Photo(Guid id) => $"{HassleLinks.One(id)}/fjern-bilde";

    public static string Keep(Guid id) => $"{HassleLinks.One(id)}/la-sta";

    public static IServiceCollection AddRedaction(this IServiceCollection services) =>
        services.AddScoped<ReportedContent>().AddScoped<RedactContent>();

    public static IEndpointRouteBuilder MapRedaction(this IEndpointRouteBuilder pages)
    {
        // HassleSight decides which ones, and who may answer them.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapPost(ReportRoute, ReportContent.HandleAsync);
        seen.MapGet(PageRoute, RedactContent.ShowAsync);
        seen.MapPost(PageRoute, RedactContent.HandleAsync);
        seen.MapPost(PhotoRoute, RedactContent.RemovePhotoAsync);
        seen.MapPost(KeepRoute, RedactContent.KeepAsync);
        return pages;
    }
}
