using Microsoft.Extensions.Primitives;

namespace Endre.Web.Hosting;

/// <summary>
/// Behind https our cookies are called <c>__Host-…</c>, which browsers take from this very host over https only: neither
/// a neighbor under the same domain nor somebody on the Wi-Fi can put one in their place. Inside the program, and where
/// there is no certificate, they keep their short names.
/// </summary>
internal static class CookieNames
{
    public const string Prefix = "__Host-";
    private static readonly string[] Ours = ["endre-", "Identity."];

    public static IApplicationBuilder UseCookieNames(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.IsHttps && context.Request.Headers.Cookie is { Count: > 0 } sent)
                    context.Request.Headers.Cookie = Read(sent);
                return next(context);
            }
        );

    /// <summary>Binds the cookies of an answer to the host that gives them.</summary>
    public static void BindToHost(IHeaderDictionary headers)
    {
        if (headers.SetCookie is { Count: > 0 } cookies)
            headers.SetCookie = new StringValues([
                .. cookies.Select(cookie => IsOurs(cookie) ? Prefix + cookie : cookie),
            ]);
    }

    // One of ours without the prefix was put there by somebody else.
    private static string Read(StringValues sent) =>
        string.Join(
            "; ",
            sent.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries))
                .Where(cookie => cookie.Length > 0 && !IsOurs(cookie))
                .Select(cookie => IsOurs(Short(cookie)) ? Short(cookie) : cookie)
        );

    private static string Short(string cookie) =>
        cookie.StartsWith(Prefix, StringComparison.Ordinal) ? cookie[Prefix.Length..] : cookie;

    private static bool IsOurs(string? cookie) =>
        cookie is not null && Array.Exists(Ours, ours => cookie.StartsWith(ours, StringComparison.Ordinal));
}
