using System.Text.Encodings.Web;
using System.Text.Unicode;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Hosting.Metrics;
using Endre.Web.Texts;

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
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
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
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20) + settings.Drain);
        services.AddEndreStorage(
            new StorageOptions { DataDirectory = settings.Data, PostgresConnectionString = settings.Database }
        );
        services.AddForwardedAddresses(settings);
        services.AddRateLimits();
        services.AddMetricsListener();
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Use);
        services.AddAntiforgery(UseAntiforgeryNames);
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(typeof(Texts<>));
        services.AddSingleton<Formats>();
        return builder;
    }

    /// <summary>What every request passes on its way to its route, outermost first.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestErrors>();
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
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
        return app;
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
