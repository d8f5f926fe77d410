namespace Endre.Web.Features.Account;

public static class AccountFeature
{
    public static IServiceCollection AddAccount(this IServiceCollection services) =>
        services.AddScoped<ShowAccount>().AddScoped<ChangePassword>();

    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder app)
    {
        app.MapGet(AccountLinks.Account, ShowAccount.HandleAsync);
        app.MapPost(AccountLinks.Name, ChangeName.HandleAsync);
        app.MapPost(AccountLinks.Password, ChangePassword.HandleAsync);
        app.MapPost(AccountLinks.PasskeyQuestion, AddPasskey.AskAsync);
        app.MapPost(AccountLinks.Passkey, AddPasskey.HandleAsync);
        app.MapPost(AccountLinks.RemovePasskey, ChangePasskey.RemoveAsync);
        app.MapGet(AccountLinks.RenamePasskeyRoute, ChangePasskey.ShowAsync);
        app.MapPost(AccountLinks.RenamePasskeyRoute, ChangePasskey.RenameAsync);
        app.MapPost(AccountLinks.SignOutEverywhere, SignOutEverywhere.HandleAsync);
        return app;
    }
}
