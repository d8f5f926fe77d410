using System.Text.Json;
using System.Text.RegularExpressions;
using Endre.Web.Hosting;

namespace Endre.Web.Access.Providers;

/// <summary>
/// Reads <c>signin-providers</c> and, for each of them, <c>signin-{id}-…</c>. What is wrong is said a line each, in the
/// operator's own spelling, and never with a secret in it.
/// </summary>
internal sealed partial class SignInSettingsReader(Func<string, GivenSetting?> given, List<string> faults)
{
    private const int LongestName = 60;
    private static readonly string[] Reserved = ["providers", "local"];

    public SignInSettings Read()
    {
        var providers = new List<SignInProvider>();
        foreach (var id in List("signin-providers"))
        {
            if (!Id().IsMatch(id) || Reserved.Contains(id))
                faults.Add(
                    $"{Where("signin-providers")} must be short names of small letters and digits such as entra, not \"{id}\"."
                );
            else if (providers.Exists(other => other.Id == id))
                faults.Add($"{Where("signin-providers")} names {id} twice.");
            else if (Provider(id) is { } provider)
                providers.Add(provider);
        }

        var showsLocal = Choice("signin-local", "shown", "hidden") == "shown";
        if (given("signin-local")?.Value.Trim() == "hidden" && given("signin-providers") is null)
            faults.Add($"{Where("signin-local")} can be hidden only when signin-providers names a provider.");
        return new SignInSettings { Providers = providers, ShowsLocal = showsLocal };
    }

    private SignInProvider? Provider(string id)
    {
        var before = faults.Count;
        var kind = ProviderDefaults.KindOf(Required(id, "kind", "entra-id, ansattporten, feide or generic"));
        if (kind is null && given(Key(id, "kind")) is { } unknown)
            faults.Add(
                $"{unknown.Where} must be entra-id, ansattporten, feide or generic, not \"{unknown.Value.Trim()}\"."
            );
        if (kind is null)
        {
            AskForAll(id);
            return null;
        }

        var standard = ProviderDefaults.Of(kind.Value);
        var tenant = Tenant(id, kind.Value);
        var authority = Authority(id, standard.AuthorityFor(tenant));
        var organizations = List(Key(id, "organizations"));
        var provider = new SignInProvider
        {
            Id = id,
            Kind = kind.Value,
            Name = Name(id, standard.Name),
            Authority = authority ?? new Uri("https://localhost"),
            ClientId = Required(id, "client-id", "the id that the provider gave Endre") ?? "",
            ClientSecret = Secret(id) ?? "",
            Scopes =
            [
                .. List(Key(id, "scopes"))
                    .DefaultIfEmpty(standard.Scopes)
                    .SelectMany(Words)
                    .Prepend("openid")
                    .Distinct(),
            ],
            RoleClaims = List(Key(id, "role-claims")) is { Count: > 0 } claims ? claims : standard.RoleClaims,
            Roles = RoleValues(id),
            OrganizationClaim = Text(Key(id, "organization-claim")) ?? standard.OrganizationClaim,
            Organizations = organizations,
            MakesPeople = Choice(Key(id, "new-people"), "refuse", "make") == "make",
            TrustsEmail = Flag(Key(id, "trust-email"), standard: false),
            Levels = List(Key(id, "levels")),
            AuthorizationDetails = Json(Key(id, "authorization-details")),
            SignsOutThere = Flag(Key(id, "sign-out-there"), standard: true),
        };
        CheckWhoMayCome(provider, tenant);
        return faults.Count == before ? provider : null;
    }

    // Settings of a provider whose kind is unknown are known all the same: one line is enough.
    private void AskForAll(string id)
    {
        foreach (var name in ProviderDefaults.SettingNames.Concat(Roles.All.Select(role => $"role-{role}")))
            given(Key(id, name));
    }

    private void CheckWhoMayCome(SignInProvider provider, string? tenant)
    {
        if (provider.Organizations.Count > 0 && provider.OrganizationClaim is null)
            faults.Add(
                $"{Spelled(provider.Id, "organization-claim")} is missing: which claim says where a person belongs, "
                    + $"so that {Where(Key(provider.Id, "organizations"))} can be kept?"
            );
        if (provider.Roles.Count > 0 && provider.RoleClaims.Count == 0)
            faults.Add($"{Spelled(provider.Id, "role-claims")} is missing: which claim holds the groups or roles?");
        if (provider.Organizations.Count > 0)
            return;
        var isOpenToAll =
            provider.Kind is ProviderKind.Feide or ProviderKind.Ansattporten || ProviderDefaults.IsForMany(tenant);
        if (isOpenToAll && provider.MakesPeople)
            faults.Add(
                $"{Where(Key(provider.Id, "new-people"))} can be make only with {Spelled(provider.Id, "organizations")}: "
                    + "others than your own people sign in with this provider too."
            );
        else if (ProviderDefaults.IsForMany(tenant))
            faults.Add(
                $"{Where(Key(provider.Id, "tenant"))} lets every tenant in, so {Spelled(provider.Id, "organizations")} "
                    + "must name those that may come."
            );
    }

    private string? Tenant(string id, ProviderKind kind)
    {
        if (kind != ProviderKind.EntraId)
            return null;
        if (Text(Key(id, "tenant")) is not { } tenant)
        {
            if (given(Key(id, "authority")) is null)
                Required(id, "tenant", "the directory (tenant) id in Entra");
            return null;
        }
        if (TenantText().IsMatch(tenant) && tenant != "consumers" && tenant != "common")
            return tenant;
        faults.Add(
            $"{Where(Key(id, "tenant"))} must be a tenant's id or domain, or organizations with a list of them, not \"{tenant}\"."
        );
        return null;
    }

    private Uri? Authority(string id, string? standard)
    {
        var key = Key(id, "authority");
        if (Text(key) is not { } text)
        {
            if (standard is not null)
                return new Uri(standard);
            if (given(Key(id, "tenant")) is null && given(Key(id, "kind"))?.Value.Trim() != "entra-id")
                Required(id, "authority", "the provider's address, such as https://id.kommune.no");
            return null;
        }
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
        )
            return address;
        faults.Add($"{Where(key)} must be an https address such as https://id.kommune.no, not \"{text}\".");
        return null;
    }

    private string Name(string id, string? standard)
    {
        var name = Text(Key(id, "name")) ?? standard ?? Required(id, "name", "what stands on the button") ?? "";
        if (name.Length > LongestName)
            faults.Add($"{Where(Key(id, "name"))} can have at most {LongestName} characters.");
        return name;
    }

    private string? Secret(string id)
    {
        var direct = Text(Key(id, "client-secret"));
        var file = Text(Key(id, "client-secret-file"));
        if (direct is not null && file is not null)
            faults.Add($"{Where(Key(id, "client-secret"))} and {Where(Key(id, "client-secret-file"))}: give only one.");
        if (direct is not null)
            return direct;
        if (file is null)
            return Required(id, "client-secret", "or client-secret-file, the secret that the provider gave Endre");
        try
        {
            if (File.ReadAllText(file).Trim() is { Length: > 0 } secret)
                return secret;
            faults.Add($"{Where(Key(id, "client-secret-file"))}: {file} is empty.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{Where(Key(id, "client-secret-file"))}: {problem.Message}");
        }

        return null;
    }

    private Dictionary<string, IReadOnlyList<string>> RoleValues(string id) =>
        Roles
            .All.Select(role => (role, values: List(Key(id, $"role-{role}"))))
            .Where(found => found.values.Count > 0)
            .ToDictionary(found => found.role, found => found.values, StringComparer.Ordinal);

    private string? Json(string key)
    {
        if (Text(key) is not { } text)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Array)
                return text;
        }
        catch (JsonException) { }

        faults.Add($"{Where(key)} must be a JSON list of objects.");
        return null;
    }

    private bool Flag(string key, bool standard)
    {
        if (Text(key) is not { } text)
            return standard;
        if (text.ToLowerInvariant() is "true" or "1" or "yes")
            return true;
        if (text.ToLowerInvariant() is not ("false" or "0" or "no"))
            faults.Add($"{Where(key)} must be true or false, not \"{text}\".");
        return false;
    }

    private string Choice(string key, string standard, string other)
    {
        if (Text(key) is not { } text || text == standard)
            return standard;
        if (text != other)
            faults.Add($"{Where(key)} must be {standard} or {other}, not \"{text}\".");
        return other;
    }

    private string? Required(string id, string name, string what)
    {
        if (Text(Key(id, name)) is { } text)
            return text;
        faults.Add($"{Spelled(id, name)} is missing: {what}.");
        return null;
    }

    private string? Text(string key) => given(key)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private IReadOnlyList<string> List(string key) =>
        Text(key)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private string Where(string key) => given(key)?.Where ?? $"--{key}";

    private static string Key(string id, string name) => $"signin-{id}-{name}";

    private static string Spelled(string id, string name) =>
        $"{SettingsSource.EnvironmentPrefix}SIGNIN_{id.ToUpperInvariant()}_{name.ToUpperInvariant().Replace('-', '_')}";

    private static string[] Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z][a-z0-9]{0,19}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9.-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenantText();
}
