using System.Net;
using System.Security.Cryptography;
using System.Text;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Hosting.Metrics;

/// <summary><c>/metrics</c> for this machine itself, and for whoever has the token of the settings.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static IServiceCollection AddMetricsListener(this IServiceCollection services)
    {
        services.AddSingleton<MetricListener>();
        return services.AddHostedService(provider => provider.GetRequiredService<MetricListener>());
    }

    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Read).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription().DisableHttpMetrics();
        return app;
    }

    private static IResult Read(HttpContext context, MetricListener metrics, Settings settings) =>
        IsAllowed(context, settings.MetricsToken)
            ? Results.Text(metrics.Read(), PrometheusText.ContentType)
            : ErrorResult.NotFound;

    private static bool IsAllowed(HttpContext context, string? token)
    {
        if (
            token is not null
            && CryptographicOperations.FixedTimeEquals(Given(context), Encoding.UTF8.GetBytes($"Bearer {token}"))
        )
            return true;
        // A proxy on this machine that forwards no address would make the whole world local.
        var isForwarded = context.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("X-Original-For", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Via", StringComparison.OrdinalIgnoreCase)
        );
        return !isForwarded && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
    }

    private static byte[] Given(HttpContext context) =>
        Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
}
