using System.Security.Claims;
using System.Text.Json;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Access.Providers;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>What a provider says of the person who signed in. Everything else it says is forgotten.</summary>
internal sealed record ProvidedPerson
{
    // The columns of person_logins.
    private const int LongestKey = 128;

    /// <summary>Who says so; with <see cref="Subject"/> it is the one thing that never changes (OpenID Connect Core, 5.7).</summary>
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>Whether the provider has made sure that the address is the person's.</summary>
    public bool IsEmailVerified { get; init; }

    /// <summary>The values of the claims that hold groups and roles.</summary>
    public required IReadOnlySet<string> RoleValues { get; init; }

    /// <summary>Whether the provider left out groups because there were too many (Entra does above 200).</summary>
    public bool HasGroupsLeftOut { get; init; }

    public required IReadOnlySet<string> Organizations { get; init; }

    public string? Level { get; init; }

    public static ProvidedPerson Of(SignInProvider provider, ClaimsPrincipal told) =>
        new()
        {
            Issuer = Fit(told.FindFirstValue("iss") ?? ""),
            Subject = Fit(told.FindFirstValue("sub") ?? ""),
            Name = NameOf(told),
            Email = told.FindFirstValue("email")?.Trim() is { Length: > 0 and <= 200 } email ? email : null,
            // Entra says it with a claim of its own, and only when asked to (docs/sign-in.md).
            IsEmailVerified = IsTrue(told, "email_verified") || IsTrue(told, "xms_edov"),
            RoleValues = provider
                .RoleClaims.SelectMany(claim => Values(told, claim))
                .ToHashSet(StringComparer.OrdinalIgnoreCase),
            HasGroupsLeftOut =
                told.HasClaim(claim => claim.Type == "hasgroups")
                || told.FindFirstValue("_claim_names")?.Contains("\"groups\"", StringComparison.Ordinal) is true,
            Organizations = OrganizationsOf(provider, told).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Level = told.FindFirstValue("acr"),
        };

    private static string Fit(string text) =>
        text.Length <= LongestKey ? text : $"sha256:{Convert.ToHexStringLower(SecretText.Hash(text))}";

    private static string? NameOf(ClaimsPrincipal told)
    {
        var name =
            told.FindFirstValue("name")
            ?? string.Join(
                ' ',
                new[] { told.FindFirstValue("given_name"), told.FindFirstValue("family_name") }.OfType<string>()
            );
        name = new string([.. name.Where(character => !char.IsControl(character))]).Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, Person.MaxDisplayNameLength)].Trim();
    }

    private static bool IsTrue(ClaimsPrincipal told, string claim) =>
        told.FindFirstValue(claim)?.ToLowerInvariant() is "true" or "1";

    private static IEnumerable<string> OrganizationsOf(SignInProvider provider, ClaimsPrincipal told)
    {
        if (provider.OrganizationClaim is not { } claim)
            return [];
        return told.FindAll(claim).SelectMany(found => OrganizationsIn(found.Value));
    }

    // kari@fjordvik.kommune.no belongs to fjordvik.kommune.no; Ansattporten tells in JSON which organizations were chosen.
    private static IEnumerable<string> OrganizationsIn(string value)
    {
        if (Json(value) is { } json)
            return IdsIn(json);
        var at = value.LastIndexOf('@');
        return [at < 0 ? value : value[(at + 1)..]];
    }

    private static IEnumerable<string> IdsIn(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().SelectMany(IdsIn),
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(property =>
                    property.Value.ValueKind != JsonValueKind.String ? IdsIn(property.Value)
                    : property.Name.ToLowerInvariant() is "id" or "orgno"
                        ? [WithoutRegister(property.Value.GetString()!)]
                    : []
                ),
            _ => [],
        };

    // 0192:910758185 is 910758185 in the register of Brønnøysund (ISO 6523).
    private static string WithoutRegister(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // A list in a token is a claim each; a list from the user info is one claim with JSON in it.
    private static IEnumerable<string> Values(ClaimsPrincipal told, string claim) =>
        told.FindAll(claim)
            .SelectMany(found =>
                Json(found.Value) is { ValueKind: JsonValueKind.Array } list
                    ? list.EnumerateArray().Select(one => one.ToString())
                    : [found.Value]
            );

    private static JsonElement? Json(string value)
    {
        if (value is not ['[' or '{', ..])
            return null;
        try
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
