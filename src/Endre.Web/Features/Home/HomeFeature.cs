using Endre.Web.Components;

namespace Endre.Web.Features.Home;

public static class HomeFeature
{
    public static IEndpointRouteBuilder MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGet(HomeLinks.Home, () => Page.Of<ShowHomePage>()).AllowAnonymous();
        return app;
    }
}
