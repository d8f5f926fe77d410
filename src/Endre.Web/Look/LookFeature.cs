using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Look;

/// <summary>The organization's own colors and logo on every page.</summary>
public static class LookFeature
{
    private const string Immutable = "public, max-age=31536000, immutable";

    // A drawing that is opened by itself is a page. Cleaned as it is, it still may do nothing.
    private static readonly ContentPolicy Nothing = new("default-src 'none'; sandbox; frame-ancestors 'none'");

    public static IServiceCollection AddLook(this IServiceCollection services) =>
        services
            .AddSingleton<ThemeGenerator>()
            .AddSingleton<CurrentLook>()
            .AddScoped<StoreLook>()
            .AddScoped<IStartupPart, LookIsRead>()
            .AddHostedService<LookKeepsUp>();

    public static IEndpointRouteBuilder MapLook(this IEndpointRouteBuilder app)
    {
        app.MapGet(LookLinks.SheetRoute, SheetAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(LookLinks.LogoRoute, LogoAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(Nothing);
        return app;
    }

    private static async Task<IResult> SheetAsync(
        string hash,
        CurrentLook look,
        HttpContext http,
        Settings settings,
        CancellationToken ct
    )
    {
        // Another node has changed it, and sent the page that asks.
        if (look.Sheet(hash) is null && !string.IsNullOrWhiteSpace(settings.Database))
        {
            await look.RefreshAsync(ct);
        }
        return look.Sheet(hash) is { } sheet ? File(http, sheet, "text/css; charset=utf-8") : ErrorResult.NotFound;
    }

    private static async Task<IResult> LogoAsync(
        string id,
        CurrentLook look,
        HttpContext http,
        EndreContext database,
        CancellationToken ct
    ) =>
        (look.Logo is { } shown && shown.Id == id ? shown : await FindAsync(database, id, ct)) is { } logo
            ? File(http, logo.Content, logo.MediaType)
            : ErrorResult.NotFound;

    private static Task<Logo?> FindAsync(EndreContext database, string id, CancellationToken ct) =>
        database.Logos.AsNoTracking().SingleOrDefaultAsync(logo => logo.Id == id, ct);

    private static IResult File(HttpContext http, byte[] content, string mediaType)
    {
        http.Response.Headers.CacheControl = Immutable;
        return Results.Bytes(content, mediaType);
    }
}
