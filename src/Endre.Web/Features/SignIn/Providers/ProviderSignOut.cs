using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Access.Providers;
using Endre.Web.Components;
using Endre.Web.Features.Home;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>
/// Signs out here, at once and whatever happens; then at the provider, if the session came from one (OpenID Connect
/// RP-Initiated Logout 1.0). The way there goes by a page of ours: browsers hold form-action against every station of a
/// form, so a redirect would need all addresses of the provider in our policy.
/// </summary>
internal sealed partial class ProviderSignOut(
    SignInManager<Person> signIn,
    Settings settings,
    ListeningAddress address,
    IOptionsMonitor<OpenIdConnectOptions> options,
    ILogger<ProviderSignOut> logger
)
{
    public static Task<IResult> HandleAsync(HttpContext http, ProviderSignOut sign) => sign.OutAsync(http);

    public static IResult ShowDone() => Page.Of<SignedOutPage>();

    private async Task<IResult> OutAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignOutAsync();
        if (
            ProviderSession.Of(session.Properties) is not { } there
            || settings.SignIn.Find(there.Provider) is not { SignsOutThere: true } provider
            || await OnwardAsync(http, provider, there) is not { } onward
        )
            return Page.SeeOther(HomeLinks.Home);
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<SigningOutPage>(new { Onward = onward, Provider = provider.Name });
    }

    private async Task<string?> OnwardAsync(HttpContext http, SignInProvider provider, ProviderSession session)
    {
        try
        {
            var manager = options.Get(provider.Scheme).ConfigurationManager!;
            var configuration = await manager.GetConfigurationAsync(http.RequestAborted);
            if (string.IsNullOrEmpty(configuration.EndSessionEndpoint))
                return null;
            var site = settings.PublicAddress ?? Here(http) ?? address.ForPeople;
            return new OpenIdConnectMessage
            {
                IssuerAddress = configuration.EndSessionEndpoint,
                IdTokenHint = session.IdToken,
                ClientId = provider.ClientId,
                PostLogoutRedirectUri = new Uri(site, AccessLinks.SignedOut).ToString(),
            }.CreateLogoutRequestUrl();
        }
        catch (Exception problem) when (ProviderFaults.Of(problem) == ProviderFault.Down)
        {
            LogDown(provider.Id, ProviderFaults.CodesOf(problem));
            return null;
        }
    }

    private static Uri? Here(HttpContext http) =>
        Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host}", UriKind.Absolute, out var here) ? here : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} does not answer at sign-out ({Codes}).")]
    private partial void LogDown(string provider, string codes);
}
