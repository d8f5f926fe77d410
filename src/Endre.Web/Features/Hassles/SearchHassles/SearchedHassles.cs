using Endre.Storage;
using Endre.Web.Features.Hassles.SimilarHassles;
using Endre.Web.Searching;

namespace Endre.Web.Features.Hassles.SearchHassles;

/// <summary>What has been said can be searched, and is shown to whoever is about to say it again.</summary>
internal static class SearchedHassles
{
    public static IServiceCollection AddSearchedHassles(this IServiceCollection services) =>
        services
            .AddSingleton<HassleIndex>()
            .AddSingleton<IWarmed>(provider => provider.GetRequiredService<HassleIndex>())
            .AddSingleton<HassleMarks>()
            .ConfigureDbContext<EndreContext>(
                (provider, options) => options.AddInterceptors(provider.GetRequiredService<HassleMarks>())
            )
            .AddScoped<ISearched, SearchHassles>()
            .AddSingleton<SimilarLimit>()
            .AddScoped<SimilarHassles.SimilarHassles>();
}
