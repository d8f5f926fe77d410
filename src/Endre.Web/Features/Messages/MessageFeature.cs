using Endre.Web.Messages;

namespace Endre.Web.Features.Messages;

/// <summary>Meldinger: what one is told, in the app and by mail.</summary>
public static class MessageFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services.AddScoped<Outgoing>();

    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder pages) => pages;
}
