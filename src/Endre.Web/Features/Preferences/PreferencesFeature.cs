namespace Endre.Web.Features.Preferences;

public static class PreferencesFeature
{
    public static IEndpointRouteBuilder MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapPost(PreferenceLinks.Language, ChooseLanguage.HandleAsync).AllowAnonymous();
        app.MapPost(PreferenceLinks.Appearance, ChooseAppearance.Handle).AllowAnonymous();
        return app;
    }
}
