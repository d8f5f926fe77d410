namespace Endre.Web.Features.RunCharts;

/// <summary>Rundiagram: whether a curve is more than chance, in a sentence.</summary>
public static class RunChartFeature
{
    public static IServiceCollection AddRunCharts(this IServiceCollection services) =>
        services.AddScoped<RunChartSentences>();

    public static IEndpointRouteBuilder MapRunCharts(this IEndpointRouteBuilder pages)
    {
        // It keeps nothing: whoever has some numbers may look at them.
        pages.MapGroup("").AllowAnonymous().MapGet(RunChartLinks.Show, ShowRunChart.ShowRunChart.Handle);
        return pages;
    }

    public static IEndpointRouteBuilder MapRunChartApi(this IEndpointRouteBuilder api)
    {
        EvaluateRunChart.EvaluateRunChartEndpoint.Map(api);
        return api;
    }
}
