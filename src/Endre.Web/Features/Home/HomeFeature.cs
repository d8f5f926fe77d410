using Endre.Web.Components;
using Endre.Web.Components.Layout;

namespace Endre.Web.Features.Home;

public static class HomeFeature
{
    public static IEndpointRouteBuilder MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGet(HomeLinks.Home, ShowAsync).AllowAnonymous();
        app.MapGet(HomeLinks.Manifest, ShowManifest.Handle).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> ShowAsync(IHomePart say, CancellationToken ct) =>
        Page.Of<ShowHomePage>(new { Say = await say.ReadAsync(ct) });
}
