using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>
/// Who says «meg også» in a request: the account, or the device where nobody is signed in or wants to be known. The
/// device's secret is a cookie that it gets when it first says so; the server keeps nothing that leads back to it.
/// </summary>
internal static class MeTooDevice
{
    internal const string CookieName = "endre-meg";

    /// <summary>Whoever it is so far: nobody when there is neither an account nor a secret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="person">Who is signed in.</param>
    /// <param name="speaker">The way that was chosen; anonymous leaves the account out of it.</param>
    public static MeTooBy Known(HttpRequest request, CurrentPerson person, Speaker? speaker = null) =>
        new(speaker == Speaker.Anonymous ? null : person.Id, DeviceSecret.Read(request.Cookies[CookieName]));

    /// <summary>Whoever it is; a device that had no secret gets one.</summary>
    /// <inheritdoc cref="Known" />
    public static MeTooBy Ensure(HttpContext context, CurrentPerson person, Speaker? speaker = null)
    {
        var by = Known(context.Request, person, speaker);
        return by.IsNobody ? by with { Secret = Give(context) } : by;
    }

    private static string Give(HttpContext context)
    {
        var secret = DeviceSecret.New();
        context.Response.Cookies.Append(
            CookieName,
            secret,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
                MaxAge = TimeSpan.FromDays(400),
                IsEssential = true,
            }
        );
        return secret;
    }
}
