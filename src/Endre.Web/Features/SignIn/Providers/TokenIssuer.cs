using Endre.Web.Access.Providers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>
/// A token is from whom the discovery document says. Entra's document for many tenants says "{tenantid}": then the token
/// must be from the tenant it names, and that tenant must be one of those that the settings let in.
/// </summary>
internal static class TokenIssuer
{
    private const string Place = "{tenantid}";

    public static string Validate(SignInProvider provider, string issuer, SecurityToken token, string expected)
    {
        if (!expected.Contains(Place, StringComparison.OrdinalIgnoreCase))
            return issuer == expected ? issuer : throw Refuse(issuer);
        var tenant = (token as JsonWebToken)?.TryGetPayloadValue<string>("tid", out var tid) is true ? tid : null;
        return
            tenant is not null
            && provider.Organizations.Contains(tenant, StringComparer.OrdinalIgnoreCase)
            && issuer == expected.Replace(Place, tenant, StringComparison.OrdinalIgnoreCase)
            ? issuer
            : throw Refuse(issuer);
    }

    private static SecurityTokenInvalidIssuerException Refuse(string issuer) =>
        new("The token is from somebody else.") { InvalidIssuer = issuer };
}
