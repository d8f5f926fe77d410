using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Home;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Features.SignIn;

public static class SignInFeature
{
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services.AddScoped<ShowSignIn>();

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapGet(AccessLinks.SignIn, ShowSignIn.HandleAsync);
        open.MapPost(AccessLinks.SignIn, SignInWithPassword.HandleAsync);
        open.MapPost(AccessLinks.PasskeyQuestion, SignInWithPasskey.AskAsync);
        open.MapPost(AccessLinks.SignInWithPasskey, SignInWithPasskey.HandleAsync);
        if (app.ServiceProvider.GetRequiredService<Settings>().Demo)
            open.MapPost(AccessLinks.DemoSignIn, SignInAsDemoPerson.HandleAsync);
        open.MapPost(AccessLinks.SignOut, SignOutAsync);
        return app;
    }

    private static async Task<IResult> SignOutAsync(SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return Page.SeeOther(HomeLinks.Home);
    }
}
