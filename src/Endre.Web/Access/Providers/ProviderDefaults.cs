namespace Endre.Web.Access.Providers;

/// <summary>What each kind of provider is known for, so that few settings are needed and few scopes are asked for.</summary>
/// <param name="Name">What stands on the button when nothing else is said.</param>
/// <param name="AuthorityPattern">Where it is; {0} is the tenant.</param>
/// <param name="Scopes">What is asked for, beside <c>openid</c>.</param>
/// <param name="RoleClaims">Where it tells of groups and roles.</param>
/// <param name="OrganizationClaim">Where it tells where a person belongs.</param>
internal sealed record ProviderDefaults(
    string? Name,
    string? AuthorityPattern,
    string Scopes,
    IReadOnlyList<string> RoleClaims,
    string? OrganizationClaim
)
{
    public static readonly IReadOnlyList<string> SettingNames =
    [
        "kind",
        "name",
        "tenant",
        "authority",
        "client-id",
        "client-secret",
        "client-secret-file",
        "scopes",
        "role-claims",
        "organization-claim",
        "organizations",
        "new-people",
        "trust-email",
        "levels",
        "authorization-details",
        "sign-out-there",
    ];

    public static ProviderKind? KindOf(string? text) =>
        text switch
        {
            "entra-id" => ProviderKind.EntraId,
            "ansattporten" => ProviderKind.Ansattporten,
            "feide" => ProviderKind.Feide,
            "generic" => ProviderKind.Generic,
            _ => null,
        };

    public static ProviderDefaults Of(ProviderKind kind) =>
        kind switch
        {
            ProviderKind.EntraId => new(
                "Microsoft",
                "https://login.microsoftonline.com/{0}/v2.0",
                "profile email",
                ["roles", "groups"],
                "tid"
            ),
            // The person's national identity number is told to whoever asks for more.
            ProviderKind.Ansattporten => new(
                "Ansattporten",
                "https://ansattporten.no",
                "",
                [],
                "authorization_details"
            ),
            ProviderKind.Feide => new(
                "Feide",
                "https://auth.dataporten.no",
                "profile email userid-feide",
                [],
                "https://n.feide.no/claims/eduPersonPrincipalName"
            ),
            _ => new(Name: null, AuthorityPattern: null, "profile email", ["roles", "groups"], OrganizationClaim: null),
        };

    /// <summary>Entra's name for "whoever has a work account anywhere".</summary>
    public static bool IsForMany(string? tenant) => tenant == "organizations";

    public string? AuthorityFor(string? tenant) =>
        AuthorityPattern is null || (AuthorityPattern.Contains("{0}", StringComparison.Ordinal) && tenant is null)
            ? null
            : AuthorityPattern.Replace("{0}", tenant, StringComparison.Ordinal);
}
