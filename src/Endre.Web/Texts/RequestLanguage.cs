using Endre.Web.Access;

namespace Endre.Web.Texts;

/// <summary>Puts each request into its language.</summary>
internal static class RequestLanguage
{
    /// <summary>What can be known before anybody is signed in: also what error pages are written in.</summary>
    public static Language Of(HttpContext context, string? person = null) =>
        Language.Choose(
            context.Request.Cookies[Language.CookieName],
            person,
            context.Request.Headers.AcceptLanguage.ToString()
        );

    /// <summary>The language of whoever asks, also when they are signed in, is used from here on.</summary>
    public static void UseFor(HttpContext context) =>
        Of(context, context.RequestServices.GetRequiredService<CurrentPerson>().Language).Use();

    public static IApplicationBuilder UseRequestLanguage(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                UseFor(context);
                return next(context);
            }
        );
}
