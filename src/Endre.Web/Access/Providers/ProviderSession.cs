using Microsoft.AspNetCore.Authentication;

namespace Endre.Web.Access.Providers;

/// <summary>Which sign-in at a provider a session here rests on. It lies in the sign-in cookie, which only we can read.</summary>
/// <param name="Provider">The provider's id in the settings.</param>
/// <param name="SessionId">The provider's own id of the session (<c>sid</c>), when it tells.</param>
/// <param name="IdToken">Shown to the provider at sign-out, so that it need not ask who it is about.</param>
internal sealed record ProviderSession(string Provider, string? SessionId, string? IdToken)
{
    // A cookie that is larger than proxies take is a person who cannot come in.
    private const int LargestIdToken = 2500;
    private const string ProviderItem = "endre:provider";
    private const string SessionItem = "endre:sid";
    private const string TokenItem = "endre:id-token";

    public static ProviderSession? Of(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(ProviderItem, out var provider) is true && provider is not null
            ? new(
                provider,
                properties.Items.TryGetValue(SessionItem, out var session) ? session : null,
                properties.Items.TryGetValue(TokenItem, out var token) ? token : null
            )
            : null;

    public void KeepIn(AuthenticationProperties properties)
    {
        properties.Items[ProviderItem] = Provider;
        if (SessionId is not null)
            properties.Items[SessionItem] = SessionId;
        if (IdToken is { Length: <= LargestIdToken })
            properties.Items[TokenItem] = IdToken;
    }
}
