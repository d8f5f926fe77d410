using System.Collections;
using Endre.Testing;
using Endre.Web.Access.Providers;
using Endre.Web.Hosting;

namespace Endre.Web.Tests.Access;

public sealed class SignInSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_given_is_local_accounts_alone()
    {
        var settings = Read();
        settings.Providers.ShouldBeEmpty();
        settings.ShowsLocal.ShouldBeTrue();
    }

    [Fact]
    public void Entra_needs_a_tenant_an_id_and_a_secret()
    {
        var entra = Read(
            ("ENDRE_SIGNIN_PROVIDERS", "entra"),
            ("ENDRE_SIGNIN_ENTRA_KIND", "entra-id"),
            ("ENDRE_SIGNIN_ENTRA_TENANT", "6d4b7e0c-1111-2222-3333-444455556666"),
            ("ENDRE_SIGNIN_ENTRA_CLIENT_ID", "id"),
            ("ENDRE_SIGNIN_ENTRA_CLIENT_SECRET", "hemmelig")
        )
            .Providers.Single();
        entra.Name.ShouldBe("Microsoft");
        entra
            .Authority.ToString()
            .ShouldBe("https://login.microsoftonline.com/6d4b7e0c-1111-2222-3333-444455556666/v2.0");
        entra.Scopes.ShouldBe(["openid", "profile", "email"]);
        entra.RoleClaims.ShouldBe(["roles", "groups"]);
        entra.MakesPeople.ShouldBeFalse();
        entra.TrustsEmail.ShouldBeFalse();
        entra.SignsOutThere.ShouldBeTrue();
    }

    [Fact]
    public void Several_providers_stand_in_the_file_each_with_its_own()
    {
        var secret = Path.Combine(_folder.Path, "feide-secret");
        File.WriteAllText(secret, "fra en fil\n");
        File.WriteAllText(
            Path.Combine(_folder.Path, "endre.json"),
            $$"""
            {
              "signin": {
                "providers": ["id", "feide", "ansattporten"],
                "local": "hidden",
                "id": {
                  "kind": "generic", "name": "Fjordvik-konto", "authority": "https://id.fjordvik.no/",
                  "clientId": "endre", "clientSecret": "x", "scopes": ["profile", "email", "groups"],
                  "roleClaims": "groups", "role": { "administrator": ["a", "b"], "security-reader": "c" },
                  "newPeople": "make", "trustEmail": true, "signOutThere": false
                },
                "feide": {
                  "kind": "feide", "clientId": "f", "clientSecretFile": "{{secret}}",
                  "organizations": ["fjordvik.kommune.no"]
                },
                "ansattporten": {
                  "kind": "ansattporten", "authority": "https://test.ansattporten.no", "clientId": "a",
                  "clientSecret": "y", "levels": ["substantial", "high"], "organizations": "910758185",
                  "authorizationDetails": [{ "type": "ansattporten:altinn:resource", "resource": "urn:x" }]
                }
              }
            }
            """
        );
        var settings = Read();
        settings.ShowsLocal.ShouldBeFalse();
        var (id, feide, ansattporten) = (settings.Providers[0], settings.Providers[1], settings.Providers[2]);
        id.Scopes.ShouldBe(["openid", "profile", "email", "groups"]);
        id.Roles["administrator"].ShouldBe(["a", "b"]);
        id.Roles["security-reader"].ShouldBe(["c"]);
        id.MakesPeople.ShouldBeTrue();
        id.TrustsEmail.ShouldBeTrue();
        id.SignsOutThere.ShouldBeFalse();
        feide.ClientSecret.ShouldBe("fra en fil");
        feide.Name.ShouldBe("Feide");
        feide.Authority.ToString().ShouldBe("https://auth.dataporten.no/");
        ansattporten.Scopes.ShouldBe(["openid"]);
        ansattporten.Levels.ShouldBe(["substantial", "high"]);
        ansattporten.AuthorizationDetails.ShouldNotBeNull().ShouldContain("urn:x");
    }

    [Fact]
    public void Everything_that_is_missing_is_said_in_the_operators_spelling()
    {
        Faults(
                ("ENDRE_SIGNIN_PROVIDERS", "entra, id"),
                ("ENDRE_SIGNIN_ENTRA_KIND", "entra-id"),
                ("ENDRE_SIGNIN_ID_KIND", "generic")
            )
            .ShouldBe(
                [
                    "ENDRE_SIGNIN_ENTRA_TENANT is missing: the directory (tenant) id in Entra.",
                    "ENDRE_SIGNIN_ENTRA_CLIENT_ID is missing: the id that the provider gave Endre.",
                    "ENDRE_SIGNIN_ENTRA_CLIENT_SECRET is missing: or client-secret-file, the secret that the provider gave Endre.",
                    "ENDRE_SIGNIN_ID_AUTHORITY is missing: the provider's address, such as https://id.kommune.no.",
                    "ENDRE_SIGNIN_ID_NAME is missing: what stands on the button.",
                    "ENDRE_SIGNIN_ID_CLIENT_ID is missing: the id that the provider gave Endre.",
                    "ENDRE_SIGNIN_ID_CLIENT_SECRET is missing: or client-secret-file, the secret that the provider gave Endre.",
                ],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("KIND", "okta", "ENDRE_SIGNIN_ID_KIND must be entra-id, ansattporten, feide or generic, not \"okta\".")]
    [InlineData(
        "AUTHORITY",
        "http://id.fjordvik.no",
        "ENDRE_SIGNIN_ID_AUTHORITY must be an https address such as https://id.kommune.no, not \"http://id.fjordvik.no\"."
    )]
    [InlineData(
        "AUTHORITY",
        "id.fjordvik.no",
        "ENDRE_SIGNIN_ID_AUTHORITY must be an https address such as https://id.kommune.no, not \"id.fjordvik.no\"."
    )]
    [InlineData("NEW_PEOPLE", "create", "ENDRE_SIGNIN_ID_NEW_PEOPLE must be refuse or make, not \"create\".")]
    [InlineData("TRUST_EMAIL", "kanskje", "ENDRE_SIGNIN_ID_TRUST_EMAIL must be true or false, not \"kanskje\".")]
    [InlineData("AUTHORIZATION_DETAILS", "{}", "ENDRE_SIGNIN_ID_AUTHORIZATION_DETAILS must be a JSON list of objects.")]
    [InlineData(
        "CLIENT_SECRET_FILE",
        "/finnes/ikke",
        "ENDRE_SIGNIN_ID_CLIENT_SECRET and ENDRE_SIGNIN_ID_CLIENT_SECRET_FILE: give only one."
    )]
    [InlineData(
        "ORGANIZATIONS",
        "a",
        "ENDRE_SIGNIN_ID_ORGANIZATION_CLAIM is missing: which claim says where a person belongs, so that ENDRE_SIGNIN_ID_ORGANIZATIONS can be kept?"
    )]
    public void One_wrong_setting_is_one_line(string name, string value, string line) =>
        Faults([.. Generic.Where(pair => pair.Name != $"ENDRE_SIGNIN_ID_{name}"), ($"ENDRE_SIGNIN_ID_{name}", value)])
            .ShouldBe([line]);

    [Fact]
    public void A_secret_file_that_cannot_be_read_is_said_without_any_secret()
    {
        var empty = Path.Combine(_folder.Path, "tom");
        File.WriteAllText(empty, " \n");
        var without = Generic.Where(pair => pair.Name != "ENDRE_SIGNIN_ID_CLIENT_SECRET").ToList();
        Faults([.. without, ("ENDRE_SIGNIN_ID_CLIENT_SECRET_FILE", empty)])
            .ShouldBe([$"ENDRE_SIGNIN_ID_CLIENT_SECRET_FILE: {empty} is empty."]);
        Faults([.. without, ("ENDRE_SIGNIN_ID_CLIENT_SECRET_FILE", "/finnes/ikke")])
            .Single()
            .ShouldStartWith("ENDRE_SIGNIN_ID_CLIENT_SECRET_FILE: ");
    }

    [Theory]
    [InlineData("feide")]
    [InlineData("ansattporten")]
    public void A_provider_for_the_whole_country_makes_nobody_without_a_list_of_organizations(string kind)
    {
        (string, string)[] given =
        [
            ("ENDRE_SIGNIN_PROVIDERS", "alle"),
            ("ENDRE_SIGNIN_ALLE_KIND", kind),
            ("ENDRE_SIGNIN_ALLE_CLIENT_ID", "id"),
            ("ENDRE_SIGNIN_ALLE_CLIENT_SECRET", "s"),
            ("ENDRE_SIGNIN_ALLE_NEW_PEOPLE", "make"),
        ];
        Faults(given)
            .ShouldBe([
                "ENDRE_SIGNIN_ALLE_NEW_PEOPLE can be make only with ENDRE_SIGNIN_ALLE_ORGANIZATIONS: others than your own "
                    + "people sign in with this provider too.",
            ]);
        Read([.. given, ("ENDRE_SIGNIN_ALLE_ORGANIZATIONS", "910758185")])
            .Providers.Single()
            .MakesPeople.ShouldBeTrue();
    }

    [Theory]
    [InlineData(
        "organizations",
        "ENDRE_SIGNIN_ENTRA_TENANT lets every tenant in, so ENDRE_SIGNIN_ENTRA_ORGANIZATIONS must name those that may come."
    )]
    [InlineData(
        "common",
        "ENDRE_SIGNIN_ENTRA_TENANT must be a tenant's id or domain, or organizations with a list of them, not \"common\"."
    )]
    public void Entra_is_never_open_to_all_tenants(string tenant, string line) =>
        Faults(
                ("ENDRE_SIGNIN_PROVIDERS", "entra"),
                ("ENDRE_SIGNIN_ENTRA_KIND", "entra-id"),
                ("ENDRE_SIGNIN_ENTRA_TENANT", tenant),
                ("ENDRE_SIGNIN_ENTRA_CLIENT_ID", "id"),
                ("ENDRE_SIGNIN_ENTRA_CLIENT_SECRET", "s")
            )
            .ShouldBe([line]);

    [Theory]
    [InlineData("Entra")]
    [InlineData("mitt-navn")]
    [InlineData("local")]
    public void A_providers_short_name_fits_in_an_address(string id) =>
        Faults(("ENDRE_SIGNIN_PROVIDERS", id))
            .ShouldBe([
                $"ENDRE_SIGNIN_PROVIDERS must be short names of small letters and digits such as entra, not \"{id}\".",
            ]);

    [Fact]
    public void Hiding_the_only_way_in_is_refused() =>
        Faults(("ENDRE_SIGNIN_LOCAL", "hidden"))
            .ShouldBe(["ENDRE_SIGNIN_LOCAL can be hidden only when signin-providers names a provider."]);

    [Fact]
    public void A_setting_of_a_provider_that_is_not_named_does_not_pass_unseen() =>
        SettingsReader
            .Read([], Variables(("ENDRE_SIGNIN_FEIDE_KIND", "feide")), _folder.Path)
            .Warnings.Single()
            .ShouldStartWith("ENDRE_SIGNIN_FEIDE_KIND is no setting of Endre");

    private static readonly (string Name, string Value)[] Generic =
    [
        ("ENDRE_SIGNIN_PROVIDERS", "id"),
        ("ENDRE_SIGNIN_ID_KIND", "generic"),
        ("ENDRE_SIGNIN_ID_NAME", "Fjordvik-konto"),
        ("ENDRE_SIGNIN_ID_AUTHORITY", "https://id.fjordvik.no"),
        ("ENDRE_SIGNIN_ID_CLIENT_ID", "endre"),
        ("ENDRE_SIGNIN_ID_CLIENT_SECRET", "hemmelig"),
    ];

    private IReadOnlyList<string> Faults(params (string Name, string Value)[] environment)
    {
        var read = () => Read(environment);
        var fault = read.ShouldThrow<SettingsFault>();
        fault.Message.ShouldNotContain("hemmelig");
        return fault.Lines;
    }

    private SignInSettings Read(params (string Name, string Value)[] environment) =>
        SettingsReader.Read([], Variables(environment), _folder.Path).SignIn;

    private static Hashtable Variables(params (string Name, string Value)[] environment)
    {
        var variables = new Hashtable();
        foreach (var (name, value) in environment)
            variables[name] = value;
        return variables;
    }
}
