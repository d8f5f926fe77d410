using Endre.Web.Access.Providers;
using Endre.Web.Features.SignIn.Providers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>Entra for several tenants: the document that all tenants share says "{tenantid}".</summary>
public sealed class TokenIssuerTests
{
    private const string Shared = "https://login.microsoftonline.com/{tenantid}/v2.0";

    [Theory]
    [InlineData("aaaa", "https://login.microsoftonline.com/aaaa/v2.0", true)]
    [InlineData("bbbb", "https://login.microsoftonline.com/bbbb/v2.0", true)]
    [InlineData("cccc", "https://login.microsoftonline.com/cccc/v2.0", false)] // not one of ours
    [InlineData("aaaa", "https://login.microsoftonline.com/bbbb/v2.0", false)] // says one and is from another
    [InlineData("aaaa", "https://login.ond.example/aaaa/v2.0", false)]
    [InlineData(null, "https://login.microsoftonline.com/aaaa/v2.0", false)]
    public void A_token_is_from_one_of_the_tenants_that_may_come(string? tenant, string issuer, bool isGood) =>
        IsGood(Shared, issuer, tenant).ShouldBe(isGood);

    [Theory]
    [InlineData("https://id.fjordvik.no/", true)]
    [InlineData("https://id.fjordvik.no", false)]
    [InlineData("https://id.ond.example/", false)]
    public void Others_have_one_name_letter_by_letter(string issuer, bool isGood) =>
        IsGood("https://id.fjordvik.no/", issuer, tenant: null).ShouldBe(isGood);

    private static bool IsGood(string expected, string issuer, string? tenant)
    {
        var provider = new SignInProvider
        {
            Id = "entra",
            Kind = ProviderKind.EntraId,
            Name = "Microsoft",
            Authority = new Uri("https://login.microsoftonline.com/organizations/v2.0"),
            ClientId = "x",
            ClientSecret = "x",
            Scopes = ["openid"],
            Organizations = ["AAAA", "bbbb"],
        };
        var token = new JsonWebToken(
            new JsonWebTokenHandler().CreateToken(tenant is null ? "{}" : $$"""{"tid":"{{tenant}}"}""")
        );
        try
        {
            return TokenIssuer.Validate(provider, issuer, token, expected) == issuer;
        }
        catch (SecurityTokenInvalidIssuerException)
        {
            return false;
        }
    }
}
