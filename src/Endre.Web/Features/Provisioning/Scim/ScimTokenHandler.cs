using System.Security.Claims;
using System.Text.Encodings.Web;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>
/// <c>Authorization: Bearer es_…</c> is a provisioning client's token. It is no person and opens nothing but SCIM; and
/// nothing but such a token opens SCIM.
/// </summary>
internal sealed class ScimTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    EndreContext database,
    SignInGuesses guesses,
    Formats formats
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "scim-token";
    public const string ClientClaim = "endre:scim-client";
    public const string ProgramName = "scim";
    public const string Prefix = "es_";

    private const string Bearer = "Bearer ";
    private const int LongestToken = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestToken)
            return AuthenticateResult.NoResult();
        var address = Context.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out _))
            return AuthenticateResult.Fail("Too many wrong tokens from this address.");
        var hash = SecretText.Hash(header[Bearer.Length..].Trim());
        var now = TimeProvider.GetUtcNow();
        var client = await database.ProvisioningClients.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash);
        if (client is null || client.RevokedAt is not null || client.ExpiresAt <= now)
        {
            guesses.RecordWrong(address);
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        var today = formats.Day(now);
        if (client.LastUsedOn != today)
        {
            await database
                .ProvisioningClients.Where(one => one.Id == client.Id)
                .ExecuteUpdateAsync(one => one.SetProperty(row => row.LastUsedOn, today));
        }

        var identity = new ClaimsIdentity(
            [new Claim(PersonClaims.Program, ProgramName), new Claim(ClientClaim, client.Id.ToString())],
            Scheme.Name
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"scim\"";
        return ErrorAnswers.WriteAsync(Context, new RequestError(StatusCodes.Status401Unauthorized));
    }
}
