using Endre.Web.Access;
using Endre.Web.Features.Hassles.FollowHassle;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>Gone, and not gone after all.</summary>
internal static class RemovalRoutes
{
    public static IServiceCollection AddRemovals(this IServiceCollection services) =>
        services.AddScoped<RemovalPages>().AddScoped<WritersRemoval>();

    public static void MapRemovals(this IEndpointRouteBuilder pages)
    {
        // As for all that a writer does: not counted with its time, and kept by no browser.
        var secret = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics().WithMetadata(new KeptByNobody());
        secret.MapPost(RemovalLinks.ClaimGone, ClaimPages.GoneAsync);
        secret.MapPost(RemovalLinks.ClaimBack, ClaimPages.BackAsync);

        var known = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        known.MapGet(RemovalLinks.MineGoneRoute, MyPages.AskGoneAsync);
        known.MapPost(RemovalLinks.MineGoneRoute, MyPages.GoneAsync);
        known.MapGet(RemovalLinks.MineBackRoute, MyPages.AskBackAsync);
        known.MapPost(RemovalLinks.MineBackRoute, MyPages.BackAsync);
        known.MapGet(RemovalLinks.GoneRoute, RemovalPages.AskGoneAsync);
        known.MapPost(RemovalLinks.GoneRoute, RemovalPages.GoneAsync);
        known.MapGet(RemovalLinks.BackRoute, RemovalPages.AskBackAsync);
        known.MapPost(RemovalLinks.BackRoute, RemovalPages.BackAsync);
    }
}
