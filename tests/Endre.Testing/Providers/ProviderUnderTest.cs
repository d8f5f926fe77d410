using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Endre.Testing.Providers;

/// <summary>
/// A real OpenID Connect provider (OpenIddict, with stores) on a port of this machine. Whoever comes is signed in at once
/// as <see cref="Person"/>. It can be told to misbehave, which no real one does on request.
/// </summary>
public sealed class ProviderUnderTest : IAsyncDisposable
{
    public const string ClientId = "endre";
    public const string ClientSecret = "en hemmelighet som bare leverandøren og Endre vet om";

    // A key takes half a second to make. Two to sign with, one after the other, and one to encipher with.
    private static readonly Lazy<RSA>[] Keys = [new(NewRsa), new(NewRsa), new(NewRsa)];

    // A file, so that each request has a connection of its own: two windows come at once.
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private int _rotations;

    private ProviderUnderTest() => Key = NextKey();

    public Uri Authority { get; private set; } = null!;

    /// <summary>Who signs in.</summary>
    public ProviderPerson Person { get; set; } = new();

    /// <summary>The provider says no.</summary>
    public string? Refuses { get; set; }

    /// <summary>What becomes of an ID token before it is handed out.</summary>
    public Func<string, string>? Forge { get; set; }

    /// <summary>The key that ID tokens are signed with.</summary>
    public RsaSecurityKey Key { get; private set; }

    /// <summary>What was asked for at the last sign-in.</summary>
    public IReadOnlyDictionary<string, string> LastQuestion { get; private set; } = new Dictionary<string, string>();

    /// <summary>What came with the last sign-out.</summary>
    public IReadOnlyDictionary<string, string> LastSignOut { get; private set; } = new Dictionary<string, string>();

    public static async Task<ProviderUnderTest> StartAsync()
    {
        var provider = new ProviderUnderTest();
        await provider.OpenAsync(port: 0);
        return provider;
    }

    /// <summary>The settings with which Endre uses this provider.</summary>
    public string[] Settings(params string[] more) => SettingsAs("fjordvik", "generic", more);

    public string[] SettingsAs(string id, string kind, params string[] more) =>
        [
            "--signin-providers",
            id,
            $"--signin-{id}-kind",
            kind,
            $"--signin-{id}-name",
            "Fjordvik-konto",
            $"--signin-{id}-authority",
            Authority.ToString(),
            $"--signin-{id}-client-id",
            ClientId,
            $"--signin-{id}-client-secret",
            ClientSecret,
            .. more,
        ];

    /// <summary>Registers Endre at this address, as an IT administrator does.</summary>
    public async Task RegisterAsync(Uri endre, string id = "fjordvik")
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await applications.CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = ClientId,
                ClientSecret = ClientSecret,
                ClientType = ClientTypes.Confidential,
                ConsentType = ConsentTypes.Implicit,
                RedirectUris = { new Uri(endre, $"/logg-inn/svar/{id}") },
                PostLogoutRedirectUris = { new Uri(endre, "/logg-ut/ferdig") },
                Permissions =
                {
                    Permissions.Endpoints.Authorization,
                    Permissions.Endpoints.EndSession,
                    Permissions.Endpoints.Token,
                    Permissions.GrantTypes.AuthorizationCode,
                    Permissions.ResponseTypes.Code,
                    Permissions.Scopes.Profile,
                    Permissions.Scopes.Email,
                },
                Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            }
        );
    }

    /// <summary>Signs with another key from now on; the old one is gone from the published list.</summary>
    public void RotateKey()
    {
        Key = NextKey();
        var keys = _app!.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        keys.SigningCredentials.Clear();
        keys.SigningCredentials.Add(new SigningCredentials(Key, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>A token that this provider has signed, whatever it says.</summary>
    public string Sign(object payload) =>
        new JsonWebTokenHandler().CreateToken(
            System.Text.Json.JsonSerializer.Serialize(payload),
            new SigningCredentials(Key, SecurityAlgorithms.RsaSha256)
        );

    public async Task StopAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Comes back at the same address.</summary>
    public Task ReturnAsync() => OpenAsync(Authority.Port);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task OpenAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddDbContext<DbContext>(options =>
            options
                .UseSqlite($"Data Source={Path.Combine(_folder.Path, "provider.db")};Pooling=False")
                .UseOpenIddict()
                .UseLoggerFactory(NullLoggerFactory.Instance)
        );
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(Use);
        var app = builder.Build();
        app.UseAuthentication();
        app.MapMethods("/connect/authorize", ["GET", "POST"], Authorize);
        app.MapMethods("/connect/logout", ["GET", "POST"], SignOut);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Authority = new Uri(addresses.Addresses.Single());
        _app = app;
        // The first answers of a program take long on a busy machine, and Endre does not wait for ever.
        using var client = new HttpClient { BaseAddress = Authority };
        await client.GetStringAsync("/.well-known/openid-configuration");
        await client.GetStringAsync("/.well-known/jwks");
    }

    private void Use(OpenIddictServerBuilder server)
    {
        server
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo")
            .SetEndSessionEndpointUris("connect/logout")
            .AllowAuthorizationCodeFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scopes.Profile, Scopes.Email)
            .AddSigningKey(Key)
            .AddEncryptionKey(new RsaSecurityKey(Keys[^1].Value))
            .DisableAccessTokenEncryption();
        server
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement();
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler =>
            handler
                .UseInlineHandler(context =>
                {
                    if (context.TokenType == TokenTypeIdentifiers.IdentityToken && context.Token is { } token)
                        context.Token = Forge?.Invoke(token) ?? token;
                    return default;
                })
                .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order + 1)
        );
    }

    private IResult Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        LastQuestion = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        const string scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
        if (Refuses is { } error)
            return Results.Forbid(
                new AuthenticationProperties(
                    new Dictionary<string, string?>
                    {
                        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] =
                            $"{Person.Name} ({Person.Email}) may not.",
                    }
                ),
                [scheme]
            );
        var identity = new ClaimsIdentity("provider");
        foreach (var (name, value) in Person.Claims())
            identity.AddClaim(name, value);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        return Results.SignIn(principal, authenticationScheme: scheme);
    }

    private IResult SignOut(HttpContext http)
    {
        LastSignOut = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
        );
    }

    private RsaSecurityKey NextKey() =>
        new(Keys[_rotations++ % 2].Value) { KeyId = Guid.CreateVersion7().ToString("N") };

    private static RSA NewRsa() => RSA.Create(2048);
}
