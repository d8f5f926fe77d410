using Endre.Web.Hosting;

namespace Endre.Web.Features.Taxonomy;

/// <summary>Drivers and barriers of innovation: the frame that categories are tied to.</summary>
public static class TaxonomyFeature
{
    public static IServiceCollection AddTaxonomy(this IServiceCollection services) =>
        services.AddSingleton<Factors>().AddScoped<IStartupPart, FactorsExist>();
}
