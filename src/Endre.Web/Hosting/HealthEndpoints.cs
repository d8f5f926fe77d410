using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Hosting;

internal static class HealthEndpoints
{
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(Live, () => Results.Text("live")).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        app.MapGet(Ready, IsReadyAsync).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> IsReadyAsync(
        ShutdownNotice shutdown,
        IDbContextFactory<EndreContext> contexts,
        CancellationToken ct
    )
    {
        if (!shutdown.IsReady)
            return NotReady("starting or stopping");
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Database.CanConnectAsync(ct) ? Results.Text("ready") : NotReady("database");
    }

    private static IResult NotReady(string why) =>
        Results.Text($"not ready: {why}", statusCode: StatusCodes.Status503ServiceUnavailable);
}
