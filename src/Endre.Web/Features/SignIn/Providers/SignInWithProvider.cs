using Endre.Web.Components;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Authentication;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>
/// Sends somebody to a provider. It is a link and no form, so the policy against forms to other sites stays as it is;
/// what it starts can be ended only in the same browser.
/// </summary>
internal sealed partial class SignInWithProvider
{
    public static async Task<IResult> HandleAsync(
        string provider,
        string? returnTo,
        string? invitation,
        HttpContext http,
        Settings settings,
        ILogger<SignInWithProvider> logger
    )
    {
        if (settings.SignIn.Find(provider) is not { } found)
            return ErrorResult.NotFound;
        var properties = new AuthenticationProperties { RedirectUri = ReturnAddress.Local(returnTo) };
        if (invitation is { Length: > 0 and <= 100 })
            properties.Items[ProviderEvents.Invitation] = invitation;
        try
        {
            await http.ChallengeAsync(found.Scheme, properties);
            return Results.Empty;
        }
        catch (Exception problem)
            when (!http.RequestAborted.IsCancellationRequested && ProviderFaults.Of(problem) == ProviderFault.Down)
        {
            LogDown(logger, found.Id, ProviderFaults.CodesOf(problem));
            return ProviderRefusal.Page(found, ProviderFault.Down);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} does not answer ({Codes}).")]
    private static partial void LogDown(ILogger logger, string provider, string codes);
}
