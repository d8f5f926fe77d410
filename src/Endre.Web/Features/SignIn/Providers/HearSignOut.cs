using System.Text.Json;
using Endre.Storage.People;
using Endre.Web.Access.Providers;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>
/// A provider tells that somebody has signed out there: from server to server with a signed token (Back-Channel Logout
/// 1.0), or through a hidden frame with the session's id (Front-Channel Logout 1.0). The frame gets none of our cookies,
/// so the id is what counts; nobody can guess it. The session here is over within a minute.
/// </summary>
internal sealed partial class HearSignOut(
    Settings settings,
    IOptionsMonitor<OpenIdConnectOptions> options,
    EndedSessions ended,
    UserManager<Person> people,
    ILogger<HearSignOut> logger
)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    public static Task<IResult> FromServerAsync(
        string provider,
        [FromForm(Name = "logout_token")] string? token,
        HearSignOut hear,
        CancellationToken ct
    ) => hear.FromServerAsync(provider, token, ct);

    public static Task<IResult> FromFrameAsync(
        string provider,
        string? iss,
        string? sid,
        HearSignOut hear,
        CancellationToken ct
    ) => hear.FromFrameAsync(provider, iss, sid, ct);

    private async Task<IResult> FromServerAsync(string id, string? token, CancellationToken ct)
    {
        if (settings.SignIn.Find(id) is not { } provider)
            return ErrorResult.NotFound;
        var told = await ReadAsync(provider, token ?? "");
        if (told is null)
            return Results.BadRequest();
        if (told.TryGetPayloadValue<string>("sid", out var session) && session.Length > 0)
            await ended.AddAsync(provider.Id, session, ct);
        else if (await people.FindByLoginAsync(told.Issuer, told.Subject) is { } person)
            await people.UpdateSecurityStampAsync(person);
        return Results.Ok();
    }

    private async Task<IResult> FromFrameAsync(string id, string? issuer, string? session, CancellationToken ct)
    {
        if (settings.SignIn.Find(id) is not { } provider)
            return ErrorResult.NotFound;
        if (session is { Length: > 0 and <= 200 } && issuer is not null && issuer == await IssuerAsync(provider, ct))
            await ended.AddAsync(provider.Id, session, ct);
        return Results.Ok();
    }

    private async Task<string?> IssuerAsync(SignInProvider provider, CancellationToken ct)
    {
        try
        {
            return (await options.Get(provider.Scheme).ConfigurationManager!.GetConfigurationAsync(ct)).Issuer;
        }
        catch (Exception problem) when (ProviderFaults.Of(problem) == ProviderFault.Down)
        {
            return null;
        }
    }

    private async Task<JsonWebToken?> ReadAsync(SignInProvider provider, string token)
    {
        var scheme = options.Get(provider.Scheme);
        var rules = scheme.TokenValidationParameters.Clone();
        rules.ValidAudience = provider.ClientId;
        rules.ConfigurationManager = scheme.ConfigurationManager as BaseConfigurationManager;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, rules);
        if (result is { IsValid: true, SecurityToken: JsonWebToken read } && IsSignOut(read))
            return read;
        LogRefused(provider.Id, ProviderFaults.CodesOf(result.Exception));
        return null;
    }

    private static bool IsSignOut(JsonWebToken token) =>
        !token.TryGetPayloadValue<string>("nonce", out _)
        && token.TryGetPayloadValue<JsonElement>("events", out var events)
        && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out _);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A sign-out that {Provider} is said to tell was refused ({Codes})."
    )]
    private partial void LogRefused(string provider, string codes);
}
