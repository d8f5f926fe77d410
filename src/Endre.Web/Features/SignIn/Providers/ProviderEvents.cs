using Endre.Web.Access.Providers;
using Endre.Web.Hosting;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>What we do at the stations of a sign-in: nothing happens on the way that is not answered with a page of ours.</summary>
internal sealed partial class ProviderEvents(Settings settings, AcceptPerson accept, ILogger<ProviderEvents> logger)
    : OpenIdConnectEvents
{
    /// <summary>The secret of the invitation that somebody came with, on its way to the provider and back.</summary>
    public const string Invitation = "endre:invitation";

    private const string IdToken = "endre:answered-id-token";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        // Behind a proxy, only the address that is registered at the provider will do.
        if (settings.PublicAddress is { } address)
            context.ProtocolMessage.RedirectUri = new Uri(address, context.Options.CallbackPath).ToString();
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        context.Properties!.Items[IdToken] = context.TokenEndpointResponse?.IdToken;
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var provider = ProviderOf(context.Scheme);
        context.Properties!.Items.TryGetValue(IdToken, out var token);
        var principal = context.Principal!;
        var session = new ProviderSession(provider.Id, principal.FindFirst("sid")?.Value, token);
        RequestLanguage.UseFor(context.HttpContext);
        context.Properties.Items.TryGetValue(Invitation, out var invitation);
        var answer = await accept.AcceptAsync(provider, principal, session, invitation, context.ReturnUri);
        context.HandleResponse();
        await answer.ExecuteAsync(context.HttpContext);
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return RefuseAsync(context.HttpContext, ProviderOf(context.Scheme), ProviderFault.Denied, "access_denied");
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var codes = ProviderFaults.CodesOf(context.Failure);
        return RefuseAsync(context.HttpContext, ProviderOf(context.Scheme), ProviderFaults.Of(context.Failure), codes);
    }

    private Task RefuseAsync(HttpContext http, SignInProvider provider, ProviderFault fault, string codes)
    {
        LogRefused(provider.Id, fault, codes);
        RequestLanguage.UseFor(http);
        return ProviderRefusal.Page(provider, fault).ExecuteAsync(http);
    }

    private SignInProvider ProviderOf(AuthenticationScheme scheme) =>
        settings.SignIn.Providers.First(provider => provider.Scheme == scheme.Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in through {Provider} failed: {Fault} ({Codes}).")]
    private partial void LogRefused(string provider, ProviderFault fault, string codes);
}
