using Endre.Web.Access;
using Endre.Web.Access.Providers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>
/// OpenID Connect as strictly as it goes: code flow with PKCE, discovery, keys fetched anew when one is unknown, state
/// and nonce in cookies that are used once, asymmetric signatures only.
/// </summary>
internal static class ProviderSchemes
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    public static void AddProviders(this IServiceCollection services, SignInSettings settings)
    {
        // Keys that are fetched in the background come too late for the person who met the new one.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        services.AddScoped<ProviderEvents>();
        services.AddScoped<AcceptPerson>();
        services.AddScoped<ProviderPeople>();
        services.AddScoped<ProviderSignOut>();
        services.AddScoped<HearSignOut>();
        var authentication = new AuthenticationBuilder(services);
        foreach (var provider in settings.Providers)
        {
            authentication.AddOpenIdConnect(provider.Scheme, provider.Name, _ => { });
            services
                .AddOptions<OpenIdConnectOptions>(provider.Scheme)
                .Configure<TimeProvider>((options, time) => Use(options, provider, time));
        }
    }

    private static void Use(OpenIdConnectOptions options, SignInProvider provider, TimeProvider time)
    {
        options.Authority = provider.Authority.ToString().TrimEnd('/');
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        if (provider.Levels.Count > 0)
            options.AdditionalAuthorizationParameters["acr_values"] = string.Join(' ', provider.Levels);
        if (provider.AuthorizationDetails is { } details)
            options.AdditionalAuthorizationParameters["authorization_details"] = details;

        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a link, so our cookies need not be sent with other sites' forms, and no policy is loosened.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = AccessLinks.ProviderAnswer(provider.Id);
        // Sign-out is ours: ProviderSignOut and HearSignOut.
        options.SignedOutCallbackPath = $"{AccessLinks.ProviderAnswer(provider.Id)}/ut";
        options.RemoteSignOutPath = default;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(20);
        options.EventsType = typeof(ProviderEvents);

        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = provider.AsksForMore;
        options.ClaimActions.Clear();
        options.ClaimActions.MapAll();

        UseCookie(options.NonceCookie, "endre-oidc-svar.");
        UseCookie(options.CorrelationCookie, "endre-oidc-vei.");
        UseRules(options.TokenValidationParameters, provider, time);
    }

    private static void UseCookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static void UseRules(TokenValidationParameters rules, SignInProvider provider, TimeProvider time)
    {
        rules.NameClaimType = "name";
        rules.ClockSkew = ClockSkew;
        // No "none", and no secret that both sides share.
        rules.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256,
            SecurityAlgorithms.RsaSha384,
            SecurityAlgorithms.RsaSha512,
            SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.RsaSsaPssSha384,
            SecurityAlgorithms.RsaSsaPssSha512,
            SecurityAlgorithms.EcdsaSha256,
            SecurityAlgorithms.EcdsaSha384,
            SecurityAlgorithms.EcdsaSha512,
        ];
        rules.LifetimeValidator = (notBefore, expires, _, _) =>
            IsInTime(notBefore, expires, time.GetUtcNow().UtcDateTime);
        rules.IssuerValidatorUsingConfiguration = (issuer, token, _, configuration) =>
            TokenIssuer.Validate(provider, issuer, token, configuration.Issuer);
    }

    private static bool IsInTime(DateTime? notBefore, DateTime? expires, DateTime now)
    {
        if (expires is null)
            throw new SecurityTokenNoExpirationException("The token never expires.");
        // A token without a start comes with the first instant there is, from which nothing can be taken away.
        if (expires.Value < now - ClockSkew)
            throw new SecurityTokenExpiredException("The token has expired.") { Expires = expires.Value };
        if (notBefore is { } from && from > now + ClockSkew)
            throw new SecurityTokenNotYetValidException("The token is not valid yet.") { NotBefore = from };
        return true;
    }
}
