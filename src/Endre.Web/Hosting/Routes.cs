using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Antiforgery;

namespace Endre.Web.Hosting;

/// <summary>The two kinds of routes there are. Everything that answers people or programs is mapped in one of them.</summary>
internal static class Routes
{
    /// <summary>Pages and the acts of their forms: every POST carries an antiforgery token.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app) =>
        AlsoForHead(app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription());

    /// <summary>
    /// <c>/api/v1</c>: JSON for bearer tokens. A page's own script may use its cookies here, but no other site may.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app) =>
        app.MapGroup($"{ErrorAnswers.ApiPath}/v1").WithMetadata(new ApiRoute()).DisableAntiforgery();

    /// <summary>Refuses what another site made a browser send.</summary>
    public static IApplicationBuilder UseForgeryProtection(this IApplicationBuilder app) =>
        app.UseAntiforgery()
            .Use(
                (context, next) =>
                {
                    if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refused)
                        throw new AntiforgeryValidationException("The form carries no valid token.", refused.Error);
                    if (IsForeignUseOfCookies(context))
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    }

                    return next(context);
                }
            );

    // Whoever only looks whether a page is there asks with HEAD, and must not be told that it is missing.
    private static RouteGroupBuilder AlsoForHead(RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(route =>
        {
            var methods = route.Metadata.OfType<HttpMethodMetadata>().LastOrDefault();
            if (methods is { HttpMethods: ["GET"] })
                route.Metadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
        });
        return group;
    }

    // Sec-Fetch-Site cannot be set by a page's script. A browser too old for it must show that it could add a header,
    // which another site cannot without our consent (CORS preflight).
    private static bool IsForeignUseOfCookies(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is null)
            return false;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        if (request.Cookies.Count == 0 || request.Headers.Authorization.Count > 0)
            return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0 ? site != "same-origin" : !request.Headers.ContainsKey("X-Endre");
    }
}

/// <summary>Marks the routes of the API.</summary>
internal sealed record ApiRoute;
