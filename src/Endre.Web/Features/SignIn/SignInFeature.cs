using Endre.Web.Access;
using Endre.Web.Features.SignIn.Providers;
using Endre.Web.Hosting;

namespace Endre.Web.Features.SignIn;

public static class SignInFeature
{
    internal static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<ShowSignIn>();
        services.AddScoped<SignInWithPassword>();
        services.AddSingleton<IAnnouncement, ProviderLines>();
        services.AddProviders(settings.SignIn);
        return services;
    }

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapGet(AccessLinks.SignIn, ShowSignIn.HandleAsync);
        open.MapGet(AccessLinks.LocalSignIn, ShowSignIn.LocalAsync);
        open.MapPost(AccessLinks.SignIn, SignInWithPassword.HandleAsync);
        open.MapPost(AccessLinks.PasskeyQuestion, SignInWithPasskey.AskAsync);
        open.MapPost(AccessLinks.SignInWithPasskey, SignInWithPasskey.HandleAsync);
        if (app.ServiceProvider.GetRequiredService<Settings>().Demo)
            open.MapPost(AccessLinks.DemoSignIn, SignInAsDemoPerson.HandleAsync);
        open.MapGet(AccessLinks.ProviderRoute, SignInWithProvider.HandleAsync);
        open.MapGet(AccessLinks.ProviderSignedOut, HearSignOut.FromFrameAsync);
        open.MapPost(AccessLinks.SignOut, ProviderSignOut.HandleAsync);
        open.MapGet(AccessLinks.SignedOut, ProviderSignOut.ShowDone);
        return app;
    }

    /// <summary>What providers, and no people, ask for.</summary>
    public static IEndpointRouteBuilder MapSignInApi(this IEndpointRouteBuilder api)
    {
        api.MapPost(AccessLinks.ProviderSignOut, HearSignOut.FromServerAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();
        return api;
    }
}
