using Endre.Web.Access;
using Endre.Web.Features.Hassles.SimilarHassles;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>«Meg også» and the list that it stands in.</summary>
internal static class MeTooRoutes
{
    public static IServiceCollection AddMeToos(this IServiceCollection services) =>
        services
            .AddScoped<ReadHits>()
            .AddScoped<ReadMet>()
            .AddScoped<MeTooSight>()
            .AddScoped<MeTooPages>()
            .AddScoped<ShowSimilar>();

    public static void MapMeToos(this IEndpointRouteBuilder pages)
    {
        // MeTooSight decides which ones. When somebody presses is nobody's to count.
        var open = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics().WithMetadata(new KeptByNobody());
        open.MapPost(MeTooLinks.Mark, MeTooPages.MarkAsync);
        open.MapPost(MeTooLinks.TakeBack, MeTooPages.TakeBackAsync);
        open.MapPost(MeTooLinks.Similar, ShowSimilar.HandleAsync);
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn).DisableHttpMetrics();
        seen.MapPost(MeTooLinks.OneRoute, MeTooPages.MarkOneAsync);
        seen.MapPost(MeTooLinks.OneBackRoute, MeTooPages.TakeOneBackAsync);
    }
}
