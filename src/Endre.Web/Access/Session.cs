using System.Globalization;
using System.Security.Claims;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Endre.Web.Access;

/// <summary>
/// How long somebody stays signed in: until nothing has happened for a while, and never longer than the longest. Those
/// who decide over others, or read the audit log, sign in every working day (NIST SP 800-63B-4, 2.1.3 and 2.2.3).
/// </summary>
internal sealed record Session(DateTimeOffset IdleEnd, DateTimeOffset LastEnd)
{
    public static readonly TimeSpan IdleWhenRemembered = TimeSpan.FromDays(14);
    public static readonly TimeSpan LongestWhenRemembered = TimeSpan.FromDays(30);

    private const string Started = "endre:started";

    /// <summary>When it ends if the person does nothing more.</summary>
    public DateTimeOffset End => IdleEnd < LastEnd ? IdleEnd : LastEnd;

    public static Session? Of(ClaimsPrincipal principal, AuthenticationProperties? properties, Settings settings) =>
        properties is { ExpiresUtc: { } idle } && StartOf(properties) is { } start
            ? new(idle, start + LongestOf(principal, properties, settings))
            : null;

    public static void Begin(CookieSigningInContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // A name that is changed signs the person in anew, but begins no new session.
        context.Properties.Items.TryAdd(Started, now.ToString("O", CultureInfo.InvariantCulture));
        context.Properties.IssuedUtc = now;
        context.Properties.ExpiresUtc =
            now
            + (
                context.Properties.IsPersistent
                    ? IdleWhenRemembered
                    : services.GetRequiredService<Settings>().SessionIdle
            );
    }

    public static bool IsOver(
        ClaimsPrincipal principal,
        AuthenticationProperties properties,
        Settings settings,
        DateTimeOffset now
    ) => StartOf(properties) is not { } start || now >= start + LongestOf(principal, properties, settings);

    private static DateTimeOffset? StartOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Started, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var start)
            ? start
            : properties.IssuedUtc;

    private static TimeSpan LongestOf(
        ClaimsPrincipal principal,
        AuthenticationProperties properties,
        Settings settings
    ) =>
        properties.IsPersistent && !principal.IsInRole(Roles.Administrator) && !principal.IsInRole(Roles.SecurityReader)
            ? LongestWhenRemembered
            : settings.SessionLength;
}
