using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Endre.Web.Access;

/// <summary>
/// <c>Authorization: Bearer ea_…</c> is a person's own token. Other bearers (a participant's <c>ep_…</c>) are no
/// person: the request goes on as nobody, and the area that knows them decides.
/// </summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PersonTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-token";
    private const string Bearer = "Bearer ";

    public static bool HasBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request carries a token, and not a person's.</summary>
    public static bool IsOfNobody(HttpRequest request) =>
        HasBearer(request)
        && !request
            .Headers.Authorization.ToString()
            .AsSpan(Bearer.Length)
            .Trim()
            .StartsWith(PersonTokens.Prefix, StringComparison.Ordinal);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasBearer(Request) || IsOfNobody(Request))
            return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await tokens.FindAsync(token, Context.RequestAborted) is { } person
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(person), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
