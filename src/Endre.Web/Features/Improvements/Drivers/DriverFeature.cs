using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>Driverdiagram: from the aim through what has to change to what one can try.</summary>
internal static class DriverFeature
{
    public static IServiceCollection AddDrivers(this IServiceCollection services) =>
        services
            .AddScoped<ReadDrivers>()
            .AddScoped<DrawDrivers>()
            .AddScoped<DownloadDrivers>()
            .AddScoped<IPersonalData, EraseDriverNames>()
            .AddScoped<IImprovementPart, DriversPart>()
            .AddScoped<Demo.IDemoPart, DemoDrivers>();

    public static IEndpointRouteBuilder MapDrivers(this IEndpointRouteBuilder seen)
    {
        seen.MapGet(ImprovementLinks.DriversRoute, ReadDrivers.ShowAsync);
        seen.MapGet($"{ImprovementLinks.DriversRoute}.svg", DownloadDrivers.DrawingAsync);
        seen.MapGet($"{ImprovementLinks.DriversRoute}.docx", DownloadDrivers.DocumentAsync);
        seen.MapPost($"{ImprovementLinks.DriversRoute}/{{act}}", DrawDrivers.HandleAsync);
        return seen;
    }
}
