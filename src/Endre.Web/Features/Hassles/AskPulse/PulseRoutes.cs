using Endre.Web.Access;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>The pulse of a unit.</summary>
internal static class PulseRoutes
{
    public static IServiceCollection AddPulses(this IServiceCollection services) =>
        services
            .AddHostedService<PulseClock>()
            .AddScoped<ReadPulse>()
            .AddScoped<OpenRounds>()
            .AddScoped<AnswerPulse>()
            .AddScoped<KeepPulse>();

    public static void MapPulses(this IEndpointRouteBuilder pages)
    {
        // As for what is said: no account is needed, and nothing is counted with its time.
        var open = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics();
        open.MapGet(PulseLinks.AnswerRoute, AnswerPulse.AskAsync);
        open.MapPost(PulseLinks.AnswerRoute, AnswerPulse.AnswerAsync).WithMetadata(new KeptByNobody());

        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(PulseLinks.OneRoute, KeepPulse.ShowAsync);
        seen.MapPost(PulseLinks.OneRoute, KeepPulse.ChooseAsync);
        seen.MapPost(PulseLinks.WordRoute, KeepPulse.SayWordAsync);
    }
}
