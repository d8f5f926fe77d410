namespace Endre.Web.Hosting;

/// <summary>What browsers are told never to do with our pages.</summary>
internal static class SecurityHeaders
{
    // "data:" is for the icons that the design system carries in its style sheet. Nothing is ever fetched from elsewhere.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        + "midi=(), payment=(), usb=(), screen-wake-lock=(self), fullscreen=(self), "
        + "publickey-credentials-get=(self), publickey-credentials-create=(self)";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Write, context);
                return next(context);
            }
        );

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>()?.Policy ?? ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        if (context.GetEndpoint()?.Metadata.GetMetadata<PassedOnToNobody>() is null)
        {
            headers["Referrer-Policy"] = "same-origin";
        }
        else
        {
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // On plain http (a gym hall) this would lock people out of an address that has no certificate.
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
            CookieNames.BindToHost(headers);
        }
        headers.Remove("blazor-enhanced-nav");
        KeepPrivate(context);
        return Task.CompletedTask;
    }

    // Antiforgery forbids every page to be kept, and then a phone that goes back has lost what was typed. A page of
    // somebody who is signed in is not kept, because ward computers are shared; nor is one whose address is a key.
    private static void KeepPrivate(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isSignedIn = context.User.Identity?.IsAuthenticated is true;
        var isForNobody = context.GetEndpoint()?.Metadata.GetMetadata<KeptByNobody>() is not null;
        if (headers.CacheControl.Count == 0 || headers.Pragma.Count > 0)
            headers.CacheControl =
                isSignedIn || isForNobody || HasSecretAddress(context) ? "no-store" : "private, no-cache";
        headers.Remove("Pragma");
    }

    private static bool HasSecretAddress(HttpContext context) =>
        context.Request.RouteValues is { Count: > 0 } values
        && (values.ContainsKey("secret") || values.ContainsKey("token"));
}

/// <summary>A content security policy of its own, for a route whose answers may do even less than a page.</summary>
internal sealed record ContentPolicy(string Policy);

/// <summary>Marks a route whose pages no browser keeps: they hold what only the one with a secret may read.</summary>
internal sealed record KeptByNobody;

/// <summary>Marks a route whose address is a secret: no page it leads to is told where one came from, and no search engine keeps it.</summary>
internal sealed record PassedOnToNobody;
