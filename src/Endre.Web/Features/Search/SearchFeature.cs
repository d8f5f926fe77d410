using Endre.Web.Access;
using Endre.Web.Searching;

namespace Endre.Web.Features.Search;

/// <summary>One field for everything one may see. What can be found, each area says by itself.</summary>
public static class SearchFeature
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddScoped<SearchEverything.SearchEverything>().AddHostedService<WarmIndexes>();

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder pages)
    {
        pages
            .MapGet(SearchLinks.Search, SearchEverything.SearchEverything.HandleAsync)
            .RequireAuthorization(Policies.SignedIn);
        return pages;
    }
}
