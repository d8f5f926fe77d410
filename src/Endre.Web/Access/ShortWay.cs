using Endre.Web.Hosting;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Authorization;

namespace Endre.Web.Access;

/// <summary>
/// A participant's token is no person's, so signing in, policies, forgery and limits per address have nothing to say
/// about it: the workshop it opens decides. A hall of phones goes straight to the open routes of the API.
/// </summary>
internal static class ShortWay
{
    public static IApplicationBuilder UseShortWayForParticipants(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.GetEndpoint() is not { RequestDelegate: { } answer } endpoint
                    || !IsOpenToTokens(endpoint)
                    || !ApiTokenHandler.IsOfNobody(context.Request)
                )
                {
                    return next(context);
                }
                if (endpoint.Metadata.GetMetadata<SaysLittle>() is null)
                {
                    RequestLanguage.Of(context).Use();
                }
                return answer(context);
            }
        );

    private static bool IsOpenToTokens(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ApiRoute>() is not null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}

/// <summary>
/// Marks a route whose answer is seldom words: it finds its language itself when it has something to say. A language that
/// follows a request costs at every change of threads.
/// </summary>
internal sealed record SaysLittle;
