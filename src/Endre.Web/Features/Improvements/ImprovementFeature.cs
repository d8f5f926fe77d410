using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Improvements.Drivers;
using Endre.Web.Features.Improvements.Holding;
using Endre.Web.Features.Improvements.Measures;
using Endre.Web.Features.Improvements.Voices;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Improvements;

/// <summary>Forbedringer: what a unit tries, with the prediction said first, in cycles until it is adopted or stopped.</summary>
public static class ImprovementFeature
{
    public static IServiceCollection AddImprovements(this IServiceCollection services) =>
        services
            .AddScoped<ImprovementSight>()
            .AddScoped<ListImprovements.ListImprovements>()
            .AddScoped<StartImprovement.StartImprovement>()
            .AddScoped<ShowImprovement.ShowImprovement>()
            .AddScoped<ILineageArea, ImprovementLineage>()
            .AddCycles()
            .AddMeasures()
            .AddVoices()
            .AddHolding()
            .AddDrivers()
            .AddNavigation<ImprovementTexts>(8, ImprovementLinks.List, "Navigation", person => person.IsSignedIn);

    public static IEndpointRouteBuilder MapImprovements(this IEndpointRouteBuilder pages)
    {
        // ImprovementSight decides which ones: by what the person is in which unit, and by who answers for it.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(ImprovementLinks.List, ListImprovements.ListImprovements.HandleAsync);
        seen.MapGet(ImprovementLinks.New, StartImprovement.StartImprovement.ShowAsync);
        seen.MapPost(ImprovementLinks.New, StartImprovement.StartImprovement.HandleAsync);
        seen.MapGet(ImprovementLinks.OneRoute, ShowImprovement.ShowImprovement.HandleAsync);
        seen.MapCycles();
        pages.MapMeasures();
        seen.MapVoices().MapHolding().MapDrivers();
        return pages;
    }

    public static IEndpointRouteBuilder MapImprovementApi(this IEndpointRouteBuilder api)
    {
        MeasureApi.Map(api);
        return api;
    }
}
