using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Hassles.Photos;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.Channels;

/// <summary>What is no hassle: told from one, and led to where it belongs.</summary>
internal static class ChannelRoutes
{
    /// <summary>What is a hassle and what is not. The form of <c>/si-fra</c> leads here, and brings what was typed.</summary>
    public const string Elsewhere = "/si-fra/avvik-eller-varsel";

    /// <summary>Back to the form, with what was typed.</summary>
    public const string Back = "/si-fra/tilbake";

    public const string Change = "/avvik-og-varsling";

    public static IServiceCollection AddChannels(this IServiceCollection services) =>
        services
            .AddScoped<PointElsewhere>()
            .AddNavigation<ChannelTexts>(
                94,
                Change,
                "ChangeTitle",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapChannels(this IEndpointRouteBuilder pages)
    {
        var open = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics();
        open.MapGet(Elsewhere, PointElsewhere.ShowAsync);
        // What comes back holds what somebody typed and has not sent.
        var secret = open.MapGroup("").WithMetadata(new KeptByNobody());
        secret.MapPost(Elsewhere, PointElsewhere.BringAsync).TakesPhoto();
        secret.MapPost(Back, PointElsewhere.BackAsync).TakesPhoto();

        var administrators = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        administrators.MapGet(Change, ChangeChannels.ShowAsync);
        administrators.MapPost(Change, ChangeChannels.HandleAsync);
        return pages;
    }
}
