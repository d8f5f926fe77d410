using Endre.Web.Components;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Taxonomy.ChangeFactors;
using Endre.Web.Features.Taxonomy.ListFactors;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Taxonomy;

/// <summary>Drivers and barriers of innovation: the frame that categories are tied to.</summary>
public static class TaxonomyFeature
{
    public static IServiceCollection AddTaxonomy(this IServiceCollection services) =>
        services
            .AddSingleton<Factors>()
            .AddHostedService<FactorsKeepUp>()
            .AddScoped<IStartupPart, FactorsExist>()
            .AddScoped<ChangeFactors.ChangeFactors>()
            .AddScoped<FactorHistory>()
            .AddNavigation<TaxonomyTexts>(
                96,
                TaxonomyLinks.List,
                "Title",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapTaxonomy(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(TaxonomyLinks.List, IResult () => Page.Of<ListFactorsPage>()).AllowAnonymous();
        pages.MapChangeFactors();
        return pages;
    }
}
