using Endre.Web.Access;
using Endre.Web.Features.Improvements.Measures.Files;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Features.Improvements.Measures.TellByLink;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Hosting;
using Endre.Web.Lineage;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>Måltall: what is counted in an improvement, and whether it is more than chance.</summary>
internal static class MeasureRoutes
{
    // The file, or the pasted list, and the few bytes that a form wraps around it.
    private static readonly RequestSizeLimitAttribute Limit = new(
        ImportMeasurements.ListedRows.Limits.MaxBytes + (256 * 1024)
    );

    public static IServiceCollection AddMeasures(this IServiceCollection services) =>
        services
            .AddScoped<MeasureScope>()
            .AddScoped<MeasureWords>()
            .AddScoped<MeasureBlocks>()
            .AddScoped<IRecordFigures, FiguresOfImprovements>()
            .AddScoped<LastPoints>()
            .AddScoped<IImprovementPoints, LastPoints>()
            .AddScoped<IImprovementEffects, EffectOfMeasures>()
            .AddScoped<IImprovementPart, MeasuresPart>()
            .AddScoped<MakeMeasure.MakeMeasure>()
            .AddScoped<ShowMeasure.ShowMeasure>()
            .AddScoped<ChangeMeasure.ChangeMeasure>()
            .AddScoped<EnterMeasurement.EnterMeasurement>()
            .AddScoped<ImportMeasurements.ImportMeasurements>()
            .AddScoped<DownloadMeasure>()
            .AddSingleton<TellLimit>()
            .AddScoped<TellByLink.TellByLink>()
            .AddScoped<Demo.IDemoPart, DemoMeasures.DemoPhones>()
            .AddScoped<IPersonalData, EraseMeasureNames>()
            .AddScoped<Demo.IDemoPart, DemoMeasures.DemoMeasures>();

    public static IEndpointRouteBuilder MapMeasures(this IEndpointRouteBuilder pages)
    {
        // ImprovementSight decides which ones: whoever sees the improvement reads them, whoever works with it counts in it.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(MeasureLinks.NewRoute, MakeMeasure.MakeMeasure.ShowAsync);
        seen.MapPost(MeasureLinks.NewRoute, MakeMeasure.MakeMeasure.HandleAsync);
        seen.MapGet(MeasureLinks.OneRoute, ShowMeasure.ShowMeasure.HandleAsync);
        seen.MapPost(MeasureLinks.EnterRoute, EnterMeasurement.EnterMeasurement.HandleAsync);
        seen.MapPost(MeasureLinks.CorrectRoute, EnterMeasurement.EnterMeasurement.CorrectAsync);
        seen.MapPost(MeasureLinks.ChangeRoute, ChangeMeasure.ChangeMeasure.HandleAsync);
        seen.MapGet(MeasureLinks.ImportRoute, ImportMeasurements.ImportMeasurements.ShowAsync);
        seen.MapPost(MeasureLinks.ImportRoute, ImportMeasurements.ImportMeasurements.PreviewAsync).WithMetadata(Limit);
        seen.MapPost(MeasureLinks.StoreRoute, ImportMeasurements.ImportMeasurements.StoreAsync).WithMetadata(Limit);
        seen.MapGet(MeasureLinks.SheetRoute, PrintLink.HandleAsync);
        seen.MapGet(MeasureLinks.FileRoute, DownloadMeasure.HandleAsync);

        // The secret in the address is the key, to tell a number and to see the last few. Nothing that is told is counted
        // with its time.
        var open = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics().WithMetadata(new KeptByNobody());
        open.MapGet(MeasureLinks.TellRoute, TellByLink.TellByLink.ShowAsync);
        open.MapPost(MeasureLinks.TellRoute, TellByLink.TellByLink.HandleAsync);
        return pages;
    }
}
