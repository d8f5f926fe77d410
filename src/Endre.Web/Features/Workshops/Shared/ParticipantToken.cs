using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Web.Access;

namespace Endre.Web.Features.Workshops;

/// <summary>
/// The secret a device gets when it joins: it is its right to write, and what its notes are marked with. Only its hash
/// is stored, so whoever loses it joins anew.
/// </summary>
internal static class ParticipantToken
{
    public const string Prefix = "ep_";
    private const string CookiePrefix = "endre-deltaker-";
    private const string Bearer = "Bearer ";
    private const int LongestToken = 100;

    // What became of a proposal may be told after a year; no browser keeps a cookie longer than this.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static string New() => SecretText.New(Prefix);

    public static string CookieOf(Guid workshopId) => $"{CookiePrefix}{workshopId:N}";

    /// <summary>The workshops for which the browser keeps a token. Whether it opens them, the scope decides.</summary>
    public static IEnumerable<Guid> WorkshopsOf(HttpContext context) =>
        context
            .Request.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal))
            .Select(name => Guid.TryParseExact(name[CookiePrefix.Length..], "N", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);

    /// <summary>The token this request carries for the workshop: in its header, or in its cookie.</summary>
    public static string? Of(HttpContext context, Guid workshopId)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : context.Request.Cookies[CookieOf(workshopId)];
        return token is { Length: <= LongestToken } && token.StartsWith(Prefix, StringComparison.Ordinal)
            ? token
            : null;
    }

    /// <summary>The device whose token it is, or null when the workshop does not know it.</summary>
    public static Actor.Device? Recognize(Workshop workshop, string token) =>
        workshop.ParticipantByToken.TryGetValue(Mark.HashOf(token), out var id) && !workshop.Participants[id].HasLeft
            ? new Actor.Device(id, token)
            : null;

    /// <summary>Keeps the token on the device for the pages: until the workshop is long over, anew at each visit.</summary>
    public static void Keep(HttpContext context, Guid workshopId, string token) =>
        context.Response.Cookies.Append(
            CookieOf(workshopId),
            token,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                // An age, not a date: the clock of a phone may be wrong by months.
                MaxAge = Kept,
                Path = "/",
            }
        );

    public static void Forget(HttpContext context, Guid workshopId) =>
        context.Response.Cookies.Delete(CookieOf(workshopId), new CookieOptions { Path = "/" });
}
