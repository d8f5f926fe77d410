using Endre.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>People and units from a file: look first, then carry out.</summary>
public static class ImportFeature
{
    // The file, and the few bytes a form wraps around it.
    private static readonly RequestSizeLimitAttribute Limit = new(ImportFile.Limits.MaxBytes + (64 * 1024));

    public static IServiceCollection AddImport(this IServiceCollection services) =>
        services
            .AddScoped<ImportPreviews>()
            .AddScoped<IRetention, ImportFiles>()
            .AddScoped<ImportSource>()
            .AddScoped<ImportStore>()
            .AddScoped<CarryOutImport>()
            .AddSingleton<ImportSentences>()
            .AddSingleton<ImportFile>();

    public static IEndpointRouteBuilder MapImport(this IEndpointRouteBuilder app)
    {
        var import = app.MapGroup("").RequireAuthorization(Policies.Administrator);
        import.MapGet(ImportLinks.Upload, UploadImport.Show);
        import.MapPost(ImportLinks.Upload, UploadImport.HandleAsync).WithMetadata(Limit);
        import.MapGet(ImportLinks.CsvTemplate, ImportTemplate.Csv);
        import.MapGet(ImportLinks.WorkbookTemplate, ImportTemplate.Workbook);
        import.MapGet(ImportLinks.DoneRoute, ShowImport.Done);
        import.MapGet(ImportLinks.PreviewRoute, ShowImport.HandleAsync);
        import.MapGet(ImportLinks.FaultsRoute, ShowImport.FaultsAsync);
        import.MapGet(ImportLinks.ChangesRoute, ShowImport.ChangesAsync);
        import.MapPost(ImportLinks.ChoicesRoute, ChooseImport.HandleAsync);
        import.MapPost(ImportLinks.DiscardRoute, ChooseImport.DiscardAsync);
        import.MapPost(ImportLinks.CarryOutRoute, CarryOutImport.HandleAsync);
        return app;
    }
}
