using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>Why nobody came in through a provider. Each has its own words on the page.</summary>
public enum ProviderFault
{
    /// <summary>It does not answer, or answers that it is in trouble.</summary>
    Down,

    /// <summary>The person turned back, or the provider does not let them use Endre.</summary>
    Denied,

    /// <summary>The answer came late, twice, or to another browser than the one that asked.</summary>
    Stale,

    /// <summary>Its clock and ours do not agree.</summary>
    Clock,

    /// <summary>What it said cannot be believed: signature, sender, receiver.</summary>
    Rejected,

    /// <summary>It does not accept what the settings say of us.</summary>
    Setup,

    /// <summary>It knows the person, and we do not.</summary>
    Unknown,

    /// <summary>The person has left.</summary>
    Deactivated,

    /// <summary>The person belongs to an organization that may not come in.</summary>
    Elsewhere,

    /// <summary>The person signed in with less than is asked for.</summary>
    Weak,

    /// <summary>Somebody else here has the person's e-mail address.</summary>
    EmailTaken,

    /// <summary>The account there leads to another person here than the one invited.</summary>
    Connected,
}

/// <summary>Finds the words for what went wrong on the way, and what may stand in the log of it: codes, never sentences.</summary>
internal static partial class ProviderFaults
{
    public static ProviderFault Of(Exception? problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (Understand(cause) is { } fault)
                return fault;
        }

        // What the handler itself finds out has no type: no state, no cookie that fits it.
        return problem is AuthenticationFailureException or null ? ProviderFault.Stale : ProviderFault.Rejected;
    }

    public static int StatusOf(ProviderFault fault) =>
        fault switch
        {
            ProviderFault.Down => StatusCodes.Status503ServiceUnavailable,
            ProviderFault.Clock or ProviderFault.Rejected or ProviderFault.Setup => StatusCodes.Status502BadGateway,
            ProviderFault.Stale => StatusCodes.Status400BadRequest,
            ProviderFault.EmailTaken or ProviderFault.Connected => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status403Forbidden,
        };

    /// <summary>
    /// Such as "invalid_client AADSTS7000215" or "SecurityTokenInvalidAudienceException IDX10214". The sentences around
    /// them tell who it was about.
    /// </summary>
    public static string CodesOf(Exception? problem)
    {
        var codes = new List<string>();
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            codes.Add(cause.GetType().Name);
            if (ErrorOf(cause) is { } error && ErrorCode().IsMatch(error))
                codes.Add(error);
            codes.AddRange(Numbers().Matches(cause.Message).Select(match => match.Value));
        }

        return string.Join(' ', codes.Distinct(StringComparer.Ordinal).Take(10));
    }

    private static ProviderFault? Understand(Exception cause) =>
        ErrorOf(cause) is { } error
            ? error switch
            {
                "access_denied" or "login_required" or "interaction_required" or "consent_required" =>
                    ProviderFault.Denied,
                "server_error" or "temporarily_unavailable" => ProviderFault.Down,
                // The code is used, or too old.
                "invalid_grant" => ProviderFault.Stale,
                _ => ProviderFault.Setup,
            }
            : cause switch
            {
                OpenIdConnectProtocolInvalidNonceException => ProviderFault.Stale,
                SecurityTokenExpiredException
                or SecurityTokenNotYetValidException
                or SecurityTokenNoExpirationException
                or SecurityTokenInvalidLifetimeException => ProviderFault.Clock,
                SecurityTokenException => ProviderFault.Rejected,
                HttpRequestException or SocketException or IOException or TimeoutException => ProviderFault.Down,
                OperationCanceledException or InvalidConfigurationException or JsonException => ProviderFault.Down,
                OpenIdConnectProtocolException => ServerError().IsMatch(cause.Message)
                    ? ProviderFault.Down
                    : ProviderFault.Rejected,
                InvalidOperationException => cause.Message.Contains("IDX208", StringComparison.Ordinal)
                    ? ProviderFault.Down
                    : null,
                _ => null,
            };

    // The handler puts the provider's own error code here.
    private static string? ErrorOf(Exception cause) =>
        cause is OpenIdConnectProtocolException ? cause.Data["error"] as string : null;

    [GeneratedRegex("^[a-z_]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\b(IDX|AADSTS)\d{3,8}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"Status Code: 5\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServerError();
}
