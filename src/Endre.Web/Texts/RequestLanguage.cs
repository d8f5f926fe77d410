using System.Security.Claims;
using Endre.Web.Access;
using Endre.Web.Look;

namespace Endre.Web.Texts;

/// <summary>Puts each request into its language.</summary>
internal static class RequestLanguage
{
    /// <summary>The language of whoever asks; before the sign-in has been read, what the device says.</summary>
    public static Language Of(HttpContext context)
    {
        var organization = context.RequestServices.GetRequiredService<CurrentLook>();
        return Language.Choose(
            context.User.FindFirstValue(PersonClaims.Language),
            context.Request.Cookies[Language.CookieName],
            context.Request.Headers.AcceptLanguage.ToString(),
            organization.Language,
            organization.Look.LanguageGoesBeforeBrowser
        );
    }

    /// <summary>The language of whoever asks, also when they are signed in, is used from here on.</summary>
    public static void UseFor(HttpContext context) => Of(context).Use();

    public static IApplicationBuilder UseRequestLanguage(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                UseFor(context);
                return next(context);
            }
        );
}
