using Endre.Web.Access;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Lineage;

/// <summary>From a note in a workshop to what became of it, and back.</summary>
public static class LineageFeature
{
    public static IServiceCollection AddLineage(this IServiceCollection services) => services.AddScoped<RecordWalk>();

    public static IEndpointRouteBuilder MapLineage(this IEndpointRouteBuilder pages)
    {
        // Each area shows of its own records what the person may see; the rest is not found.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(LineageLinks.ShowRoute, ShowLineage.ShowLineage.HandleAsync);
        return pages;
    }
}
