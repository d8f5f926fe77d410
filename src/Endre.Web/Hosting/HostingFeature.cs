using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Hosting.Metrics;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Endre.Web.Hosting;

public static class HostingFeature
{
    // The longest text is 500 characters; whoever sends files says so at the route ([RequestSizeLimit]).
    private const int LargestRequest = 64 * 1024;

    internal static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, Settings settings)
    {
        Logging.Use(builder.Logging, settings);
        builder.WebHost.UseUrls(settings.ListenUrls.Split(';', StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            UseLimits(kestrel.Limits);
        });

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ListeningAddress>();
        services.AddScoped<RoomAddress>();
        services.AddSingleton<IAnnouncement, AddressAnnouncement>();
        services.AddSingleton<IAnnouncement, TerminalQr>();
        services.AddSingleton<ShutdownNotice>();
        services.AddHostedService(provider => provider.GetRequiredService<ShutdownNotice>());
        services.AddSingleton<RestoreWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<RestoreWatch>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20) + settings.Drain);
        services.AddEndreStorage(
            new StorageOptions { DataDirectory = settings.Data, PostgresConnectionString = settings.Database }
        );
        services.AddSingleton<SecurityEvents>();
        services.AddForwardedAddresses(settings);
        services.AddRateLimits();
        services.AddMetricsListener();
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Use);
        services.AddAntiforgery(UseAntiforgeryNames);
        services.AddRazorComponents();
        services.AddSingleton(Html.Encoder);
        services.AddSingleton(typeof(Texts<>));
        services.AddSingleton<Formats>();
        return builder;
    }

    /// <summary>What every request passes on its way to its route, outermost first.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseCookieNames();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestErrors>();
        app.UseHostNames();
        app.UseRouting();
        app.UseShortWayForParticipants();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRequestLanguage();
        app.UseAuthorization();
        app.UseForgeryProtection();
        return app;
    }

    public static IEndpointRouteBuilder MapHosting(this IEndpointRouteBuilder app)
    {
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi().AllowAnonymous();
        // Without it, an address that does not exist would ask a stranger to sign in.
        app.MapFallback("{**path}", http => Results.NotFound().ExecuteAsync(http)).AllowAnonymous();
        return app;
    }

    // Whoever sends a byte now and then keeps a connection from others; so does one who never finishes asking.
    private static void UseLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = LargestRequest;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    private static void UseAntiforgeryNames(Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions options)
    {
        options.Cookie.Name = "endre-skjema";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.FormFieldName = "__token";
        options.HeaderName = "X-Endre-Token";
        // frame-ancestors says it.
        options.SuppressXFrameOptionsHeader = true;
    }
}
