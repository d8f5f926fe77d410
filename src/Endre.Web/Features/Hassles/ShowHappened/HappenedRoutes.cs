using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>«Dette skjedde», on the page and on the wall.</summary>
internal static class HappenedRoutes
{
    public static IServiceCollection AddHappened(this IServiceCollection services) =>
        services
            .AddScoped<HappenedRows>()
            .AddScoped<ShowHappened>()
            .AddScoped<ShowHappenedScreen>()
            .AddScoped<KeepScreens.KeepScreens>()
            .AddScoped<IUnitLinks, HappenedUnitLinks>();

    public static void MapHappened(this IEndpointRouteBuilder pages)
    {
        // HassleSight decides which units; the leaders' acts ask it whether the unit is theirs.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(HappenedLinks.Choose, ShowHappened.ChooseAsync);
        seen.MapGet(HappenedLinks.OneRoute, ShowHappened.HandleAsync);
        seen.MapGet(HappenedLinks.ScreenRoute, ShowHappenedScreen.ShowAsync);
        seen.MapGet(HappenedLinks.ScreensRoute, KeepScreens.KeepScreens.ShowAsync);
        seen.MapPost(HappenedLinks.ScreensRoute, KeepScreens.KeepScreens.MakeAsync);
        seen.MapPost(HappenedLinks.RemoveScreenRoute, KeepScreens.KeepScreens.RemoveAsync);
        seen.MapPost(HappenedLinks.PutRoute, KeepScreens.KeepScreens.PutAsync);
        // A screen on a wall has nobody signed in: the secret in the link opens it, to read.
        pages.MapGet(HappenedLinks.WallRoute, ShowHappenedScreen.ShowWallAsync).AllowAnonymous();
    }
}
