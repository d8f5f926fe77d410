namespace Endre.Web.Access.Providers;

/// <summary>One OpenID Connect provider that people sign in with, as the settings describe it (docs/sign-in.md).</summary>
internal sealed record SignInProvider
{
    /// <summary>Short and stable: it stands in the addresses that are registered at the provider.</summary>
    public required string Id { get; init; }

    public required ProviderKind Kind { get; init; }

    /// <summary>What stands on the button.</summary>
    public required string Name { get; init; }

    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The claims that say what a person is: groups, roles.</summary>
    public IReadOnlyList<string> RoleClaims { get; init; } = [];

    /// <summary>For each role that the provider decides over: the values that give it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The claim that says where a person belongs.</summary>
    public string? OrganizationClaim { get; init; }

    /// <summary>The tenants or organizations whose people may come in; none means that all may.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Whether somebody whom Endre does not know is made at the first sign-in, or refused.</summary>
    public bool MakesPeople { get; init; }

    /// <summary>Whether an e-mail address that the provider has verified may lead to a person who is there already.</summary>
    public bool TrustsEmail { get; init; }

    /// <summary>How sure the provider must be (<c>acr</c>); none means that its own choice will do.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Asked for word by word (RFC 9396): what Ansattporten needs to let a person choose an organization.</summary>
    public string? AuthorizationDetails { get; init; }

    /// <summary>Whether who signs out here is signed out there too: right for computers that are shared.</summary>
    public bool SignsOutThere { get; init; } = true;

    public string Scheme => $"provider-{Id}";

    /// <summary>Feide tells more about a person at its own address than in the token.</summary>
    public bool AsksForMore => Kind is ProviderKind.Feide or ProviderKind.Generic;
}

/// <summary>The ways to sign in beside the demo's.</summary>
internal sealed record SignInSettings
{
    public IReadOnlyList<SignInProvider> Providers { get; init; } = [];

    /// <summary>Whether the sign-in page shows the form for password and passkey; it has a page of its own either way.</summary>
    public bool ShowsLocal { get; init; } = true;

    public SignInProvider? Find(string? id) => Providers.FirstOrDefault(provider => provider.Id == id);
}
